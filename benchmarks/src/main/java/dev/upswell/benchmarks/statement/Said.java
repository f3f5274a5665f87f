package dev.upswell.benchmarks.statement;

/// What a slot became in words.
///
/// @param value what a number says in the unit of its fact; 0 for words without a number
/// @param step what the last digit written is worth in that unit; 0 where there is none
record Said(String text, double value, double step) {

    static Said words(String text) {
        return new Said(text, 0, 0);
    }

    Said around(String before, String after) {
        return new Said(before + text + after, value, step);
    }

    /// Whether the number may stand for a value, trailing zeros taken as rounded.
    boolean mayMean(double other) {
        double widest = step;
        for (int i = 0; i < 3 && widest > 0 && Math.abs(value / widest % 10) < 1e-6; i++) {
            widest *= 10;
        }
        return Math.abs(value - other) <= widest * 0.5 * 1.04;
    }
}
