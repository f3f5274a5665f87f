package dev.upswell.learn.sketch;

import dev.upswell.learn.Dataset;
import java.util.List;

/// Labelled rows that are read a column at a time, so that a table need not fit in memory.
///
/// Columns may be read by several threads at once, each into an array of its own.
public interface ColumnTable {

    /// The names of the columns, in order.
    List<String> columns();

    /// How many rows there are.
    int rows();

    /// Writes the values of a column, one per row; NaN where missing.
    void read(int column, float[] into);

    /// Which entity a row belongs to; the same entity has the same number in every table, or the tests lose power.
    int entity(int row);

    /// The cut of a row in epoch seconds.
    long cut(int row);

    /// The outcome of a row: positive when above 0, NaN while it is not known.
    float label(int row);

    /// A hash of what the table holds, for provenance.
    String fingerprint();

    /// The rows of a data set.
    static ColumnTable of(Dataset rows) {
        return new DatasetColumns(rows);
    }
}
