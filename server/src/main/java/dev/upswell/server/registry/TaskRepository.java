package dev.upswell.server.registry;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `improvement_task`, each change with its event. All calls run inside the caller's tenant transaction.
public final class TaskRepository {

    private static final String COLUMNS = """
        select id, topic, title, category, trigger, hypothesis, success_metric, owner_agent, review_date, state, facts,
        opened_as_of, result, created_at, closed_at from improvement_task\s""";

    private final EventLogRepository events = new EventLogRepository("registry");

    /// Opens a task unless one of its topic is pending.
    ///
    /// **absence** empty, and nothing changed, when one is.
    public Optional<ImprovementTask> open(JdbcClient db, Order order, Instant asOf) {
        Optional<UUID> opened = db.sql("""
            insert into improvement_task (topic, title, category, trigger, hypothesis, success_metric, owner_agent,
            review_date, facts, opened_as_of) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, topic) where state in ('OPEN', 'TAKEN') do nothing returning id""")
                .params(order.topic(), order.title(), order.category().name(), order.trigger(), order.hypothesis(),
                        order.successMetric(), order.ownerAgent(), order.reviewDate(), Json.write(order.facts()),
                        RowTime.utc(asOf))
                .query(UUID.class).optional();
        opened.ifPresent(id -> {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("task", id.toString());
            payload.put("topic", order.topic());
            payload.put("title", order.title());
            payload.put("trigger", order.trigger());
            payload.put("asOf", asOf.toString());
            payload.put("figures", order.facts());
            events.write(db, order.category() == Category.RETRAINING
                    ? EventType.RETRAIN_TASK_OPENED
                    : EventType.TASK_OPENED, payload);
        });
        return opened.flatMap(id -> find(db, id));
    }

    /// Tasks, the pending ones first and then the newest first.
    public List<ImprovementTask> list(JdbcClient db) {
        return db.sql(COLUMNS + "order by state in ('OPEN', 'TAKEN') desc, created_at desc, id")
                .query((row, index) -> task(row)).list();
    }

    /// The task with this id.
    public Optional<ImprovementTask> find(JdbcClient db, UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query((row, index) -> task(row)).optional();
    }

    /// The tasks with these ids.
    List<ImprovementTask> find(JdbcClient db, Collection<UUID> ids) {
        return db.sql(COLUMNS + "where id = any(?)").param(ids.toArray(UUID[]::new)).query((row, index) -> task(row))
                .list();
    }

    /// The pending task of this topic.
    public Optional<ImprovementTask> pending(JdbcClient db, String topic) {
        return db.sql(COLUMNS + "where topic = ? and state in ('OPEN', 'TAKEN')").param(topic)
                .query((row, index) -> task(row)).optional();
    }

    /// When the last task of this category was opened; empty before the first.
    Optional<Instant> lastOpened(JdbcClient db, Category category) {
        return db.sql("select max(created_at) as at from improvement_task where category = ?").param(category.name())
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /// The last task of this topic, whether pending or closed.
    public Optional<ImprovementTask> last(JdbcClient db, String topic) {
        return db.sql(COLUMNS + "where topic = ? order by opened_as_of desc, created_at desc, id limit 1").param(topic)
                .query((row, index) -> task(row)).optional();
    }

    /// Marks an open task as worked on; one that is not open stays as it is.
    public void take(JdbcClient db, UUID id) {
        db.sql("update improvement_task set state = 'TAKEN' where id = ? and state = 'OPEN'").param(id).update();
    }

    /// Marks an open task as accepted by a person, with its event; false when it is not open.
    boolean accept(JdbcClient db, UUID id, String by) {
        boolean accepted = db.sql("update improvement_task set state = 'TAKEN' where id = ? and state = 'OPEN'")
                .param(id).update() > 0;
        if (accepted) {
            events.write(db, EventType.TASK_ACCEPTED, Map.of("task", id.toString(), "by", by));
        }
        return accepted;
    }

    /// Closes a pending task and says what came of it; one that is closed stays as it is.
    ///
    /// @param done whether it was done, rather than dropped
    public void close(JdbcClient db, UUID id, boolean done, String result) {
        State state = done ? State.DONE : State.DROPPED;
        int closed = db.sql("""
            update improvement_task set state = ?, result = ?, closed_at = clock_timestamp()
            where id = ? and state in ('OPEN', 'TAKEN')""").params(state.name(), result, id).update();
        if (closed > 0) {
            events.write(db, EventType.TASK_CLOSED,
                    Map.of("task", id.toString(), "state", state.name(), "result", result));
        }
    }

    private static ImprovementTask task(ResultSet row) throws SQLException {
        Map<String, Double> facts = Json.read(row.getString("facts"), new TypeReference<Map<String, Double>>() {
        });
        Order order = new Order(row.getString("topic"), row.getString("title"),
                Category.valueOf(row.getString("category")), row.getString("trigger"), row.getString("hypothesis"),
                row.getString("success_metric"), row.getString("owner_agent"),
                row.getObject("review_date", LocalDate.class), facts);
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new ImprovementTask(row.getObject("id", UUID.class), order, State.valueOf(row.getString("state")),
                instant(row, "opened_as_of"), row.getString("result"), instant(row, "created_at"),
                closed == null ? null : closed.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
