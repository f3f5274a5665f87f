package dev.upswell.server.registry;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a slice did into table `event_log`, in the transaction in which it happened.
public final class EventLogRepository {

    public static final String TRAIN_DONE = "TRAIN_DONE";
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

    private final String slice;

    /// The log as this slice of the server writes it.
    public EventLogRepository(String slice) {
        this.slice = slice;
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
