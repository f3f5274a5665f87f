package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entity that a chunk says something new about.
///
/// @param firstNew time of its earliest new reading; `null` when it has none, then `lastNew` is too
record TouchedEntity(String kind, String id, @Nullable Instant firstNew, @Nullable Instant lastNew) {

    EntityId entity() {
        return new EntityId(EntityKind.of(kind), id);
    }
}
