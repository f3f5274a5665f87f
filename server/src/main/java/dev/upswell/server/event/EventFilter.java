package dev.upswell.server.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which events are wanted.
///
/// @param role null for those of all agents
/// @param types names of types; empty for all
/// @param from the first instant; null for the beginning
/// @param until the instant before which they happened; null for now
/// @param access whether those that tell of people and tokens are among them
public record EventFilter(@Nullable Role role, List<String> types, @Nullable Instant from, @Nullable Instant until,
        boolean access) {

    /// All of them.
    public static final EventFilter ALL = new EventFilter(null, List.of(), null, null);

    public EventFilter {
        types = List.copyOf(types);
    }

    /// Those that tell of people and tokens among them.
    public EventFilter(@Nullable Role role, List<String> types, @Nullable Instant from, @Nullable Instant until) {
        this(role, types, from, until, true);
    }

    /// The events in [from, until).
    public static EventFilter between(Instant from, Instant until) {
        return new EventFilter(null, List.of(), from, until);
    }

    /// Only these types.
    public EventFilter of(List<EventType> wanted) {
        return new EventFilter(role, wanted.stream().map(Enum::name).toList(), from, until, access);
    }

    /// The same for somebody who may read of people and tokens, or may not.
    public EventFilter forReaderOfAccess(boolean may) {
        return new EventFilter(role, types, from, until, access && may);
    }
}
