package dev.upswell.numeric;

import java.util.Arrays;

/// Sample quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
public final class Quantiles {

    private Quantiles() {
    }

    /// The `q`-quantile of the values, in any order.
    ///
    /// **range** `q` in [0, 1]; at least one value, none NaN · **cost** O(n log n); the input is not changed.
    public static double of(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, q);
    }

    /// The `q`-quantile of values in ascending order.
    public static double ofSorted(double[] ascending, double q) {
        if (ascending.length == 0 || !(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile (" + q + " of " + ascending.length
                    + " values) needs q in [0, 1] and a value\nMaybe the group is empty.");
        }
        double position = (ascending.length - 1) * q;
        int low = (int) Math.floor(position);
        int high = (int) Math.ceil(position);
        return ascending[low] + (ascending[high] - ascending[low]) * (position - low);
    }
}
