package dev.upswell.trend;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

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
}
