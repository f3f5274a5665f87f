package dev.upswell.learn.drift;

import dev.upswell.learn.sketch.Cells;
import dev.upswell.learn.sketch.ColumnCounts;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.EntityGroups;
import dev.upswell.learn.sketch.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows seen since, counted in the bins of a reference: a stream of any length in about 2 KB a column.
///
/// Two windows of one reference can be joined, so that windows of a day make one of a week. Rows added one by one and rows given as a
/// table leave the same counts of values and labels; how strange they are is looked at in each row added, but in no more than 4,096 of a
/// table, spread evenly over it. Not safe for several threads at once.
public final class DriftWindow {

    private final DriftReference reference;
    private final List<ColumnCounts> counts;
    private final LabelCounts labels;
    private final int[] rowsByGroup;
    private long judged;
    private long strange;

    DriftWindow(DriftReference reference, List<ColumnCounts> counts, LabelCounts labels, int[] rowsByGroup,
            StrangeRows strange) {
        this.reference = reference;
        this.counts = List.copyOf(counts);
        this.labels = labels;
        this.rowsByGroup = rowsByGroup;
        this.judged = strange.judged();
        this.strange = strange.strange();
    }

    static DriftWindow empty(DriftReference reference) {
        List<ColumnCounts> counts = new ArrayList<>();
        for (ReferenceColumn column : reference.columns()) {
            counts.add(ColumnCounts.empty(column.edges(), column.cells()));
        }
        return new DriftWindow(reference, counts, LabelCounts.empty(), new int[EntityGroups.COUNT],
                new StrangeRows(0, 0));
    }

    static DriftWindow of(DriftReference reference, ColumnTable table) {
        if (!table.columns().equals(reference.columnNames())) {
            throw new IllegalArgumentException("columns of the window (" + table.columns().size()
                    + ") must be those of the training (" + reference.columns().size()
                    + ")\nMaybe the model was trained on another feature set.");
        }
        WindowFill fill = new WindowFill(reference, table);
        Workers.each(reference.columns().size(), () -> fill.worker());
        return new DriftWindow(reference, fill.counts(), LabelCounts.of(table), fill.rowsByGroup(), fill.strange());
    }

    /// A window from its [#bytes].
    ///
    /// **errors** `IllegalArgumentException` when they are damaged, of a version unknown here, or of another reference
    public static DriftWindow of(DriftReference reference, byte[] bytes) {
        return DriftFormat.window(reference, bytes);
    }

    /// This window as bytes, the same for the same rows.
    public byte[] bytes() {
        return DriftFormat.bytes(this);
    }

    /// Counts the row at this offset.
    ///
    /// @param values in the order of the columns; what is not finite is missing
    /// @param entity the number of its entity, the same as in the training rows
    public void add(float[] values, int offset, int entity) {
        int group = EntityGroups.of(entity);
        rowsByGroup[group] = Math.incrementExact(rowsByGroup[group]);
        long surprise = 0;
        List<ReferenceColumn> columns = reference.columns();
        for (int i = 0; i < columns.size(); i++) {
            ReferenceColumn column = columns.get(i);
            int bin = counts.get(i).add(values[offset + i], group, column.edges(), column.cells());
            surprise += column.surprise().ofBin()[bin];
        }
        if (reference.tellsStrange()) {
            judged++;
            strange += surprise > reference.strangeFrom() ? 1 : 0;
        }
    }

    /// Counts an outcome that became known.
    public void addLabel(boolean positive, int entity) {
        labels.add(EntityGroups.of(entity), positive);
    }

    /// The rows of both windows, which must be of one reference.
    public DriftWindow plus(DriftWindow other) {
        if (!Arrays.equals(reference.bytes(), other.reference.bytes())) {
            throw new IllegalArgumentException("windows (of " + reference.source().dataHash() + " and "
                    + other.reference.source().dataHash() + ") must share a reference\nMaybe the model was retrained.");
        }
        List<ColumnCounts> sums = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(counts.get(i).plus(other.counts.get(i)));
        }
        LabelCounts both = LabelCounts.empty();
        int[] rows = new int[EntityGroups.COUNT];
        for (int group = 0; group < EntityGroups.COUNT; group++) {
            both.rows()[group] = labels.rows()[group] + other.labels.rows()[group];
            both.positives()[group] = labels.positives()[group] + other.labels.positives()[group];
            rows[group] = Math.addExact(rowsByGroup[group], other.rowsByGroup[group]);
        }
        return new DriftWindow(reference, sums, both, rows,
                new StrangeRows(judged + other.judged, strange + other.strange));
    }

    /// How many rows were counted.
    public long rows() {
        return Cells.sum(rowsByGroup);
    }

    int occupiedGroups() {
        return EntityGroups.occupied(rowsByGroup);
    }

    DriftReference reference() {
        return reference;
    }

    List<ColumnCounts> counts() {
        return counts;
    }

    LabelCounts labels() {
        return labels;
    }

    int[] rowsByGroup() {
        return rowsByGroup;
    }

    StrangeRows strange() {
        return new StrangeRows(judged, strange);
    }
}
