package dev.upswell.server.feature;

import dev.upswell.content.EntityKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the latest vectors of one kind and horizon are behind the readings.
///
/// @param entities how many entities have a vector
/// @param asOf what the newest of them was computed from, in time
/// @param readingsTo when any entity was read last, as far as ingested; null when all readings were retired
/// @param breached whether readings that were ingested more than ten minutes ago are in none of the vectors
public record Freshness(EntityKind kind, int horizonHours, long entities, Instant asOf, @Nullable Instant readingsTo,
        boolean breached) {
}
