package dev.upswell.pattern;

import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.pattern.SearchSettings.Adjustment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adjusts p-values for all tests of an analysis, in all its buckets.
///
/// Each direction by itself, because what one half chose looks good in the very rows that the other direction is tested on. A
/// suggestion's q is twice the lower of its two: the false share of a union is at most the sum of both shares, however they hang
/// together.
final class Adjusting {

    private Adjusting() {
    }

    /// The suggestions of each bucket, by q.
    static List<List<Suggestion>> of(List<BucketSearch> searches, Adjustment adjustment) {
        List<Map<Suggestion.Key, Suggestion>> byBucket = new ArrayList<>();
        searches.forEach(search -> byBucket.add(new LinkedHashMap<>()));
        for (int direction = 0; direction < 2; direction++) {
            int at = direction;
            double[] adjusted = adjusted(searches.stream().flatMap(search -> search.directions().get(at).stream())
                    .mapToDouble(Tested::p).toArray(), adjustment);
            int next = 0;
            for (int bucket = 0; bucket < searches.size(); bucket++) {
                for (Tested tested : searches.get(bucket).directions().get(direction)) {
                    Suggestion own = new Suggestion(List.of(tested), Math.min(1, 2 * adjusted[next++]));
                    byBucket.get(bucket).merge(own.key(), own, Adjusting::both);
                }
            }
        }
        return byBucket.stream().map(suggestions -> suggestions.values().stream()
                .sorted(Comparator.comparingDouble(Suggestion::q).thenComparingDouble(Suggestion::p)
                        .thenComparingInt(suggestion -> suggestion.candidate().column()))
                .toList()).toList();
    }

    private static Suggestion both(Suggestion one, Suggestion other) {
        return new Suggestion(List.of(one.tests().getFirst(), other.tests().getFirst()),
                Math.min(one.q(), other.q()));
    }

    private static double[] adjusted(double[] p, Adjustment adjustment) {
        return switch (adjustment) {
            case BENJAMINI_HOCHBERG -> FalseDiscovery.adjusted(p);
            case BONFERRONI -> Arrays.stream(p).map(value -> Math.min(1, value * p.length)).toArray();
        };
    }
}
