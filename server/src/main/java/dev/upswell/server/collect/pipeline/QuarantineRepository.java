package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.intake.SetAsideRepository;
import dev.upswell.server.collect.intake.SetAsideRow;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that could not be used, in the database; which rows a filter lets through is decided in one place for pages, REST
/// and commands.
final class QuarantineRepository implements Quarantine {

    private final Database database;

    QuarantineRepository(Database database) {
        this.database = database;
    }

    /// Puts these rows in the place of all that an earlier reading of the same bytes put aside.
    static void replace(JdbcClient db, ImportedContent content, List<RejectedRow> rows) {
        db.sql("delete from quarantine where content_sha256 = ?").param(content.sha256()).update();
        insert(db, content, rows);
    }

    static void insert(JdbcClient db, ImportedContent content, List<RejectedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        MappingVersion mapping = content.mapping();
        db.sql("""
            insert into quarantine (content_sha256, file_name, format, options, mapping_name, mapping_version, row_number,
                line, reason, detail, excerpt, kept)
            select ?, ?, ?, cast(? as jsonb), cast(? as text), cast(? as integer), * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[]))
            on conflict do nothing""")
                .param(content.sha256()).param(content.name()).param(content.format().label())
                .param(content.options()).param(mapping == null ? null : mapping.name())
                .param(mapping == null ? null : mapping.version())
                .param(column(rows, row -> Long.toString(row.position().row())))
                .param(column(rows, row -> Long.toString(Math.max(1, row.position().line()))))
                .param(column(rows, row -> row.reason().label())).param(column(rows, RejectedRow::detail))
                .param(column(rows, RejectedRow::excerpt)).param(column(rows, RejectedRow::kept)).update();
    }

    private static @Nullable String[] column(List<RejectedRow> rows, Function<RejectedRow, @Nullable String> value) {
        List<@Nullable String> column = new ArrayList<>();
        rows.forEach(row -> column.add(value.apply(row)));
        return column.toArray(new String[0]);
    }

    /// Contents with rows that are kept whole, and how each was read.
    static List<ImportedContent> contents(JdbcClient db, Quarantine.Wanted wanted) {
        UUID run = wanted.run();
        return db
                .sql("select distinct content_sha256, file_name, format, options::text as options, mapping_name,"
                        + " mapping_version from quarantine"
                        + KEPT
                        + " order by content_sha256, file_name, options, mapping_name, mapping_version")
                .params(parameters(wanted, run)).query((row,
                        index) -> new ImportedContent(row.getString("file_name"), row.getString("content_sha256"),
                                format(row.getString("format")), row.getString("options"), mapping(row)))
                .list();
    }

    private static @Nullable MappingVersion mapping(ResultSet row) throws SQLException {
        String name = row.getString("mapping_name");
        return name == null ? null : new MappingVersion(name, row.getInt("mapping_version"));
    }

    /// Rows of a content that are kept whole, in their order, behind the row `after`.
    static List<Kept> kept(JdbcClient db, ImportedContent content, Quarantine.Wanted wanted, long after, int limit) {
        return db.sql("select row_number, line, reason, kept from quarantine" + KEPT + " and content_sha256 = ?"
                + " and file_name = ? and row_number > ? order by row_number limit ?")
                .params(parameters(wanted, wanted.run()))
                .params(content.sha256(), content.name(), after, limit)
                .query((row, index) -> new Kept(new Position(row.getLong("row_number"), row.getLong("line")),
                        row.getString("kept")))
                .list();
    }

    /// A row that is kept whole.
    record Kept(Position position, String text) {
    }

    private static final String KEPT = " where kept is not null and (? = '' or strpos(lower(file_name), lower(?)) > 0)"
            + " and (? = '' or reason = ?) and (? = '' or format = ? or options->'mapping'->>'source' = ?)"
            + " and (? = '' or mapping_name = ?)"
            + " and (?::uuid is null or content_sha256 = (select content_sha256 from import_run where id = ?))";

    private static @Nullable Object[] parameters(Quarantine.Wanted wanted, @Nullable UUID run) {
        return new @Nullable Object[]{wanted.file(), wanted.file(), wanted.reason(), wanted.reason(), wanted.source(),
                wanted.source(), wanted.source(), wanted.kept(), wanted.kept(), run, run};
    }

    private static FileFormat format(String label) {
        return FileFormat.find(label).orElseThrow(() -> new IllegalStateException(
                "format (" + label + ") must be a known one\nMaybe a newer version wrote it."));
    }

    /// Takes rows that were tried again out, and puts those back that still cannot be used.
    ///
    /// **errors** a retryable `StoreException` when one is gone already, for then another process tried it
    static void tried(JdbcClient db, ImportedContent content, List<Kept> rows, List<RejectedRow> left) {
        int gone = db.sql("delete from quarantine where content_sha256 = ? and row_number = any(?)")
                .param(content.sha256()).param(rows.stream().map(row -> row.position().row()).toArray(Long[]::new))
                .update();
        if (gone != rows.size()) {
            throw StoreException.retryable("another process tried the same rows again meanwhile", "quarantine",
                    "Try again: what is stored already is not stored twice.", null);
        }
        insert(db, content, left);
    }

    /// Rows that match and are not kept whole.
    static long notKept(JdbcClient db, Quarantine.Wanted wanted) {
        return db.sql("select count(*) from quarantine" + KEPT.replace("kept is not null", "kept is null"))
                .params(parameters(wanted, wanted.run())).query(Long.class).single();
    }

    @Override
    public List<Quarantine.Row> list(TenantId tenant, Filter filter, int limit, long offset) {
        return rows(tenant).list(wanted(filter), limit, offset).stream().map(QuarantineRepository::row).toList();
    }

    @Override
    public long count(TenantId tenant, Filter filter) {
        return rows(tenant).count(wanted(filter));
    }

    private SetAsideRepository rows(TenantId tenant) {
        return new SetAsideRepository(tenant, database);
    }

    private static SetAsideRepository.Filter wanted(Filter filter) {
        return new SetAsideRepository.Filter(given(filter.file()), given(filter.reason()));
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Quarantine.Row row(SetAsideRow row) {
        return new Quarantine.Row(row.file(), row.position(), RejectReason.of(row.reason()), row.detail(),
                row.excerpt());
    }

    @Override
    public Map<String, Long> countByFile(TenantId tenant) {
        return counts(tenant, "file_name");
    }

    @Override
    public Map<String, Long> countByReason(TenantId tenant) {
        return counts(tenant, "reason");
    }

    private Map<String, Long> counts(TenantId tenant, String column) {
        Map<String, Long> counts = new TreeMap<>();
        database.transactions().run(tenant, db -> db
                .sql("select " + column + " as name, count(*) as rows from quarantine group by " + column)
                .query(row -> {
                    counts.put(row.getString("name"), row.getLong("rows"));
                }));
        return counts;
    }
}
