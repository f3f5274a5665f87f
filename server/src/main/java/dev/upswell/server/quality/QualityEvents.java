package dev.upswell.server.quality;

import dev.upswell.server.event.EventType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What slices that look at the quality of sources write into the event log.
public final class QualityEvents {

    private QualityEvents() {
    }

    /// A source stopped moving, or moves again.
    ///
    /// @param finding why it counts as frozen; null when it moves again
    public static void source(JdbcClient db, String source, @Nullable String finding) {
        GateRepository.event(db, finding == null ? EventType.SOURCE_MOVES_AGAIN : EventType.SOURCE_FROZEN,
                finding == null ? Map.of("source", source) : Map.of("source", source, "finding", finding));
    }
}
