package dev.upswell.server.trend.page;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.List;

/// What happened while a series was read.
public interface Marks {

    /// What concerns this entity in [from, until], the earliest first; not more than a chart can show.
    List<Mark> of(EntityId entity, Instant from, Instant until);
}
