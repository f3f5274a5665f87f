package dev.upswell.wide;

/// What splits of trees at each threshold of each column took off the squared error, and which side had the higher labels.
///
/// @param byCut for each column and threshold the sum over splits, positive where labels are higher above it
public record SplitGains(double[][] byCut) {

    /// Nothing yet, for these thresholds.
    static SplitGains none(Cuts cuts) {
        double[][] byCut = new double[cuts.thresholds().length][];
        for (int column = 0; column < byCut.length; column++) {
            byCut[column] = new double[cuts.thresholds()[column].length];
        }
        return new SplitGains(byCut);
    }

    /// For each column the sum over its thresholds, positive where labels are higher above.
    public double[] signed() {
        double[] sums = new double[byCut.length];
        for (int column = 0; column < sums.length; column++) {
            for (double gain : byCut[column]) {
                sums[column] += gain;
            }
        }
        return sums;
    }

    /// For each column its share of everything that splits took off, 0 to 1; all 0 where there was no split.
    public double[] importance() {
        double[] shares = new double[byCut.length];
        double all = 0;
        for (int column = 0; column < shares.length; column++) {
            for (double gain : byCut[column]) {
                shares[column] += Math.abs(gain);
            }
            all += shares[column];
        }
        for (int column = 0; all > 0 && column < shares.length; column++) {
            shares[column] /= all;
        }
        return shares;
    }
}
