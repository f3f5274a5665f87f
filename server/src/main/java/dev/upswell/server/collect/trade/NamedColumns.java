package dev.upswell.server.collect.trade;

import dev.upswell.server.collect.row.RawRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a row by names in any case, because exports change theirs from year to year (`By Day`, `By day`).
record NamedColumns(RawRow.Csv row) {

    /// The field of the first of these names that the row has and that is not empty.
    ///
    /// **absence** null when there is none
    @Nullable
    String first(List<String> names) {
        for (String name : names) {
            String column = column(row.header().columns(), name);
            String value = column == null ? null : row.field(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// The column that has this name in any case.
    ///
    /// **absence** null when there is none
    static @Nullable String column(List<String> columns, String name) {
        for (String column : columns) {
            if (column.equalsIgnoreCase(name)) {
                return column;
            }
        }
        return null;
    }

    /// Whether one of the columns has one of these names.
    static boolean has(List<String> columns, List<String> names) {
        return names.stream().anyMatch(name -> column(columns, name) != null);
    }
}
