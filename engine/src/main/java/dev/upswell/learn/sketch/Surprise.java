package dev.upswell.learn.sketch;

/// How surprising each value of a column is by the training rows: minus the logarithm of the probability of one at least as far out.
///
/// A missing value is as surprising as missing is rare; a known one as known is rare and its place is far out. One value counts for no
/// more than a chance of one in ten thousand. Kept in millionths, so that sums do not depend on their order.
///
/// @param ofBin by bin, and last for a missing value [millionths of a nat]
/// @param outside by bin: beyond the training's central 99 %; last, for a missing value, never
public record Surprise(int[] ofBin, boolean[] outside) {

    private static final double RAREST = 1e-4;
    private static final double TAIL = 0.005;
    private static final double UNITS = 1e6;

    /// @param known how many training rows each bin holds
    /// @param missing how many training rows have no value
    public static Surprise of(int[] known, long missing) {
        int[] ofBin = new int[known.length + 1];
        boolean[] outside = new boolean[known.length + 1];
        long total = Cells.sum(known);
        double share = (total + 1.0) / (total + missing + 2.0);
        long below = 0;
        for (int bin = 0; bin < known.length; bin++) {
            long above = total - below;
            below += known[bin];
            double tail = known[bin] == 0 ? 0 : (double) Math.min(below, above) / total;
            outside[bin] = tail <= TAIL;
            ofBin[bin] = units(share * Math.clamp(2 * tail, 1.0 / (total + 1), 1));
        }
        ofBin[known.length] = units(1 - share);
        return new Surprise(ofBin, outside);
    }

    /// What a surprise in millionths is as a probability.
    public static double probability(int units) {
        return Math.exp(-units / UNITS);
    }

    private static int units(double probability) {
        return (int) Math.round(-Math.log(Math.max(RAREST, probability)) * UNITS);
    }
}
