package dev.upswell.server.narrative;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts as they are gathered, numbered in that order, each with the page on which it can be looked up.
final class Known {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, String> links = new LinkedHashMap<>();

    /// A number.
    ///
    /// @param entity null for what is of everything that is watched, or of nothing
    /// @param at null for what holds at any time
    /// @param of what it is a part of, compared with or measured over; null for nothing
    Fact number(@Nullable String entity, String measure, double value, Unit unit, @Nullable Instant at,
            @Nullable String of,
            String page) {
        return kept(new Fact("f" + (facts.size() + 1), entity, measure, value, unit, at, of), page);
    }

    /// A name.
    Fact named(String entity, String measure, String name, Instant at, String page) {
        return kept(Fact.named("f" + (facts.size() + 1), entity, measure, name, at), page);
    }

    private Fact kept(Fact fact, String page) {
        facts.add(fact);
        links.put(fact.id(), page);
        return fact;
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    Evidence evidence(Instant asOf) {
        return Evidence.of(facts, asOf);
    }

    Map<String, String> links() {
        return Map.copyOf(links);
    }
}
