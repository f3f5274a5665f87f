package dev.upswell.server.trend;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One computation of due windows, as it was kept.
///
/// @param entities how many entities were computed so far
/// @param rows rows that were new or came out differently
/// @param from earliest end of these rows; `null` when there are none
/// @param to latest end of these rows; `null` when there are none
/// @param finishedAt `null` while it runs, and for ever when its process was killed
public record MetricRun(long entities, long rows, @Nullable Instant from, @Nullable Instant to, Instant startedAt,
        @Nullable Instant finishedAt) {
}
