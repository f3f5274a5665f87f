package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.ShareShift;
import dev.upswell.numeric.Quantiles;
import java.util.Arrays;

/// The last windows of the training rows, of the length that will be compared later: how much they differ from the rest is how much
/// a new window may differ without being news. A column that tells the day of the week is the clearest case.
///
/// @param ofRow which window each row is in; `count` for a row before all of them
record PastWindows(int count, byte[] ofRow) {

    private static final int MOST = 64;
    private static final int FEWEST = 4;
    private static final double USUAL = 0.95;

    static PastWindows of(ColumnTable table, long first, long last, long seconds) {
        long whole = (last - first) / seconds;
        int count = whole < FEWEST ? 0 : (int) Math.min(MOST, whole);
        byte[] ofRow = new byte[table.rows()];
        for (int row = 0; row < ofRow.length; row++) {
            ofRow[row] = (byte) Math.min(count, (last - table.cut(row)) / seconds);
        }
        return new PastWindows(count, ofRow);
    }

    /// The usual stability index of a window against all other rows, and the usual change of the missing share.
    ///
    /// @param cellOfRow the cell of each row's value; `cells` when it is missing
    Usual usual(byte[] cellOfRow, int cells) {
        if (count == 0) {
            return new Usual(0, 0);
        }
        int width = cells + 1;
        long[] counts = new long[(count + 1) * width];
        for (int row = 0; row < ofRow.length; row++) {
            counts[ofRow[row] * width + cellOfRow[row]]++;
        }
        double[] shifts = new double[count];
        double[] missing = new double[count];
        int known = 0;
        int filled = 0;
        for (int window = 0; window < count; window++) {
            long[] now = Arrays.copyOfRange(counts, window * width, window * width + width);
            long[] rest = rest(counts, now);
            long unknownNow = now[cells];
            long unknownRest = rest[cells];
            now = Arrays.copyOf(now, cells);
            rest = Arrays.copyOf(rest, cells);
            long rows = ShareShift.total(now) + unknownNow;
            if (rows == 0) {
                continue;
            }
            missing[filled++] = Math.abs((double) unknownNow / rows
                    - (double) unknownRest / Math.max(1, ShareShift.total(rest) + unknownRest));
            if (rows > unknownNow) {
                shifts[known++] = ShareShift.psi(rest, now);
            }
        }
        return new Usual(high(shifts, known), high(missing, filled));
    }

    private static long[] rest(long[] counts, long[] window) {
        long[] rest = new long[window.length];
        for (int i = 0; i < counts.length; i++) {
            rest[i % rest.length] += counts[i];
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= window[i];
        }
        return rest;
    }

    private static double high(double[] values, int size) {
        return size == 0 ? 0 : Quantiles.of(Arrays.copyOf(values, size), USUAL);
    }

    /// What past windows show now and then.
    record Usual(double psi, double missing) {
    }
}
