package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `alert_rule`. All calls run inside the caller's tenant transaction.
final class RuleRepository {

    /// After which events there may be something new to look at.
    private static final String[] TELLING = {"METRIC_DONE", "PREDICT_DONE", "SCORE_DONE"};

    private static final String SELECT = """
        select id, name, kind, conditions, scope, severity, cool_down_minutes, paused, since, made_by, made_at, changed_by,
        changed_at from alert_rule\s""";

    /// All, by name.
    List<AlertRule> list(JdbcClient db) {
        return db.sql(SELECT + "order by name, id").query((row, index) -> rule(row)).list();
    }

    Optional<AlertRule> find(JdbcClient db, UUID id) {
        return db.sql(SELECT + "where id = ?").param(id).query((row, index) -> rule(row)).optional();
    }

    /// The same, held until the transaction ends: of two who look one waits.
    Optional<AlertRule> hold(JdbcClient db, UUID id) {
        return db.sql(SELECT + "where id = ? for update").param(id).query((row, index) -> rule(row)).optional();
    }

    boolean isNamed(JdbcClient db, String name, @Nullable UUID but) {
        return db.sql("select exists (select from alert_rule where lower(name) = lower(?) and id is distinct from ?)")
                .param(name).param(but).query(Boolean.class).single();
    }

    int count(JdbcClient db) {
        return db.sql("select count(*) from alert_rule").query(Integer.class).single();
    }

    /// Lets nobody else add or rename rules until the transaction ends.
    void holdAll(JdbcClient db) {
        db.sql("select count(*) from (select pg_advisory_xact_lock(hashtextextended('vigil ' || current_tenant(), 0))) held")
                .query(Long.class).single();
    }

    UUID add(JdbcClient db, RuleDraft asks, Instant since, String by, Instant now) {
        return db.sql("""
            insert into alert_rule (name, kind, conditions, scope, severity, cool_down_minutes, since, made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(asks.name(), asks.kind().label(), texts(asks), asks.scope().text(), asks.severity().name(),
                        asks.coolDown().toMinutes(), RowTime.utc(since), by, RowTime.utc(now))
                .query(UUID.class).single();
    }

    void change(JdbcClient db, UUID id, RuleDraft asks, Instant since, String by, Instant now) {
        db.sql("""
            update alert_rule set name = ?, kind = ?, conditions = ?, scope = ?, severity = ?, cool_down_minutes = ?,
            since = ?, changed_by = ?, changed_at = ? where id = ?""")
                .params(asks.name(), asks.kind().label(), texts(asks), asks.scope().text(), asks.severity().name(),
                        asks.coolDown().toMinutes(), RowTime.utc(since), by, RowTime.utc(now), id)
                .update();
    }

    /// @param since from when on it rings
    void pause(JdbcClient db, UUID id, boolean paused, Instant since, String by, Instant now) {
        db.sql("update alert_rule set paused = ?, since = ?, changed_by = ?, changed_at = ? where id = ?")
                .params(paused, RowTime.utc(since), by, RowTime.utc(now), id).update();
    }

    void remove(JdbcClient db, UUID id) {
        db.sql("delete from alert_rule where id = ?").param(id).update();
    }

    /// When the newest event happened after which there may be something to look at; empty where none did.
    Optional<Instant> told(JdbcClient db) {
        return db.sql("select max(occurred_at) as last from event_log where type = any(?)").param((Object) TELLING)
                .query((row, index) -> Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /// The rules that do not rest and were not looked at since the event of that instant.
    List<UUID> due(JdbcClient db, Instant told) {
        return db
                .sql("""
                    select id from alert_rule where not paused and (seen_until is null or seen_until < ?) order by made_at, id""")
                .param(RowTime.utc(told)).query(UUID.class).list();
    }

    void looked(JdbcClient db, UUID id, Instant told, Instant since) {
        db.sql("update alert_rule set seen_until = ?, since = ? where id = ?")
                .params(RowTime.utc(told), RowTime.utc(since), id).update();
    }

    /// When a rule rang of what, as of later than an instant.
    List<Rang> rang(JdbcClient db, UUID id, Instant after) {
        return db.sql("select kind, entity_id, as_of from alert where rule_id = ? and as_of > ?")
                .params(id, RowTime.utc(after))
                .query((row, index) -> new Rang(
                        new EntityId(EntityKind.of(row.getString("kind")), row.getString("entity_id")),
                        instant(row, "as_of")))
                .list();
    }

    /// That a rule rang.
    record Rang(EntityId entity, Instant at) {
    }

    private static String[] texts(RuleDraft asks) {
        return asks.all().stream().map(Condition::text).toArray(String[]::new);
    }

    private static AlertRule rule(ResultSet row) throws SQLException {
        List<Condition> conditions = Arrays.stream((String[]) row.getArray("conditions").getArray())
                .map(Condition::of).toList();
        var asks = new RuleDraft(row.getString("name"), EntityKind.of(row.getString("kind")), conditions,
                Scope.of(row.getString("scope")), Severity.valueOf(row.getString("severity")),
                Duration.ofMinutes(row.getLong("cool_down_minutes")));
        String by = row.getString("changed_by");
        return new AlertRule(row.getObject("id", UUID.class), asks, row.getBoolean("paused"), instant(row, "since"),
                row.getString("made_by"), instant(row, "made_at"),
                by == null ? null : new AlertRule.Changed(by, instant(row, "changed_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
