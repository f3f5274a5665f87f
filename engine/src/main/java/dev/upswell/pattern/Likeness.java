package dev.upswell.pattern;

/// The weighted correlation of two columns, over rows that have a value in both.
final class Likeness {

    /// From here on one choice may stand for another.
    static final double PROXY = .7;

    private static final int LEAST = 8;

    private Likeness() {
    }

    /// −1 to 1; 0 where one of them does not vary, or fewer than eight rows have both.
    static double of(double[] a, double[] b, double[] weights) {
        double mass = 0;
        double meanA = 0;
        double meanB = 0;
        int known = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                mass += weights[i];
                meanA += weights[i] * a[i];
                meanB += weights[i] * b[i];
                known++;
            }
        }
        if (known < LEAST) {
            return 0;
        }
        meanA /= mass;
        meanB /= mass;
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                both += weights[i] * (a[i] - meanA) * (b[i] - meanB);
                one += weights[i] * (a[i] - meanA) * (a[i] - meanA);
                other += weights[i] * (b[i] - meanB) * (b[i] - meanB);
            }
        }
        return one < 1e-12 || other < 1e-12 ? 0 : both / Math.sqrt(one * other);
    }
}
