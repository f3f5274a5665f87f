/// Whether creators follow advice, and what goes with it.
@NullMarked
package dev.upswell.trial.advice;

import org.jspecify.annotations.NullMarked;
