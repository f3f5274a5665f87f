package dev.upswell.server.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A text of all that is known about one tenant, the same for two stores that know the same.
///
/// Tables and datasets come in alphabetical order and their rows sorted by every column. Surrogate ids, run times and how
/// rows are spread over files are left out; which columns those are, the comments of tables and datasets say themselves.
///
/// **cost** sorts every dataset once.
public final class LogicalDump {

    private static final String SURROGATE = "· surrogate";
    private static final String RUN_TIME = "· run time";
    private static final String PHYSICAL = "· physical";

    private final TenantTransactions transactions;
    private final Lake lake;
    private final Manifest manifest;

    LogicalDump(TenantTransactions transactions, Lake lake, Manifest manifest) {
        this.transactions = transactions;
        this.lake = lake;
        this.manifest = manifest;
    }

    /// The dump as text, for small stores. Of a dataset that is not declared here all columns are shown.
    public String text(TenantId tenant, Collection<Dataset> declared) {
        StringWriter text = new StringWriter();
        try {
            write(tenant, declared, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Writes the dump to a file.
    public void write(TenantId tenant, Collection<Dataset> declared, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            write(tenant, declared, out);
        } catch (IOException e) {
            throw StoreException.permanent("dump was not written", file.toString(), "Check free disk space.", e);
        }
    }

    private void write(TenantId tenant, Collection<Dataset> declared, Appendable out) throws IOException {
        for (String line : transactions.call(tenant, LogicalDump::tables)) {
            out.append(line).append('\n');
        }
        try (LakeSession session = lake.open(tenant)) {
            for (String name : transactions.call(tenant, manifest::datasets)) {
                List<LakeFile> files = transactions.call(tenant, db -> manifest.visible(db, name));
                Optional<Dataset> known = declared.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
                dataset(session, name, known.map(LogicalDump::lastingColumns).orElse("*"),
                        known.map(dataset -> session.relation(dataset, files)).orElseGet(() -> session.parquet(files)),
                        out);
            }
        }
    }

    private static List<String> tables(JdbcClient db) {
        List<String> lines = new ArrayList<>();
        for (String table : db.sql("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and coalesce(obj_description(c.oid, 'pg_class'), '') not like '%' || ? order by c.relname""")
                .param(PHYSICAL).query(String.class).list()) {
            lines.add("table " + table);
            lines.addAll(rows(db, table));
        }
        return lines;
    }

    private static List<String> rows(JdbcClient db, String table) {
        String columns = db.sql("""
            select string_agg(format('%L, to_jsonb(%I)', attname, attname), ', ' order by attname) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
            and coalesce(col_description(attrelid, attnum), '') !~ '· (surrogate|run time|physical)$'""")
                .param(table).query(String.class).single();
        return db.sql("select jsonb_build_object(" + columns + ")::text as line from " + table + " order by line")
                .query(String.class).list();
    }

    private static String lastingColumns(Dataset dataset) {
        return dataset.columns().stream()
                .filter(column -> Stream.of(SURROGATE, RUN_TIME, PHYSICAL).noneMatch(column.description()::endsWith))
                .map(Dataset.Column::quoted).collect(Collectors.joining(", "));
    }

    private static void dataset(LakeSession session, String name, String columns, String relation, Appendable out)
            throws IOException {
        out.append("dataset ").append(name).append('\n');
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT to_json(r)::VARCHAR FROM (SELECT " + columns + " FROM "
                        + relation + " ORDER BY ALL) AS r")) {
            while (rows.next()) {
                out.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw DuckDb.failure("dataset " + name + " was not dumped", e);
        }
    }
}
