package dev.upswell.server.overview;

import dev.upswell.learn.Interval;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the videos brought that were posted in a span of time.
///
/// **absence** an indicator that was measured of no video is not among the values: it is unknown, not zero. Without any video all are.
///
/// @param from excluded
/// @param to included
public record Span(Instant from, Instant to, Map<Kpi, Measured> values) {

    public Span {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /// An indicator.
    ///
    /// @param of how many videos it was measured of, at least 1
    /// @param interval of 95 %, of shares of videos alone; null for the others
    public record Measured(double value, int of, @Nullable Interval interval) {
    }

    /// What an indicator was; empty when it was measured of no video.
    public Optional<Measured> find(Kpi kpi) {
        return Optional.ofNullable(values.get(kpi));
    }
}
