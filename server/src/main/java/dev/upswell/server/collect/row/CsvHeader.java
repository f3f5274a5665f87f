package dev.upswell.server.collect.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The column names of a CSV file, each once.
public final class CsvHeader {

    private final List<String> columns;
    private final Map<String, Integer> indexes = new HashMap<>();

    /// **errors** `IllegalArgumentException` when a name occurs twice.
    public CsvHeader(List<String> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            if (indexes.put(columns.get(i), i) != null) {
                throw new IllegalArgumentException("column (" + columns.get(i)
                        + ") must occur once\nMaybe two files were pasted side by side.");
            }
        }
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
