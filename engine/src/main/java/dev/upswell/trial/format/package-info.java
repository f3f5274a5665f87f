/// Formats of reports tried on those who film by them.
@NullMarked
package dev.upswell.trial.format;

import org.jspecify.annotations.NullMarked;
