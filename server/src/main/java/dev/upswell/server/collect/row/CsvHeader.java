package dev.upswell.server.collect.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The column names of a CSV file, each once.
public final class CsvHeader {

    private final List<String> columns;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final boolean cell;

    /// **errors** `IllegalArgumentException` when a name occurs twice.
    public CsvHeader(List<String> columns) {
        this(columns, false);
    }

    private CsvHeader(List<String> columns, boolean cell) {
        this.cell = cell;
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (indexes.put(columns.get(i), i) != null) {
                throw new IllegalArgumentException("column (" + columns.get(i)
                        + ") must occur once\nMaybe two files were pasted side by side.");
            }
        }
    }

    /// The header of a cell of a wide table: what its row is known by, and last the column of the cell.
    public static CsvHeader ofCell(List<String> columns) {
        return new CsvHeader(columns, true);
    }

    /// The column of the cell.
    ///
    /// **absence** `null` when the rows are whole rows of their file
    public @Nullable String cell() {
        return cell ? columns.getLast() : null;
    }

    /// The names in the order of the file.
    public List<String> columns() {
        return columns;
    }

    /// Where the column stands, from 0, or -1 when there is none of that name.
    int indexOf(String column) {
        return indexes.getOrDefault(column, -1);
    }

    @Override
    public String toString() {
        return String.join(",", columns);
    }
}
