package dev.upswell.recommend;

/// A function that is straight between bends.
///
/// @param at where it bends, ascending
/// @param values there; beyond the ends it stays
record Broken(double[] at, double[] values) {

    double of(double x) {
        if (x <= at[0]) {
            return values[0];
        }
        for (int i = 1; i < at.length; i++) {
            if (x <= at[i]) {
                return values[i - 1] + (values[i] - values[i - 1]) * (x - at[i - 1]) / (at[i] - at[i - 1]);
            }
        }
        return values[values.length - 1];
    }
}
