package dev.upswell.server.trend;

import dev.upswell.content.EntityId;

/// A section that another slice adds to the page of an entity.
public interface EntitySection {

    /// The template whose fragment `section(view)` shows it.
    String template();

    /// What that fragment is given.
    Object view(EntityId entity);
}
