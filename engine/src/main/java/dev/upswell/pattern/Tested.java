package dev.upswell.pattern;

import org.jspecify.annotations.Nullable;

/// A candidate, and what videos that did not choose it say.
///
/// @param p one-sided, in the direction expected
/// @param effect difference of log engagement above less below, in standard deviations within the two; null where a side is too small
/// @param lift logarithm of mean engagement above over mean engagement below; null as effect
/// @param power chance that the test finds an effect of 0.8 standard deviations
record Tested(Candidate candidate, double p, @Nullable Estimated effect, @Nullable Estimated lift, double power) {

    /// A figure and its standard error.
    record Estimated(double value, double error, int rows, int freedom) {
    }
}
