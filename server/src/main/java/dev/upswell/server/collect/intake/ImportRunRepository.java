package dev.upswell.server.collect.intake;

import dev.upswell.server.mapping.MappingVersion;
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
        return db.sql("select * from import_run " + which).param(parameter).query((row, index) -> run(row)).list();
    }

    /// The quarantined rows by reason. Of runs of the first release whose rows were replaced, only their number is known.
    private static Map<String, Long> quarantined(ResultSet row) throws SQLException {
        long rows = row.getLong("quarantined");
        Map<String, Long> reasons = counts(row.getString("reasons"));
        return rows > 0 && reasons.isEmpty() ? Map.of(EARLIER, rows) : reasons;
    }

    private static Map<String, Long> counts(String json) {
        Map<String, Long> counts = new HashMap<>();
        JsonMapper.shared().readTree(json).properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private static Run run(ResultSet row) throws SQLException {
        var rows = new ImportRecord.Rows(row.getLong("rows_read"), row.getLong("stored"), row.getLong("duplicate"),
                quarantined(row));
        String state = row.getString("state");
        Instant startedAt = time(row, "started_at");
        return new Run(
                new ImportRecord(row.getObject("id", UUID.class), row.getString("file_name"), row.getString("format"),
                        state(state, row.getString("message")), startedAt == null ? Instant.EPOCH : startedAt,
                        time(row, "finished_at"), rows, found(row), mapping(row)),
                row.getString("content_sha256"), state.equals("RUNNING"));
    }

    private static @Nullable MappingVersion mapping(ResultSet row) throws SQLException {
        String name = row.getString("mapping_name");
        return name == null ? null : new MappingVersion(name, row.getInt("mapping_version"));
    }

    private static ImportState state(String state, @Nullable String message) {
        return switch (state) {
            case "DONE" ->
                message == null ? new ImportState.Done() : new ImportState.BrokenOff(ImportState.told(message));
            case "FAILED", "SUPERSEDED" -> new ImportState.Failed(ImportState.told(message == null ? "" : message));
            default -> new ImportState.Interrupted();
        };
    }

    private static ImportRecord.Found found(ResultSet row) throws SQLException {
        List<String> notes = new ArrayList<>();
        for (JsonNode note : JsonMapper.shared().readTree(row.getString("notes"))) {
            notes.add(note.asString());
        }
        return new ImportRecord.Found(row.getLong("observations"), counts(row.getString("entities")),
                time(row, "from_time"),
                time(row, "to_time"),
                notes);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
