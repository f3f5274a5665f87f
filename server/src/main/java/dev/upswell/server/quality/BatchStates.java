package dev.upswell.server.quality;

import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ends the waiting of held batches, for whoever holds their rows. Calls run inside the caller's tenant transaction.
public final class BatchStates {

    private BatchStates() {
    }

    /// Whether the counters of the batch are running totals, and not totals of a period.
    public static boolean cumulative(JdbcClient db, UUID batch) {
        return GateRepository.cumulative(db, batch);
    }

    /// The batch was let in.
    ///
    /// **errors** [QualityRefused] when it does not wait
    public static void released(JdbcClient db, UUID batch, Instant now) {
        settle(db, batch, "released", now);
        GateRepository.learnShapes(db, batch, now);
    }

    /// The batch was dropped.
    ///
    /// **errors** [QualityRefused] when it does not wait
    public static void dropped(JdbcClient db, UUID batch, Instant now) {
        settle(db, batch, "dropped", now);
    }

    private static void settle(JdbcClient db, UUID batch, String state, Instant now) {
        if (!GateRepository.settle(db, batch, state, now)) {
            throw QualityRefused.noHeldBatch(batch.toString());
        }
        GateRepository.event(db, state.equals("released") ? EventType.BATCH_RELEASED : EventType.BATCH_DROPPED,
                Map.of("batch", batch.toString()));
    }
}
