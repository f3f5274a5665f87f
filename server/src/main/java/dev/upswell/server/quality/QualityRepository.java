package dev.upswell.server.quality;

import dev.upswell.quality.Finding;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.RuleTable;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tenant's quality gates found, and the rules by which they judge.
public final class QualityRepository {

    private static final String WHICH = " where (? = '' or verdict = ?) and (? = '' or state = ?)";

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;

    public QualityRepository(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// A batch as it was judged.
    ///
    /// @param verdict label of the gravest verdict
    /// @param state passed, held, released or dropped
    /// @param settledAt when it was released or dropped; null otherwise
    public record Batch(UUID id, String scope, String name, String verdict, String state, long heldRows,
            Instant judgedAt, @Nullable Instant settledAt) {
    }

    /// What one rule found of one source in a batch.
    public record Result(String source, Finding finding) {
    }

    /// The latest finding of a rule on a source.
    public record Latest(String source, Finding finding, UUID batch, Instant judgedAt) {
    }

    /// A reading that failed a rule.
    ///
    /// @param before what the counter showed before; null when it is missing now
    /// @param after what it shows; null when it is missing
    public record Failure(String rule, String source, String kind, String entity, Instant observedAt, String counter,
            @Nullable Long before, @Nullable Long after) {
    }

    /// A shape that a format had.
    public record Version(String format, int version, long items, int fields, String change, Instant firstSeen,
            Instant lastSeen) {
    }

    /// The rules that apply.
    public RuleTable rules() {
        return database.transactions().call(tenant, GateRepository::rules);
    }

    /// Writes a limit; the next batch is judged by it.
    public void set(GateLimit limit) {
        database.transactions().run(tenant, db -> {
            GateRepository.set(db, limit, clock.instant());
            GateRepository.event(db, EventType.QUALITY_RULE_CHANGED, Map.of("rule", limit.rule().label(), "warnAbove",
                    String.valueOf(limit.warnAbove()), "blockAbove", String.valueOf(limit.blockAbove()), "least",
                    Long.toString(limit.least())));
        });
    }

    /// Takes an edited limit back.
    public void reset(GateRule rule) {
        database.transactions().run(tenant, db -> {
            GateRepository.reset(db, rule);
            GateRepository.event(db, EventType.QUALITY_RULE_CHANGED, Map.of("rule", rule.label(), "to", "usual"));
        });
    }

    /// Batches, the newest first.
    ///
    /// @param verdict label of one verdict; empty for all
    /// @param state one state; empty for all
    public List<Batch> batches(String verdict, String state, int limit, long offset) {
        return database.transactions().call(tenant, db -> db.sql("select * from gate_batch" + WHICH
                + " order by seq desc limit ? offset ?").params(verdict, verdict, state, state, limit, offset)
                .query((row, index) -> batch(row)).list());
    }

    /// How many there are.
    public long count(String verdict, String state) {
        return database.transactions().call(tenant, db -> db.sql("select count(*) from gate_batch" + WHICH)
                .params(verdict, verdict, state, state).query(Long.class).single());
    }

    /// The batch with this id.
    public Optional<Batch> find(UUID id) {
        return database.transactions().call(tenant, db -> db.sql("select * from gate_batch where id = ?").param(id)
                .query((row, index) -> batch(row)).optional());
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(row.getObject("id", UUID.class), row.getString("scope"), row.getString("name"),
                row.getString("verdict"), row.getString("state"), row.getLong("held_rows"),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// What was found in a batch, by source and rule.
    public List<Result> results(UUID batch) {
        return database.transactions().call(tenant, db -> db
                .sql("select * from gate_result where batch_id = ? order by source, rule").param(batch)
                .query((row, index) -> new Result(row.getString("source"), GateRepository.finding(row))).list());
    }

    /// The latest finding of each rule on each source, by source and rule, of the last 500 batches.
    public List<Latest> latest() {
        return database.transactions().call(tenant, db -> db.sql("""
            select distinct on (r.source, r.rule) r.*, b.judged_at from gate_result r
            join (select * from gate_batch order by seq desc limit 500) b on b.id = r.batch_id
            where r.verdict <> 'unjudged' order by r.source, r.rule, b.seq desc""")
                .query((row, index) -> new Latest(row.getString("source"), GateRepository.finding(row),
                        row.getObject("batch_id", UUID.class),
                        row.getObject("judged_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// Failed readings of a batch, in the order in which they were met.
    public List<Failure> failures(UUID batch, int limit, long offset) {
        return database.transactions().call(tenant, db -> db
                .sql("select * from gate_failure where batch_id = ? order by place limit ? offset ?")
                .params(batch, limit, offset).query((row, index) -> new Failure(row.getString("rule"),
                        row.getString("source"), row.getString("kind"), row.getString("entity_id"),
                        row.getObject("observed_at", OffsetDateTime.class).toInstant(), row.getString("counter"),
                        (Long) row.getObject("before"), (Long) row.getObject("after")))
                .list());
    }

    /// How many failed readings of a batch are kept.
    public long failureCount(UUID batch) {
        return database.transactions().call(tenant, db -> db
                .sql("select count(*) from gate_failure where batch_id = ?").param(batch).query(Long.class).single());
    }

    /// Shapes of formats, the newest of each first.
    public List<Version> versions() {
        return database.transactions().call(tenant,
                db -> db.sql("select * from schema_version order by format, version desc")
                        .query((row, index) -> new Version(row.getString("format"), row.getInt("version"),
                                row.getLong("items"),
                                GateRepository.sketch(0, row.getString("fields")).fields().size(),
                                row.getString("change"),
                                row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                        .list());
    }
}
