/// Simulated campaigns with a known lift, which verdicts are judged by.
@NullMarked
package dev.upswell.trial.campaign;

import org.jspecify.annotations.NullMarked;
