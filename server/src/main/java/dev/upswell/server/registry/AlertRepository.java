package dev.upswell.server.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `alert`, each with its event. All calls run inside the caller's tenant transaction.
final class AlertRepository {

    private final EventLogRepository events = new EventLogRepository("registry");

    /// Raises an alert about what a task is to mend.
    void raise(JdbcClient db, String type, String title, ImprovementTask task, Instant asOf) {
        db.sql("insert into alert (type, title, facts, as_of, task_id) values (?, ?, ?::jsonb, ?, ?)")
                .params(type, title, Json.write(task.order().facts()), asOf.atOffset(ZoneOffset.UTC), task.id())
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
        return db.sql("select id, type, title, facts, as_of, task_id, created_at from alert"
                + " order by created_at desc, id limit ?").param(limit).query((row, index) -> alert(row)).list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Map<String, Double> facts = Json.read(row.getString("facts"), new TypeReference<Map<String, Double>>() {
        });
        return new Alert(row.getObject("id", UUID.class), row.getString("type"), row.getString("title"), facts,
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getObject("task_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
