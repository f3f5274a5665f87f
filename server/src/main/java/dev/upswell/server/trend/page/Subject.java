package dev.upswell.server.trend.page;

import dev.upswell.content.EntityId;
import java.util.List;

/// An entity as a page names it: its id, its name without `#` or `@`, and what stands out about it.
public record Subject(EntityId id, String name, List<Flag> flags) {

    public Subject {
        flags = List.copyOf(flags);
    }

    /// Whether this flag is up.
    public boolean is(Flag flag) {
        return flags.contains(flag);
    }
}
