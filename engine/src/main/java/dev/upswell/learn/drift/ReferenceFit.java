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
/// Edges come from up to 32,768 rows spread evenly over the table, or from those that have a value where none of these has; counts come
/// from all rows. Which thread takes a column changes nothing.
final class ReferenceFit {

    private static final int EDGE_ROWS = 32_768;

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
        private final byte[] bins = new byte[table.rows()];
        private final float[] sample = new float[edgeRows.length];

        void fit(int column) {
            table.read(column, values);
            QuantileBins edges = edges();
            edges.of(values, bins);
            int[] byGroup = ColumnCounts.table(groups, bins, EntityGroups.COUNT);
            int[] known = known(byGroup, edges.count(), EntityGroups.COUNT);
            Cells cells = Cells.of(known);
            PastWindows.Usual usual = past.usual(bins, cells);
            columns[column] = ReferenceColumn.of(table.columns().get(column), edges,
                    ColumnCounts.of(byGroup, edges.count(), cells), usual.psi(), usual.missing());
            judge(byGroup, edges.count());
        }

        /// From the rows picked; of a value so rare that none of them has it, from all that do, as far as there is room.
        private QuantileBins edges() {
            int size = 0;
            for (int row : edgeRows) {
                if (Float.isFinite(values[row])) {
                    sample[size++] = values[row];
                }
            }
            for (int row = 0, picked = size; picked == 0 && row < values.length && size < sample.length; row++) {
                if (Float.isFinite(values[row])) {
                    sample[size++] = values[row];
                }
            }
            return QuantileBins.of(sample, size);
        }

        /// How surprising the rows held back are to the other rows.
        private void judge(int[] byGroup, int count) {
            int[] known = known(byGroup, count, EntityGroups.FIRST_HELD_BACK);
            long missing = 0;
            for (int group = 0; group < EntityGroups.FIRST_HELD_BACK; group++) {
                missing += byGroup[group << Byte.SIZE | QuantileBins.MOST];
            }
            Surprise surprise = Surprise.of(known, missing);
            long[] found = new long[judgedRows.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = surprise.ofBin()[Math.min(count, bins[judgedRows[i]] & 0xFF)];
            }
            add(found);
        }

        /// Rows by bin over the first groups.
        private int[] known(int[] byGroup, int count, int groupCount) {
            int[] known = new int[count];
            for (int group = 0; group < groupCount; group++) {
                for (int bin = 0; bin < count; bin++) {
                    known[bin] += byGroup[group << Byte.SIZE | bin];
                }
            }
            return known;
        }
    }
}
