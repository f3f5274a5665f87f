package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.learn.sketch.SpreadRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// Counts a table in the bins of a reference, column by column, on all cores.
final class WindowFill {

    private final DriftReference reference;
    private final ColumnTable table;
    private final byte[] groups;
    private final int[] judgedRows;
    private final long[] surprises;
    private final ColumnCounts[] counts;

    WindowFill(DriftReference reference, ColumnTable table) {
        this.reference = reference;
        this.table = table;
        groups = EntityGroups.of(table);
        judgedRows = reference.tellsStrange() ? SpreadRows.judged(table.rows()) : new int[0];
        surprises = new long[judgedRows.length];
        counts = new ColumnCounts[reference.columns().size()];
    }

    IntConsumer worker() {
        float[] values = new float[table.rows()];
        byte[] bins = new byte[table.rows()];
        return column -> fill(column, values, bins);
    }

    private void fill(int index, float[] values, byte[] bins) {
        table.read(index, values);
        ReferenceColumn column = reference.columns().get(index);
        column.edges().of(values, bins);
        counts[index] = ColumnCounts.of(ColumnCounts.table(groups, bins, EntityGroups.COUNT), column.edges().count(),
                column.cells());
        long[] more = new long[judgedRows.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = column.surprise().ofBin()[column.binOf(values[judgedRows[i]])];
        }
        add(more);
    }

    private synchronized void add(long[] more) {
        for (int i = 0; i < more.length; i++) {
            surprises[i] += more[i];
        }
    }

    List<ColumnCounts> counts() {
        return new ArrayList<>(Arrays.asList(counts));
    }

    int[] rowsByGroup() {
        int[] rows = new int[EntityGroups.COUNT];
        for (byte group : groups) {
            rows[group]++;
        }
        return rows;
    }

    StrangeRows strange() {
        long strange = Arrays.stream(surprises).filter(of -> of > reference.strangeFrom()).count();
        return new StrangeRows(surprises.length, strange);
    }
}
