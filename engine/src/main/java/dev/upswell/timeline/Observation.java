package dev.upswell.timeline;

import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import java.time.Instant;

/// One reading of one entity's counters by one source.
///
/// @param source who gave the reading, for example `apify` or `discover:www`; counters of two sources are never mixed in
///     one series, because hosts disagree and lag each other
/// @param observedAt when the counters were read, not when the row arrived
public record Observation(EntityId entity, String source, Instant observedAt, Counts counts) {
}
