package dev.upswell.server.collect.pipeline;

import dev.upswell.server.store.Dataset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the rows of a chunk that the lake does not hold, the first of each distinct content.
///
/// Two rows are the same when all columns are equal, an absent value being equal to an absent one. Most chunks use few of
/// the columns and have one kind and one source, so columns with one value throughout are compared once, as a filter on the
/// lake, and only the others row by row; the ranges of the others let the lake skip what cannot be equal.
final class NewRowsRepository {

    private NewRowsRepository() {
    }

    /// What a chunk holds in one column.
    ///
    /// @param min least value as text; `null` when no row has one, then `max` is too
    private record Extent(Dataset.Column column, @Nullable String min, @Nullable String max, boolean everyRow) {

        boolean isConstant() {
            return min == null || (everyRow && min.equals(max));
        }

        String name() {
            return column.quoted();
        }

        /// The one value of a constant column, the column itself otherwise.
        String value() {
            return isConstant() ? literal(min) + " AS " + name() : name();
        }

        @Nullable
        String filter() {
            if (min == null) {
                return name() + " IS NULL";
            }
            return everyRow ? name() + " BETWEEN " + literal(min) + " AND " + literal(max) : null;
        }

        private String literal(@Nullable String text) {
            return "CAST(" + (text == null ? "NULL" : "'" + text.replace("'", "''") + "'") + " AS " + column.type()
                    + ")";
        }
    }

    /// Puts the new rows, with the number of the first row of each, into `table`. The chunk may be gone afterwards.
    ///
    /// @param known table expression of the rows that the lake holds; empty for none
    static void keep(Statement statement, String table, Dataset dataset, String chunk, String known)
            throws SQLException {
        List<Extent> extents = extents(statement, dataset, chunk);
        String values = extents.stream().map(Extent::value).collect(Collectors.joining(", "));
        List<String> keys = extents.stream().filter(extent -> !extent.isConstant()).map(Extent::name).toList();
        boolean distinct = !keys.isEmpty() && areDistinct(statement, chunk, keys);
        if (distinct && known.isEmpty()) {
            statement.execute("DROP TABLE IF EXISTS " + table);
            statement.execute("ALTER TABLE " + chunk + " RENAME TO " + table);
            return;
        }
        String filter = extents.stream().map(Extent::filter).filter(each -> each != null)
                .collect(Collectors.joining(" AND "));
        String same = keys.stream().map(key -> "c." + key + " IS NOT DISTINCT FROM l." + key)
                .collect(Collectors.joining(" AND "));
        String first = distinct
                ? "SELECT " + values + ", row_number FROM " + chunk
                : "SELECT " + values + ", min(row_number) AS row_number FROM " + chunk
                        + (keys.isEmpty() ? " HAVING count(*) > 0" : " GROUP BY " + String.join(", ", keys));
        String unknown = known.isEmpty()
                ? ""
                : " ANTI JOIN (SELECT " + (keys.isEmpty() ? "1" : String.join(", ", keys)) + " FROM " + known
                        + (filter.isEmpty() ? "" : " WHERE " + filter) + ") AS l ON "
                        + (keys.isEmpty() ? "true" : same);
        statement.execute(
                "CREATE OR REPLACE TEMP TABLE " + table + " AS SELECT c.* FROM (" + first + ") AS c" + unknown);
    }

    /// Whether no two rows are the same, which as many hashes as rows prove; two that share a hash by accident only cost time.
    private static boolean areDistinct(Statement statement, String chunk, List<String> keys) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT count(DISTINCT hash(" + String.join(", ", keys) + ")) = count(*) FROM " + chunk)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<Extent> extents(Statement statement, Dataset dataset, String chunk) throws SQLException {
        String sql = dataset.columns().stream().map(Dataset.Column::quoted)
                .map(name -> "CAST(min(" + name + ") AS VARCHAR), CAST(max(" + name + ") AS VARCHAR), count(" + name
                        + ") = count(*)")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + chunk));
        List<Extent> extents = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            int at = 1;
            for (Dataset.Column column : dataset.columns()) {
                extents.add(new Extent(column, row.getString(at), row.getString(at + 1), row.getBoolean(at + 2)));
                at += 3;
            }
        }
        return extents;
    }
}
