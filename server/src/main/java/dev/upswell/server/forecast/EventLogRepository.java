package dev.upswell.server.forecast;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what this slice did into table `event_log`, in the transaction in which it happened.
final class EventLogRepository {

    static final String TRAIN_DONE = "TRAIN_DONE";
    static final String TRAIN_REFUSED = "TRAIN_REFUSED";
    static final String MODEL_PROMOTED = "MODEL_PROMOTED";
    static final String MODEL_ROLLED_BACK = "MODEL_ROLLED_BACK";
    static final String PREDICT_DONE = "PREDICT_DONE";
    static final String OUTCOMES_SETTLED = "OUTCOMES_SETTLED";
    static final String BACKTEST_DONE = "BACKTEST_DONE";

    void write(JdbcClient db, String type, Map<String, ?> payload) {
        db.sql("insert into event_log (type, slice, payload) values (?, 'forecast', ?::jsonb)").param(type)
                .param(Json.write(payload)).update();
    }

    /// The model that served before this one was promoted the last time.
    ///
    /// **absence** empty when it was never promoted, or was the first to serve.
    Optional<UUID> servedBefore(JdbcClient db, UUID model) {
        return db.sql("""
            select payload->>'previous' from event_log where slice = 'forecast' and type = 'MODEL_PROMOTED'
            and payload->>'model' = ? order by occurred_at desc limit 1""").param(model.toString())
                .query((row, index) -> Optional.ofNullable(row.getString(1)).map(UUID::fromString)).list().stream()
                .findFirst().flatMap(previous -> previous);
    }
}
