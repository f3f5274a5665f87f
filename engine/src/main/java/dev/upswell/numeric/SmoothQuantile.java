package dev.upswell.numeric;

import org.apache.commons.math3.distribution.BetaDistribution;

/// Quantiles to which every value adds something, so that none of them is the value of one member of a small group.
///
/// **source** Harrell and Davis, A new distribution-free quantile estimator (1982): what the quantile is on average over samples that are
/// drawn from these values with replacement
public final class SmoothQuantile {

    private SmoothQuantile() {
    }

    /// The `q`-quantile of values in ascending order.
    ///
    /// **range** `q` in (0, 1); at least one value · **cost** O(n)
    public static double ofSorted(double[] ascending, double q) {
        int values = ascending.length;
        if (values == 0 || !(q > 0 && q < 1)) {
            throw new IllegalArgumentException("quantile (" + q + " of " + values
                    + " values) needs q between 0 and 1 and a value\nMaybe the group is empty.");
        }
        var shares = new BetaDistribution((values + 1) * q, (values + 1) * (1 - q));
        double sum = 0;
        double below = 0;
        for (int i = 0; i < values; i++) {
            double upTo = shares.cumulativeProbability((i + 1.0) / values);
            sum += (upTo - below) * ascending[i];
            below = upTo;
        }
        return sum;
    }
}
