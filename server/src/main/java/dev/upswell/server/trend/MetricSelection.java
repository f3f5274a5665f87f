package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.trend.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which metric rows are wanted: those of one length whose end lies in [`from`, `to`].
///
/// @param entityId only this entity's; `null` for all of the kind
public record MetricSelection(EntityKind kind, @Nullable String entityId, Window window, Instant from, Instant to) {

    /// The rows of one entity.
    public static MetricSelection of(EntityId entity, Window window, Instant from, Instant to) {
        return new MetricSelection(entity.kind(), entity.value(), window, from, to);
    }

    /// The rows of all entities of a kind.
    public static MetricSelection of(EntityKind kind, Window window, Instant from, Instant to) {
        return new MetricSelection(kind, null, window, from, to);
    }
}
