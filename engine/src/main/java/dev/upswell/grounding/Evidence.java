package dev.upswell.grounding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All that a text may rest on.
///
/// @param facts in the order in which they are to be read; ids are unique
/// @param whole measures of which the facts hold every entity there is, so that the highest here is the highest of all
/// @param asOf until when it was looked: what `today` means
public record Evidence(List<Fact> facts, Set<String> whole, Instant asOf) {

    public Evidence {
        facts = List.copyOf(facts);
        whole = Set.copyOf(whole);
        Map<String, Fact> byId = new HashMap<>();
        for (Fact fact : facts) {
            if (byId.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException(
                        "id (" + fact.id() + ") must belong to one fact\nMaybe number them in one go.");
            }
        }
    }

    /// Evidence of single facts: none of their measures is known of everything.
    public static Evidence of(List<Fact> facts, Instant asOf) {
        return new Evidence(facts, Set.of(), asOf);
    }

    /// The fact of this id; empty when there is none.
    public Optional<Fact> find(String id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
    }
}
