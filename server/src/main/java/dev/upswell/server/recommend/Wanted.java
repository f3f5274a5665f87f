package dev.upswell.server.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is looked for, and what must not be found.
///
/// @param vectors of tastes; each finds as many as `each`
/// @param terms by weight, above 0; of very many only the heaviest count
/// @param each how many every vector and the terms together may find, from 1
/// @param leftOut videos that were shown lately, or hidden
/// @param creatorsLeftOut the person's own accounts
/// @param at what has expired by then is not found
public record Wanted(List<float[]> vectors, Map<String, Float> terms, int each, Set<String> leftOut,
        Set<String> creatorsLeftOut, Instant at) {

    public Wanted {
        vectors = List.copyOf(vectors);
        terms = Map.copyOf(terms);
        leftOut = Set.copyOf(leftOut);
        creatorsLeftOut = Set.copyOf(creatorsLeftOut);
        if (each < 1 || terms.values().stream().anyMatch(weight -> !(weight > 0 && weight < Float.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("search for " + each + " by terms " + terms
                    + " must be for 1 or more, all weights above 0\nMaybe a term was taken that nobody weighed.");
        }
    }
}
