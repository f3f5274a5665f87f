package dev.upswell.server.trend.compute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much was computed.
///
/// @param rows rows written: those that were new or came out differently
/// @param from earliest end of the rows written; `null` when none was
/// @param to latest end of the rows written; `null` when none was
record MetricCounts(long entities, long rows, @Nullable Instant from, @Nullable Instant to) {

    static final MetricCounts NONE = new MetricCounts(0, 0, null, null);

    MetricCounts plus(MetricCounts other) {
        return new MetricCounts(entities + other.entities, rows + other.rows, earlier(from, other.from),
                later(to, other.to));
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }
}
