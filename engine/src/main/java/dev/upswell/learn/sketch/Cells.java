package dev.upswell.learn.sketch;

/// How the bins of a column are joined into at most eleven cells: ten of about equal mass in the training rows, and one for values
/// that none of them had.
///
/// The conventional bars for the population stability index are meant for about ten cells; with more its size under chance alone grows.
public record Cells(int[] ofBin, int count) {

    private static final int PARTS = 10;

    /// @param known how many training rows each bin holds
    public static Cells of(int[] known) {
        long total = sum(known);
        int[] ofBin = new int[known.length];
        int cells = 0;
        int part = -1;
        long before = 0;
        boolean unseen = false;
        for (int bin = 0; bin < known.length; bin++) {
            if (known[bin] == 0) {
                unseen = true;
                continue;
            }
            int here = (int) Math.min(PARTS - 1, (before + known[bin] / 2.0) / total * PARTS);
            cells += here != part ? 1 : 0;
            part = here;
            ofBin[bin] = cells - 1;
            before += known[bin];
        }
        for (int bin = 0; bin < known.length; bin++) {
            ofBin[bin] = known[bin] == 0 ? cells : ofBin[bin];
        }
        return new Cells(ofBin, cells + (unseen ? 1 : 0));
    }

    public static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
