package dev.upswell.server.collect.intake;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the import runs of the database.
final class ImportRunRepository {

    private static final String EARLIER = "earlier";
    private final TenantTransactions transactions;

    ImportRunRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /// A row of the database, and the content that it is about.
    ///
    /// @param open whether the row says that the import is going on, which a killed process leaves as it is
    record Run(ImportRecord record, String sha256, boolean open) {
    }

    /// The newest runs, at most this many.
    List<Run> newest(TenantId tenant, long limit) {
        return transactions.call(tenant, db -> runs(db, "order by started_at desc, id limit ?", limit));
    }

    Optional<Run> find(TenantId tenant, UUID id) {
        return transactions.call(tenant, db -> runs(db, "where id = ?", id)).stream().findFirst();
    }

    /// The newest runs of this content.
    List<Run> of(TenantId tenant, String sha256) {
        return transactions.call(tenant,
                db -> runs(db, "where content_sha256 = ? order by started_at desc, id", sha256));
    }

    long count(TenantId tenant) {
        return transactions.call(tenant, db -> db.sql("select count(*) from import_run").query(Long.class).single());
    }

    /// Ids of the runs of this content that came to their end.
    Set<UUID> finished(TenantId tenant, String sha256) {
        return transactions.call(tenant, db -> new HashSet<>(
                db.sql("select id from import_run where state = 'DONE' and content_sha256 = ?").param(sha256)
                        .query(UUID.class).list()));
    }

    /// Whether nothing is known of any entity.
    boolean knowsNothing(TenantId tenant) {
        return transactions.call(tenant,
                db -> !db.sql("select exists(select 1 from entity)").query(Boolean.class).single());
    }

    private static List<Run> runs(JdbcClient db, String which, Object parameter) {
        List<Run> runs = db.sql("select * from import_run " + which).param(parameter)
                .query((row, index) -> run(row)).list();
        Map<String, Map<String, Long>> reasons = reasons(db, runs);
        return runs.stream().map(run -> reasons.containsKey(run.sha256()) ? run(run, reasons.get(run.sha256())) : run)
                .toList();
    }

    private static Map<String, Map<String, Long>> reasons(JdbcClient db, List<Run> runs) {
        Map<String, Map<String, Long>> reasons = new HashMap<>();
        db.sql("select content_sha256, reason, count(*) as rows from quarantine where content_sha256 = any(cast(? as text[]))"
                + " group by content_sha256, reason")
                .param(runs.stream().map(Run::sha256).distinct().toArray(String[]::new))
                .query(row -> {
                    reasons.computeIfAbsent(row.getString("content_sha256"), sha -> new HashMap<>())
                            .put(row.getString("reason"), row.getLong("rows"));
                });
        return reasons;
    }

    /// The run with its quarantined rows by reason. When the same content was later read in another way, the rows of this
    /// reading are no longer there, and only their number is known.
    private static Run run(Run run, Map<String, Long> reasons) {
        ImportRecord record = run.record();
        ImportRecord.Rows rows = record.rows();
        long known = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (known != rows.quarantined().getOrDefault(EARLIER, 0L)) {
            return run;
        }
        return new Run(new ImportRecord(record.id(), record.file(), record.format(), record.state(), record.startedAt(),
                record.finishedAt(), new ImportRecord.Rows(rows.read(), rows.stored(), rows.duplicate(), reasons),
                record.found()), run.sha256(), run.open());
    }

    private static Run run(ResultSet row) throws SQLException {
        long quarantined = row.getLong("quarantined");
        var rows = new ImportRecord.Rows(row.getLong("rows_read"), row.getLong("stored"), row.getLong("duplicate"),
                quarantined == 0 ? Map.of() : Map.of(EARLIER, quarantined));
        String state = row.getString("state");
        Instant startedAt = time(row, "started_at");
        return new Run(
                new ImportRecord(row.getObject("id", UUID.class), row.getString("file_name"), row.getString("format"),
                        state(state, row.getString("message")), startedAt == null ? Instant.EPOCH : startedAt,
                        time(row, "finished_at"), rows, found(row)),
                row.getString("content_sha256"), state.equals("RUNNING"));
    }

    private static ImportState state(String state, @Nullable String message) {
        return switch (state) {
            case "DONE" ->
                message == null ? new ImportState.Done() : new ImportState.BrokenOff(ImportState.told(message));
            case "FAILED" -> new ImportState.Failed(ImportState.told(message == null ? "" : message));
            default -> new ImportState.Interrupted();
        };
    }

    private static ImportRecord.Found found(ResultSet row) throws SQLException {
        Map<String, Long> entities = new HashMap<>();
        JsonMapper.shared().readTree(row.getString("entities")).properties()
                .forEach(entry -> entities.put(entry.getKey(), entry.getValue().asLong()));
        List<String> notes = new ArrayList<>();
        for (JsonNode note : JsonMapper.shared().readTree(row.getString("notes"))) {
            notes.add(note.asString());
        }
        return new ImportRecord.Found(row.getLong("observations"), entities, time(row, "from_time"),
                time(row, "to_time"),
                notes);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
