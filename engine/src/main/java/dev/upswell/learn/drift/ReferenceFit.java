package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.learn.sketch.SpreadRows;
import dev.upswell.learn.sketch.Surprise;
import dev.upswell.learn.sketch.Workers;
import dev.upswell.numeric.QuantileBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through the training rows column by column, on all cores, with one column per core in memory.
///
/// Edges come from up to 65,536 rows spread evenly over the table; counts come from all rows. Which thread takes a column changes nothing.
final class ReferenceFit {

    private static final int EDGE_ROWS = 65_536;

    private final ColumnTable table;
    private final byte[] groups;
    private final int[] edgeRows;
    private final int[] judgedRows;
    private final PastWindows past;
    private final ReferenceColumn[] columns;
    private final long[] surprises;

    private ReferenceFit(ColumnTable table, PastWindows past) {
        this.table = table;
        this.past = past;
        groups = EntityGroups.of(table);
        edgeRows = SpreadRows.of(table.rows(), EDGE_ROWS);
        judgedRows = SpreadRows.judged(heldBack(groups));
        columns = new ReferenceColumn[table.columns().size()];
        surprises = new long[judgedRows.length];
    }

    static ReferenceFit of(ColumnTable table, PastWindows past) {
        ReferenceFit fit = new ReferenceFit(table, past);
        Workers.each(fit.columns.length, () -> fit.new Worker()::fit);
        return fit;
    }

    List<ReferenceColumn> columns() {
        return new ArrayList<>(Arrays.asList(columns));
    }

    /// The total surprise of up to 4,096 rows held back, ascending; their own groups of entities had no part in the counts.
    long[] heldBackSurprises() {
        long[] sorted = surprises.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static int[] heldBack(byte[] groups) {
        int[] rows = new int[groups.length];
        int count = 0;
        for (int row = 0; row < groups.length; row++) {
            if (groups[row] >= EntityGroups.FIRST_HELD_BACK) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private synchronized void add(long[] more) {
        for (int i = 0; i < more.length; i++) {
            surprises[i] += more[i];
        }
    }

    /// The room that one thread needs.
    private final class Worker {

        private final float[] values = new float[table.rows()];
        private final byte[] cellOfRow = new byte[table.rows()];
        private final byte[] binOfRow = new byte[table.rows()];
        private final float[] sample = new float[edgeRows.length];

        void fit(int column) {
            table.read(column, values);
            QuantileBins edges = edges();
            int[] bins = new int[edges.count()];
            int[] heldBack = new int[edges.count()];
            int[] missing = new int[EntityGroups.COUNT];
            sort(edges, bins, heldBack, missing);
            Cells cells = Cells.of(bins);
            int[] byGroup = new int[EntityGroups.COUNT * cells.count()];
            for (int row = 0; row < values.length; row++) {
                if (binOfRow[row] < 0) {
                    cellOfRow[row] = (byte) cells.count();
                } else {
                    cellOfRow[row] = (byte) cells.ofBin()[binOfRow[row]];
                    byGroup[groups[row] * cells.count() + cellOfRow[row]]++;
                }
            }
            PastWindows.Usual usual = past.usual(cellOfRow, cells.count());
            columns[column] = ReferenceColumn.of(table.columns().get(column), edges,
                    new ColumnCounts(bins, byGroup, missing), usual.psi(), usual.missing());
            judge(bins, heldBack, missing);
        }

        private QuantileBins edges() {
            int size = 0;
            for (int row : edgeRows) {
                if (Float.isFinite(values[row])) {
                    sample[size++] = values[row];
                }
            }
            return QuantileBins.of(sample, size);
        }

        /// Bins fit into a byte: there are at most 128, so that −1 is free to mark a missing value inside this class.
        private void sort(QuantileBins edges, int[] bins, int[] heldBack, int[] missing) {
            for (int row = 0; row < values.length; row++) {
                float value = values[row];
                if (!Float.isFinite(value)) {
                    binOfRow[row] = -1;
                    missing[groups[row]]++;
                    continue;
                }
                int bin = edges.of(value);
                binOfRow[row] = (byte) bin;
                bins[bin]++;
                if (groups[row] >= EntityGroups.FIRST_HELD_BACK) {
                    heldBack[bin]++;
                }
            }
        }

        private void judge(int[] bins, int[] heldBack, int[] missing) {
            int[] seen = new int[bins.length];
            for (int bin = 0; bin < bins.length; bin++) {
                seen[bin] = bins[bin] - heldBack[bin];
            }
            Surprise surprise = Surprise.of(seen,
                    Cells.sum(Arrays.copyOf(missing, EntityGroups.FIRST_HELD_BACK)));
            long[] found = new long[judgedRows.length];
            for (int i = 0; i < found.length; i++) {
                int bin = binOfRow[judgedRows[i]];
                found[i] = surprise.ofBin()[bin < 0 ? bins.length : bin];
            }
            add(found);
        }
    }
}
