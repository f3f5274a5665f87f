package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that could not be used, in the database.
final class QuarantineRepository implements Quarantine {

    private static final String WHERE = " where (? = '' or file_name = ?) and (? = '' or reason = ?)";
    private final TenantTransactions transactions;

    QuarantineRepository(TenantTransactions transactions) {
        this.transactions = transactions;
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
        return transactions.call(tenant, db -> db.sql("select * from quarantine" + WHERE
                + " order by file_name, content_sha256, row_number limit ? offset ?")
                .params(filter.file(), filter.file(), filter.reason(), filter.reason(), limit, offset)
                .query((row, index) -> new Quarantine.Row(row.getString("file_name"),
                        new Position(row.getLong("row_number"), row.getLong("line")),
                        RejectReason.of(row.getString("reason")),
                        row.getString("detail"), row.getString("excerpt")))
                .list());
    }

    @Override
    public long count(TenantId tenant, Filter filter) {
        return transactions.call(tenant, db -> db.sql("select count(*) from quarantine" + WHERE)
                .params(filter.file(), filter.file(), filter.reason(), filter.reason()).query(Long.class).single());
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
        transactions.run(tenant, db -> db
                .sql("select " + column + " as name, count(*) as rows from quarantine group by " + column)
                .query(row -> {
                    counts.put(row.getString("name"), row.getLong("rows"));
                }));
        return counts;
    }
}
