package dev.upswell.pattern;

import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.pattern.Confirming.Tested;
import dev.upswell.pattern.SearchSettings.Adjustment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Adjusts p-values for all tests of an analysis, in all its buckets.
///
/// Each direction by itself, because what one half chose looks good in the very rows that the other directions are tested on. A
/// suggestion's q is the lowest of its own, times the number of directions: the false share of a union is at most the sum of all shares,
/// however they hang together.
final class Adjusting {

    /// A column and a sense that some halves of a bucket's videos suggest, with what the other halves said of it.
    ///
    /// @param tests one for each half that chose it, the surest first, whose threshold is shown; those of others may differ
    /// @param p the lowest of these, times the number of directions, at most 1
    /// @param q adjusted for all tests of the analysis
    record Suggestion(List<Heard> tests, double p, double q) {

        /// A test, the deal of videos that it belongs to, and its p-value adjusted within its direction.
        record Heard(int deal, Tested test, double q) {
        }

        Suggestion {
            tests = tests.stream().sorted(
                    Comparator.comparingDouble(Heard::q).thenComparingDouble(heard -> heard.test().p())).toList();
        }

        Candidate candidate() {
            return tests.getFirst().test().candidate();
        }

        private Suggestion and(Suggestion other) {
            return new Suggestion(Stream.concat(tests.stream(), other.tests.stream()).toList(),
                    Math.min(p, other.p), Math.min(q, other.q));
        }

        /// A column, and whether engagement is higher above.
        record Key(int column, boolean rises) {
        }

        Key key() {
            return new Key(candidate().column(), candidate().rises());
        }
    }

    /// How steeply weights grow with the contrast, and from where on they grow no more.
    private static final double STEEP = 1;
    private static final double FAR = 6;

    private Adjusting() {
    }

    /// The suggestions of each bucket, by q.
    static List<List<Suggestion>> of(List<BucketSearch> searches, Adjustment adjustment) {
        List<Map<Suggestion.Key, Suggestion>> byBucket = new ArrayList<>();
        searches.forEach(search -> byBucket.add(new LinkedHashMap<>()));
        int directions = searches.isEmpty() ? 0 : searches.getFirst().directions().size();
        for (int direction = 0; direction < directions; direction++) {
            int at = direction;
            double[] adjusted = adjusted(
                    searches.stream().flatMap(search -> search.directions().get(at).stream()).toList(), adjustment);
            int next = 0;
            for (int bucket = 0; bucket < searches.size(); bucket++) {
                for (Tested tested : searches.get(bucket).directions().get(direction)) {
                    double q = adjusted[next++];
                    Suggestion own = new Suggestion(List.of(new Suggestion.Heard(direction / 2, tested, q)),
                            Math.min(1, directions * tested.p()), Math.min(1, directions * q));
                    byBucket.get(bucket).merge(own.key(), own, Suggestion::and);
                }
            }
        }
        return byBucket.stream().map(suggestions -> suggestions.values().stream()
                .sorted(Comparator.comparingDouble(Suggestion::q).thenComparingDouble(Suggestion::p)
                        .thenComparingInt(suggestion -> suggestion.candidate().column()))
                .toList()).toList();
    }

    /// What stands out more among those that chose it may be believed more readily: each p-value is divided by a weight that those videos
    /// alone tell, and weights have a mean of 1, so that nothing is given away.
    private static double[] adjusted(List<Tested> tests, Adjustment adjustment) {
        double[] weights = tests.stream()
                .mapToDouble(tested -> StrictMath.exp(STEEP * Math.min(tested.candidate().contrast(), FAR))).toArray();
        double mean = Arrays.stream(weights).average().orElse(1);
        double[] p = new double[weights.length];
        Arrays.setAll(p, i -> Math.min(1, tests.get(i).p() * mean / weights[i]));
        return switch (adjustment) {
            case BENJAMINI_HOCHBERG -> FalseDiscovery.adjusted(p);
            case BONFERRONI -> Arrays.stream(p).map(value -> Math.min(1, value * p.length)).toArray();
        };
    }
}
