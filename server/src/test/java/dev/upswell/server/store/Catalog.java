package dev.upswell.server.store;

import java.util.List;
import java.util.stream.Collectors;

/// The tables of the store as the database itself describes them, as Markdown.
public final class Catalog {

    private record Column(String tableName, String tableComment, String columnName, String type, boolean nullable,
            String comment) {
    }

    private Catalog() {
    }

    /// Every table of a tenant with its columns, from the comments of the migration.
    public static String tables() {
        List<Column> columns = TestDatabase.asOwner(db -> db.sql("""
            select c.relname as table_name, coalesce(obj_description(c.oid, 'pg_class'), '') as table_comment,
                   a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
                   not a.attnotnull as nullable, coalesce(col_description(c.oid, a.attnum), '') as comment
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'
            order by c.relname, a.attnum""").query(Column.class).list());
        return columns.stream().collect(Collectors.groupingBy(Column::tableName, java.util.TreeMap::new,
                Collectors.toList())).values().stream().map(Catalog::table).collect(Collectors.joining("\n"));
    }

    /// A dataset of the lake with its columns.
    public static String dataset(Dataset dataset) {
        return "### `%s`\n\n| column | type | meaning |\n|---|---|---|\n%s".formatted(dataset.name(),
                dataset.columns().stream()
                        .map(column -> "| `%s` | `%s` | %s |\n".formatted(column.name(), column.type(),
                                plain(column.description())))
                        .collect(Collectors.joining()));
    }

    private static String table(List<Column> columns) {
        return "### `%s`\n\n%s.\n\n| column | type | may be absent | meaning |\n|---|---|---|---|\n%s".formatted(
                columns.getFirst().tableName(), plain(columns.getFirst().tableComment()),
                columns.stream()
                        .map(column -> "| `%s` | `%s` | %s | %s |\n".formatted(column.columnName(), column.type(),
                                column.nullable() ? "yes" : "no", plain(column.comment())))
                        .collect(Collectors.joining()));
    }

    private static String plain(String comment) {
        return comment.replaceAll(" · (surrogate|run time|physical)$", "").replaceFirst("\\.$", "")
                .replace("|", "\\|");
    }
}
