package dev.upswell.learn;

import java.util.Arrays;

/// Quantile forecast of a number, widened until it held often enough.
///
/// The trees' 5 and 95 % quantiles are moved outward (or inward) by one margin: the one at which 90 % of the held-back rows
/// lay inside · **source** Romano, Patterson and Candès, Conformalized quantile regression (2019).
///
/// @param margin in units of the label, added at both ends
public record QuantileRange(BoostedTrees trees, double margin) {

    /// Quantile levels in the order of the trees' outputs.
    private static final double[] LEVELS = {0.05, 0.5, 0.95};

    private static final double INSIDE = LEVELS[2] - LEVELS[0];

    /// Trees for the three quantiles of the label.
    public static BoostedTrees train(Dataset rows, TreeSettings settings, BoostedTrees.EmptyColumns empty) {
        return BoostedTrees.quantiles(rows, settings, empty, LEVELS);
    }

    /// The range by these trees, with the margin that they needed on rows they had not seen. The margin holds for them alone:
    /// trees that had learnt from those rows too would foretell better and be widened as if they did not.
    public static QuantileRange of(BoostedTrees trees, float[] values, float[] labels) {
        float[][] foretold = trees.predict(values, labels.length);
        double[] misses = new double[labels.length];
        for (int i = 0; i < misses.length; i++) {
            misses[i] = Math.max(foretold[i][0] - labels[i], labels[i] - foretold[i][2]);
        }
        Arrays.sort(misses);
        int rank = (int) Math.ceil(INSIDE * (misses.length + 1)) - 1;
        return new QuantileRange(trees, misses.length == 0 ? 0 : misses[Math.min(rank, misses.length - 1)]);
    }

    /// Low, middle and high value of each row, in rising order.
    public double[][] of(float[] values, int rows) {
        float[][] foretold = trees.predict(values, rows);
        double[][] ranges = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double[] range = {foretold[i][0] - margin, foretold[i][1], foretold[i][2] + margin};
            Arrays.sort(range);
            ranges[i] = range;
        }
        return ranges;
    }
}
