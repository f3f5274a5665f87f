package dev.upswell.server.alert;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `alert`, each with its event: nothing else writes them. All calls run inside the caller's tenant transaction.
public final class AlertRepository {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String SELECT = """
        select id, type, severity, title, facts, as_of, task_id, created_at, acknowledged_at, acknowledged_by, rule_id, kind,
        entity_id, evidence from alert\s""";
    private static final String WANTED = """
        where (not ?::boolean or acknowledged_at is null) and (?::text is null or severity = ?)\s""";

    private final EventLogRepository events = new EventLogRepository("alert");

    /// What an agent raises.
    ///
    /// @param facts figures behind it, by name
    /// @param task the task that is to mend it
    public record Raised(EventType type, String title, Map<String, Double> facts, UUID task, Instant asOf) {
    }

    /// Raises an alert about what a task is to mend.
    public void raise(JdbcClient db, Raised raised) {
        db.sql("insert into alert (type, title, facts, as_of, task_id) values (?, ?, ?::jsonb, ?, ?)")
                .params(raised.type().name(), raised.title(), MAPPER.writeValueAsString(raised.facts()),
                        RowTime.utc(raised.asOf()), raised.task())
                .update();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("title", raised.title());
        payload.put("task", raised.task().toString());
        payload.put("asOf", raised.asOf().toString());
        payload.put("figures", raised.facts());
        events.write(db, raised.type(), payload);
    }

    /// Rings; false where the rule rang of the same at the same instant before, and then nothing is done.
    public boolean ring(JdbcClient db, Alert.Ringing ringing) {
        int added = db.sql("""
            insert into alert (type, severity, title, as_of, rule_id, kind, entity_id, evidence)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (tenant_id, rule_id, kind, entity_id, as_of) where rule_id is not null do nothing""")
                .params(EventType.RULE_ALERT.name(), ringing.severity().name(), ringing.name(),
                        RowTime.utc(ringing.asOf()), ringing.rule(), ringing.entity().kind().label(),
                        ringing.entity().value(), MAPPER.writeValueAsString(ringing.rows()))
                .update();
        if (added > 0) {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("title", ringing.name());
            payload.put("severity", ringing.severity().name());
            payload.put("entity", ringing.entity().kind().label() + "/" + ringing.entity().value());
            payload.put("asOf", ringing.asOf().toString());
            payload.put("rows", ringing.rows().stream().map(AlertRepository::line).toList());
            events.write(db, EventType.RULE_ALERT, payload);
        }
        return added > 0;
    }

    private static String line(Evidence row) {
        return (row.what() + " " + row.detail() + (row.value() == null ? "" : " = " + row.value()) + " (" + row.how()
                + (row.asked() == null ? "" : " " + row.asked()) + ") " + row.link()).replaceAll(" {2,}", " ");
    }

    /// The last alerts, the newest first.
    ///
    /// @param unread only what nobody said to have seen
    /// @param severity only these; null for all
    List<Alert> list(JdbcClient db, boolean unread, @Nullable Severity severity, int limit, long offset) {
        String word = severity == null ? null : severity.name();
        return db.sql(SELECT + WANTED + "order by created_at desc, id limit ? offset ?").param(unread).param(word)
                .param(word).param(limit).param(offset).query((row, index) -> alert(row)).list();
    }

    long count(JdbcClient db, boolean unread, @Nullable Severity severity) {
        String word = severity == null ? null : severity.name();
        return db.sql("select count(*) from alert " + WANTED).param(unread).param(word).param(word).query(Long.class)
                .single();
    }

    /// How many nobody has seen, counted up to `most`. **cost** as many steps in an index of unseen ones.
    int unread(JdbcClient db, int most) {
        return db.sql("select count(*) from (select from alert where acknowledged_at is null limit ?) unseen")
                .param(most).query(Integer.class).single();
    }

    /// Alerts whose id begins with this text.
    List<Alert> find(JdbcClient db, String beginning) {
        return db.sql(SELECT + "where starts_with(id::text, ?)").param(beginning)
                .query((row, index) -> alert(row)).list();
    }

    /// Keeps that a person has seen an alert; one that somebody saw before stays theirs.
    void acknowledge(JdbcClient db, Alert alert, String by) {
        int changed = db.sql("""
            update alert set acknowledged_at = clock_timestamp(), acknowledged_by = ?
            where id = ? and acknowledged_at is null""").params(by, alert.id()).update();
        if (changed > 0) {
            events.write(db, EventType.ALERT_ACKNOWLEDGED,
                    Map.of("alert", alert.id().toString(), "alertType", alert.type(), "title", alert.title(), "by",
                            by));
        }
    }

    /// The same of all that were raised until then; returns of how many.
    ///
    /// @param severity null for any
    int acknowledgeAll(JdbcClient db, Instant until, @Nullable Severity severity, String by) {
        int changed = db.sql("""
            update alert set acknowledged_at = clock_timestamp(), acknowledged_by = ?
            where created_at <= ? and acknowledged_at is null and severity = coalesce(?, severity)""").param(by)
                .param(RowTime.utc(until)).param(severity == null ? null : severity.name()).update();
        if (changed > 0) {
            events.write(db, EventType.ALERT_ACKNOWLEDGED, Map.of("alerts", changed, "by", by));
        }
        return changed;
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Map<String, Double> facts = MAPPER.readValue(row.getString("facts"), new TypeReference<Map<String, Double>>() {
        });
        return new Alert(row.getObject("id", UUID.class), row.getString("type"),
                Severity.valueOf(row.getString("severity")), row.getString("title"), facts,
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getObject("task_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), acknowledged(row), cause(row));
    }

    private static Alert.@Nullable Acknowledged acknowledged(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("acknowledged_at", OffsetDateTime.class);
        return at == null ? null : new Alert.Acknowledged(at.toInstant(), row.getString("acknowledged_by"));
    }

    private static Alert.@Nullable Cause cause(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new Alert.Cause(row.getObject("rule_id", UUID.class), kind, row.getString("entity_id"),
                        MAPPER.readValue(row.getString("evidence"), new TypeReference<List<Evidence>>() {
                        }));
    }
}
