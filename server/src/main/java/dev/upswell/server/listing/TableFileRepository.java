package dev.upswell.server.listing;

import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Writes a table as Parquet, compressed with zstd. Times are `TIMESTAMP` in UTC.
final class TableFileRepository {

    private static final String ROWS = "rows_of_list";

    private final LakeSession lake;

    TableFileRepository(LakeSession lake) {
        this.lake = lake;
    }

    <T> void write(Table<T> table, Iterable<T> rows, FileNotice notice, Path file) {
        try {
            lake.execute("CREATE OR REPLACE TEMP TABLE " + ROWS + " (" + table.columns().stream()
                    .map(one -> named(one.name()) + " " + type(one.type())).collect(Collectors.joining(", ")) + ")");
            fill(table, rows);
            lake.execute("COPY " + ROWS + " TO " + text(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {" + metadata(table, notice) + "})");
        } catch (SQLException e) {
            throw StoreException.permanent("a list was not written as Parquet", "lake of tenant " + lake.tenant(),
                    "Check free memory and room on disk; the log has the statement.", e);
        }
    }

    private <T> void fill(Table<T> table, Iterable<T> rows) throws SQLException {
        try (DuckDBAppender to = lake.appender(ROWS)) {
            for (T row : rows) {
                to.beginRow();
                for (Column<T> column : table.columns()) {
                    append(to, column.type(), column.of(row));
                }
                to.endRow();
            }
        }
    }

    private static void append(DuckDBAppender to, Column.Type type, @Nullable Object cell) throws SQLException {
        if (cell == null || cell instanceof Double number && !Double.isFinite(number)) {
            to.appendNull();
            return;
        }
        switch (type) {
            case TEXT -> to.append(cell.toString());
            case NUMBER -> to.append(((Number) cell).doubleValue());
            case WHOLE -> to.append(((Number) cell).longValue());
            case FLAG -> to.append(((Boolean) cell).booleanValue());
            case TIME -> to.append(LocalDateTime.ofInstant((Instant) cell, ZoneOffset.UTC));
            case DAY -> to.append((LocalDate) cell);
        }
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case NUMBER -> "DOUBLE";
            case WHOLE -> "BIGINT";
            case FLAG -> "BOOLEAN";
            case TIME -> "TIMESTAMP";
            case DAY -> "DATE";
        };
    }

    private static String metadata(Table<?> table, FileNotice notice) {
        String said = notice.entries().entrySet().stream()
                .map(one -> text("upswell." + one.getKey()) + ": " + text(one.getValue()))
                .collect(Collectors.joining(", "));
        String units = table.columns().stream().filter(one -> !one.unit().isEmpty())
                .map(one -> text("upswell.unit." + one.name()) + ": " + text(one.unit()))
                .collect(Collectors.joining(", "));
        return units.isEmpty() ? said : said + ", " + units;
    }

    private static String named(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
