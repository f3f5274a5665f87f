package dev.upswell.numeric;

/// The percentile rank of a value among a sample: the share of values below it, plus half of the share equal to it.
///
/// **range** [0, 1]; a lone value stands at 0.5 among itself
public final class PercentileRank {

    private PercentileRank() {
    }

    /// The rank of `value` among at least one value in ascending order.
    ///
    /// **cost** O(log n)
    public static double of(double[] ascending, double value) {
        if (ascending.length == 0) {
            throw new IllegalArgumentException(
                    "sample (0 values) must have a value\nMaybe no row has the metric: leave its rank absent.");
        }
        return (below(ascending, value) + below(ascending, Math.nextUp(value))) / 2.0 / ascending.length;
    }

    private static int below(double[] ascending, double value) {
        return LowerBound.of(ascending.length, i -> ascending[i] < value);
    }
}
