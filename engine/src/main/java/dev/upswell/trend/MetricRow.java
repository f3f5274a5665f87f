package dev.upswell.trend;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// All metrics of one entity in one window, as they were known at the window's end.
///
/// @param end the window's end, which is also the instant as of which everything in the row holds
/// @param isNew whether the entity has volume now and had none in the window before, so that a velocity has no size
public record MetricRow(EntityId entity, Window window, Instant end, Backing backing, boolean isNew,
        MetricValues values) {

    /// The instant as of which the row holds.
    public Instant asOf() {
        return end;
    }

    /// The value of this metric, where it has one.
    public OptionalDouble value(Metric metric) {
        return values.value(metric);
    }

    /// Why this metric has no value, where it has none.
    public Optional<Absence> absence(Metric metric) {
        return values.absence(metric);
    }

    /// What a row rests on: whose readings, how complete and how fresh, under which definition.
    ///
    /// @param source who gave the entity's own counters, or `videos` where only the carrying videos were read
    /// @param basis what volume counts; `null` where volume is absent
    /// @param viewsFromVideos whether views and rates are sums over the carrying videos, for want of own view counters
    /// @param coverage share of the window backed by readings or permitted bridges, in [0, 1]
    /// @param provisional whether the level at the end was carried forward from an earlier reading
    /// @param lastReading when the latest reading was taken that the row rests on
    /// @param cadenceSeconds how often the source usually reads, as known at the end
    /// @param definition version of the metric definitions
    /// @param inputsHash identifies the readings and prior rates from which the row was computed
    public record Backing(String source, @Nullable Basis basis, boolean viewsFromVideos, double coverage,
            boolean provisional, Instant lastReading, long cadenceSeconds, int definition, long inputsHash) {
    }
}
