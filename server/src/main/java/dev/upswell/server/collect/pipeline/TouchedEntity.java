package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entity that a chunk says something new about.
///
/// @param firstNew time of its earliest new reading; `null` when it has none, then `lastNew` is too
record TouchedEntity(EntityId entity, @Nullable Instant firstNew, @Nullable Instant lastNew) {
}
