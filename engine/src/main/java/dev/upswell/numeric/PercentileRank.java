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
        return (countBelow(ascending, value) + countBelow(ascending, Math.nextUp(value))) / 2.0 / ascending.length;
    }

    private static int countBelow(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
