package dev.upswell.server.registry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a slice did into table `event_log`, in the transaction in which it happened.
public final class EventLogRepository {

    public static final String TRAIN_DONE = "TRAIN_DONE";
    public static final String TRAIN_REFUSED = "TRAIN_REFUSED";
    public static final String MODEL_PROMOTED = "MODEL_PROMOTED";
    public static final String MODEL_ROLLED_BACK = "MODEL_ROLLED_BACK";
    public static final String PREDICT_DONE = "PREDICT_DONE";
    public static final String OUTCOMES_SETTLED = "OUTCOMES_SETTLED";
    public static final String BACKTEST_DONE = "BACKTEST_DONE";

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

    /// The model that served before this one was promoted the last time.
    ///
    /// **absence** empty when it was never promoted, or was the first to serve.
    Optional<UUID> servedBefore(JdbcClient db, UUID model) {
        return db.sql("""
            select payload->>'previous' from event_log where type = 'MODEL_PROMOTED'
            and payload->>'model' = ? order by occurred_at desc limit 1""").param(model.toString())
                .query((row, index) -> Optional.ofNullable(row.getString(1)).map(UUID::fromString)).list().stream()
                .findFirst().flatMap(previous -> previous);
    }
}
