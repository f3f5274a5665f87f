package dev.upswell.server.mapping;

import java.util.List;
import java.util.Locale;

/// The beginning of a table: its columns and its first rows, before anything is known of their meaning.
///
/// @param name of the file, for messages
/// @param columns names in the order of the file, each once
/// @param rows the first rows; each has as many values as there are columns
/// @param remarks what was noticed while reading, for people
public record TableHead(String name, List<String> columns, List<List<String>> rows, List<String> remarks) {

    public TableHead {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
    }

    /// The values of a column that say something, stripped, in the order of the rows.
    public List<String> values(int column) {
        return rows.stream().map(row -> row.get(column).strip()).filter(value -> !isNothing(value)).toList();
    }

    private static boolean isNothing(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "null", "none", "nan", "n/a", "-" -> true;
            default -> false;
        };
    }
}
