package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.intake.SetAsideRepository;
import dev.upswell.server.collect.intake.SetAsideRow;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        db.sql("""
            insert into quarantine (content_sha256, file_name, row_number, line, reason, detail, excerpt)
            select ?, ?, * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]))
            on conflict do nothing""").param(content.sha256()).param(content.name())
                .param(column(rows, row -> Long.toString(row.position().row())))
                .param(column(rows, row -> Long.toString(Math.max(1, row.position().line()))))
                .param(column(rows, row -> row.reason().label())).param(column(rows, RejectedRow::detail))
                .param(column(rows, RejectedRow::excerpt)).update();
    }

    private static String[] column(List<RejectedRow> rows, Function<RejectedRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
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
