package dev.upswell.server.event;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened, as the log keeps it.
///
/// @param type name of an [EventType], or of one that only a newer program knows
/// @param slice of the server, in which it happened
/// @param role whose work it was; null where the type is unknown and the writer did not say
/// @param took how long it took; null for what has no length, and for events that were written before lengths were
/// @param facts by name, in no particular order
/// @param at when, by the database's clock
public record Event(UUID id, String type, String slice, @Nullable Role role, @Nullable Duration took,
        Map<String, Object> facts, Instant at) {

    public Event {
        facts = Map.copyOf(facts);
    }

    /// Those facts that count what was done, in the order in which the type names them; empty for an unknown type.
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String name : known().map(EventType::counts).orElse(List.of())) {
            if (facts.get(name) instanceof Number number) {
                counts.put(name, number.longValue());
            }
        }
        return counts;
    }

    /// Its type; empty where only a newer program knows it.
    public Optional<EventType> known() {
        return EventType.find(type);
    }
}
