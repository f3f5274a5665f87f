package dev.upswell.server.narrative;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What was found out, before it is put into words.
///
/// @param lines in the order in which they are told
/// @param links for each fact the page on which it can be looked up
/// @param flags what is doubtful, where that is told; empty otherwise
record Told(Topic topic, Instant asOf, Evidence evidence, List<Line> lines, Map<String, String> links,
        List<RiskFlag> flags) {

    Told {
        lines = List.copyOf(lines);
        links = Map.copyOf(links);
        flags = List.copyOf(flags);
    }

    static Told of(Topic topic, Instant asOf, Known known, List<Line> lines) {
        return new Told(topic, asOf, known.evidence(asOf), lines, known.links(), List.of());
    }

    /// Whether an earlier evidence has the same figures and names, of whatever time.
    boolean hasFiguresOf(Evidence earlier) {
        return evidence.facts().stream().map(Told::timeless).toList()
                .equals(earlier.facts().stream().map(Told::timeless).toList());
    }

    private static Fact timeless(Fact fact) {
        return new Fact(fact.id(), fact.entity(), fact.measure(), fact.value(), fact.unit(), null, fact.of());
    }

    /// A word that each language has its own of.
    ///
    /// @param key among the texts
    record Word(String key) {
    }

    /// A sentence: its key among the texts, and the facts, words and names that stand in it.
    record Line(String key, List<Object> arguments) {

        Line {
            arguments = List.copyOf(arguments);
        }

        static Line of(String key, Object... arguments) {
            return new Line(key, List.of(arguments));
        }
    }
}
