package dev.upswell.server.trend;

import dev.upswell.timeline.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One stored reading of an entity.
///
/// @param counts the counters that the source gave
public record Reading(Instant at, String source, Map<Counter, Long> counts) {

    public Reading {
        counts = Map.copyOf(counts);
    }

    /// The level of views at an instant.
    public record Level(Instant at, long views) {
    }

    /// One source's readings of an entity.
    ///
    /// @param cadence median time between readings; `null` when there are fewer than two
    /// @param cumulative false for totals of a period, from which no gain can be computed
    public record Coverage(String source, long readings, Instant first, Instant last, @Nullable Duration cadence,
            boolean cumulative) {
    }
}
