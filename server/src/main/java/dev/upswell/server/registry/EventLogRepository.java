package dev.upswell.server.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a slice did into table `event_log`, in the transaction in which it happened.
public final class EventLogRepository {

    private static final String OF_TASK = """
         from event_log e join model_record m on m.id::text = e.payload->>'model'
        where m.entity_kind = ? and m.horizon_hours = ? and e.type = any(?::text[])""";

    public static final String TRAIN_DONE = "TRAIN_DONE";
    public static final String MODEL_IMPORTED = "MODEL_IMPORTED";
    public static final String MODEL_EXPORTED = "MODEL_EXPORTED";
    public static final String MODEL_PUSHED = "MODEL_PUSHED";
    public static final String TRAIN_REFUSED = "TRAIN_REFUSED";
    public static final String MODEL_PROMOTED = "MODEL_PROMOTED";
    public static final String SHADOW_STARTED = "SHADOW_STARTED";
    public static final String SHADOW_FAILED = "SHADOW_FAILED";
    public static final String APPROVAL_AWAITED = "APPROVAL_AWAITED";
    public static final String MODEL_REJECTED = "MODEL_REJECTED";
    public static final String DRIFT_ALERT = "DRIFT_ALERT";
    public static final String RETRAIN_TASK_OPENED = "RETRAIN_TASK_OPENED";
    public static final String TASK_OPENED = "TASK_OPENED";
    public static final String TASK_CLOSED = "TASK_CLOSED";
    public static final String MODEL_ROLLED_BACK = "MODEL_ROLLED_BACK";
    public static final String PREDICT_DONE = "PREDICT_DONE";
    public static final String OUTCOMES_SETTLED = "OUTCOMES_SETTLED";
    public static final String BACKTEST_DONE = "BACKTEST_DONE";
    public static final String BACKTEST_JUDGED = "BACKTEST_JUDGED";
    public static final String TUNING_DONE = "TUNING_DONE";
    public static final String INGEST_DONE = "INGEST_DONE";
    public static final String DEAD_LETTER = "DEAD_LETTER";
    public static final String DEAD_LETTER_REPLAYED = "DEAD_LETTER_REPLAYED";
    public static final String DEAD_LETTER_DROPPED = "DEAD_LETTER_DROPPED";
    public static final String SOURCE_PAUSED = "SOURCE_PAUSED";
    public static final String WATCH_ADDED = "WATCH_ADDED";
    public static final String WATCH_REMOVED = "WATCH_REMOVED";

    /// What changes who serves, or is on its way to it.
    public static final List<String> OF_MODELS = List.of(SHADOW_STARTED, APPROVAL_AWAITED, MODEL_PROMOTED,
            MODEL_REJECTED,
            MODEL_ROLLED_BACK);

    private final String slice;

    /// An event about a model.
    ///
    /// @param model the one that was promoted, rejected or taken back
    /// @param family of that model
    /// @param asOf up to when the world was known; null for events of the first release, as are the next two
    /// @param actor who decided: [Decision#RULE], [Decision#HAND] or a name
    /// @param reason a sentence
    public record OfModel(String type, UUID model, String family, @Nullable Instant asOf, @Nullable String actor,
            @Nullable String reason, Instant at) {
    }

    /// The log as this slice of the server writes it.
    public EventLogRepository(String slice) {
        this.slice = slice;
    }

    /// Part of the events of these types about the models of a task, the newest first.
    public List<OfModel> list(JdbcClient db, ModelTask task, List<String> types, int limit, int offset) {
        return db.sql("select e.type, m.id, m.kind, e.payload->>'asOf' as as_of, e.payload->>'actor' as actor,"
                + " e.payload->>'reason' as reason, e.occurred_at" + OF_TASK
                + " order by e.occurred_at desc, e.id desc limit ? offset ?")
                .params(task.kind().label(), task.horizonHours(), types.toArray(String[]::new), limit, offset)
                .query((row, index) -> ofModel(row)).list();
    }

    /// How many there are.
    public long count(JdbcClient db, ModelTask task, List<String> types) {
        return db.sql("select count(*)" + OF_TASK)
                .params(task.kind().label(), task.horizonHours(), types.toArray(String[]::new)).query(Long.class)
                .single();
    }

    private static OfModel ofModel(ResultSet row) throws SQLException {
        String asOf = row.getString("as_of");
        return new OfModel(row.getString("type"), row.getObject("id", UUID.class), row.getString("kind"),
                asOf == null ? null : Instant.parse(asOf), row.getString("actor"), row.getString("reason"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }

    /// Adds an event.
    ///
    /// @param type such as `TRAIN_DONE`
    /// @param payload the facts, by name
    public void write(JdbcClient db, String type, Map<String, ?> payload) {
        db.sql("insert into event_log (type, slice, payload) values (?, ?, ?::jsonb)").param(type).param(slice)
                .param(Json.write(payload)).update();
    }
}
