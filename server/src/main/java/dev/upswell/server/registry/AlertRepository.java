package dev.upswell.server.registry;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `alert`, each with its event. All calls run inside the caller's tenant transaction.
final class AlertRepository {

    private static final String SELECT = """
        select id, type, title, facts, as_of, task_id, created_at, acknowledged_at, acknowledged_by from alert\s""";

    private final EventLogRepository events = new EventLogRepository("registry");

    /// Raises an alert about what a task is to mend.
    void raise(JdbcClient db, EventType type, String title, ImprovementTask task, Instant asOf) {
        db.sql("insert into alert (type, title, facts, as_of, task_id) values (?, ?, ?::jsonb, ?, ?)")
                .params(type.name(), title, Json.write(task.order().facts()), asOf.atOffset(ZoneOffset.UTC), task.id())
                .update();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("title", title);
        payload.put("task", task.id().toString());
        payload.put("asOf", asOf.toString());
        payload.put("figures", task.order().facts());
        events.write(db, type, payload);
    }

    /// The last alerts, the newest first.
    List<Alert> list(JdbcClient db, int limit) {
        return db.sql(SELECT + "order by created_at desc, id limit ?").param(limit)
                .query((row, index) -> alert(row)).list();
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

    private static Alert alert(ResultSet row) throws SQLException {
        Map<String, Double> facts = Json.read(row.getString("facts"), new TypeReference<Map<String, Double>>() {
        });
        return new Alert(row.getObject("id", UUID.class), row.getString("type"), row.getString("title"), facts,
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getObject("task_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), acknowledged(row));
    }

    private static Alert.@Nullable Acknowledged acknowledged(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("acknowledged_at", OffsetDateTime.class);
        return at == null ? null : new Alert.Acknowledged(at.toInstant(), row.getString("acknowledged_by"));
    }
}
