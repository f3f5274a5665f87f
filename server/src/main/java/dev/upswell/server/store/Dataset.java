package dev.upswell.server.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A kind of rows in the lake, declared by the slice that owns it.
///
/// @param name lower-case letters, digits and `_`; names the folder
/// @param columns in the order in which files hold them
/// @param timeColumn the `TIMESTAMP` column (UTC) by which files are skipped; `null` when rows have no time
/// @param sortOrder columns by which the rows of a file are sorted, which makes them small and quick to search; may be empty
public record Dataset(String name, List<Column> columns, @Nullable String timeColumn, List<String> sortOrder) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /// A column: its name, its DuckDB type and what it means, with units, for the data dictionary.
    ///
    /// A description that ends with `· surrogate` or `· run time` keeps the column out of logical dumps.
    public record Column(String name, String type, String description) {

        public Column {
            requireName("column", name);
        }

        /// The name as SQL wants it, even when it is one of SQL's own words.
        public String quoted() {
            return '"' + name + '"';
        }
    }

    public Dataset {
        columns = List.copyOf(columns);
        sortOrder = List.copyOf(sortOrder);
        requireName("dataset", name);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("dataset (" + name + ") needs a column\nMaybe list its columns.");
        }
        requireColumns(name, columns, sortOrder);
        requireColumns(name, columns, timeColumn == null ? List.of() : List.of(timeColumn));
    }

    /// The column names, quoted and separated by commas, as `SELECT` wants them.
    public String columnList() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }

    /// The column names, quoted, with their types, as `CREATE TABLE` wants them.
    public String columnDefinitions() {
        return columns.stream().map(c -> c.quoted() + " " + c.type()).collect(Collectors.joining(", "));
    }

    /// A table expression of this shape without a row.
    String emptyRelation() {
        return columns.stream().map(c -> "CAST(NULL AS " + c.type() + ") AS " + c.quoted())
                .collect(Collectors.joining(", ", "(SELECT ", " WHERE false)"));
    }

    private static void requireName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " (" + name
                    + ") must be lower-case letters, digits and _\nMaybe it needs another name.");
        }
    }

    private static void requireColumns(String dataset, List<Column> columns, List<String> named) {
        for (String name : named) {
            if (columns.stream().noneMatch(c -> c.name().equals(name))) {
                throw new IllegalArgumentException("column (" + name + ") must be one of dataset " + dataset
                        + "\nMaybe it is misspelt.");
            }
        }
    }
}
