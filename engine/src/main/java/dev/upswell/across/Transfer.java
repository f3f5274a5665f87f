package dev.upswell.across;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far what was learnt for one product may be carried over to another: 0.4 of how alike their hashtags are, 0.3 of how alike their
/// audiences are, 0.3 of how near they stand in the life of a product.
///
/// **absence** a part that is unknown is neither 0 nor 1: the score is then known within bounds only.
///
/// @param hashtags likeness of hashtags, 0 to 1; null where unknown
/// @param audience likeness of audiences, 0 to 1; null where unknown
/// @param lifecycle nearness in the life of a product, 0 to 1; null where unknown
public record Transfer(@Nullable Double hashtags, @Nullable Double audience, @Nullable Double lifecycle) {

    private static final double HASHTAGS = 0.4;
    private static final double AUDIENCE = 0.3;
    private static final double LIFECYCLE = 0.3;

    /// Stages in the life of a product.
    public enum Stage {
        INTRODUCTION, GROWTH, MATURITY, DECLINE;

        /// 1 for the same stage, 0 for the ends of a life.
        public double near(Stage other) {
            return 1 - Math.abs(ordinal() - other.ordinal()) / (double) (values().length - 1);
        }
    }

    /// What may be done.
    public enum Verdict {
        /// Above 0.6: may be taken as it is, and tested.
        TRANSFERABLE,
        /// Above 0.4: the idea may be taken, its execution has to change.
        NEEDS_ADAPTATION,
        /// 0.4 at most.
        STAYS,
        /// What is unknown decides.
        UNKNOWN
    }

    public Transfer {
        check("hashtags", hashtags);
        check("audience", audience);
        check("lifecycle", lifecycle);
    }

    private static void check(String name, @Nullable Double part) {
        if (part != null && !(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException(
                    name + " (" + part + ") must lie in [0, 1]\nMaybe it is in percent, or unknown: then give none.");
        }
    }

    /// How alike two sets of hashtags are (Jaccard); empty where both are empty.
    public static OptionalDouble overlap(Set<String> first, Set<String> second) {
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        long both = first.stream().filter(second::contains).count();
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) both / all.size());
    }

    /// How alike two audiences are: 1 less half the summed differences of the shares of each group; shares add up to 1.
    public static double alike(Map<String, Double> first, Map<String, Double> second) {
        Set<String> groups = new HashSet<>(first.keySet());
        groups.addAll(second.keySet());
        return 1 - groups.stream()
                .mapToDouble(group -> Math.abs(first.getOrDefault(group, 0.0) - second.getOrDefault(group, 0.0)))
                .sum() / 2;
    }

    /// The score if all that is unknown were as unlike as can be.
    public double worst() {
        return score(0);
    }

    /// The score if all that is unknown were the same.
    public double best() {
        return score(1);
    }

    private double score(double unknown) {
        return HASHTAGS * (hashtags == null ? unknown : hashtags) + AUDIENCE * (audience == null ? unknown : audience)
                + LIFECYCLE * (lifecycle == null ? unknown : lifecycle);
    }

    /// What may be done; unknown where what is missing could change it.
    public Verdict verdict() {
        Verdict worst = verdict(worst());
        return worst == verdict(best()) ? worst : Verdict.UNKNOWN;
    }

    private static Verdict verdict(double score) {
        return score > 0.6 ? Verdict.TRANSFERABLE : score > 0.4 ? Verdict.NEEDS_ADAPTATION : Verdict.STAYS;
    }
}
