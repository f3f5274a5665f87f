package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import java.time.Instant;

/// An entity whose windows that end at or after `from` must be computed.
///
/// @param version changes whenever the row of the work is written again, so that work which arrived while its predecessor
///     was done is not lost with it
record Due(EntityId entity, Instant from, String version) {
}
