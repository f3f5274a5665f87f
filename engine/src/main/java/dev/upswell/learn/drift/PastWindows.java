package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.ShareShift;
import dev.upswell.numeric.QuantileBins;
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
    /// @param bins the bin of each row's value, unsigned; 128 when it is missing
    Usual usual(byte[] bins, Cells cells) {
        if (count == 0) {
            return new Usual(0, 0);
        }
        long[] counts = joined(ColumnCounts.table(ofRow, bins, count + 1), cells);
        int width = cells.count() + 1;
        double[] shifts = new double[count];
        double[] missing = new double[count];
        int known = 0;
        int filled = 0;
        for (int window = 0; window < count; window++) {
            long[] now = Arrays.copyOfRange(counts, window * width, window * width + width);
            long[] rest = rest(counts, now);
            long unknownNow = now[cells.count()];
            long unknownRest = rest[cells.count()];
            now = Arrays.copyOf(now, cells.count());
            rest = Arrays.copyOf(rest, cells.count());
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

    /// Rows by window and cell, those without a value last.
    private long[] joined(int[] table, Cells cells) {
        int width = cells.count() + 1;
        long[] counts = new long[(count + 1) * width];
        for (int window = 0; window <= count; window++) {
            for (int bin = 0; bin < cells.ofBin().length; bin++) {
                counts[window * width + cells.ofBin()[bin]] += table[window << Byte.SIZE | bin];
            }
            counts[window * width + cells.count()] = table[window << Byte.SIZE | QuantileBins.MOST];
        }
        return counts;
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
