package dev.upswell.server.collect;

import dev.upswell.content.EntityId;

/// What people call an entity whose id is a number, for example a sound's title.
public record EntityName(EntityId entity, String name) {
}
