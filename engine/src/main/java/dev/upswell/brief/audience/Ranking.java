package dev.upswell.brief.audience;

import dev.upswell.brief.Strategy;
import dev.upswell.creative.DurationBucket;
import dev.upswell.experiment.Power;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What of an analysis comes first in a document.
final class Ranking {

    private Ranking() {
    }

    /// A finding and the bucket that it holds in.
    ///
    /// @param share of the content mix that the bucket has; null where nobody tells how long videos are
    record Placed(Finding finding, DurationBucket bucket, @Nullable Double share) {

        /// Those worth most first; what concerns no part of the mix comes after all that does.
        static final Comparator<Placed> WORTH_MOST = Comparator.comparing((Placed placed) -> placed.share() == null)
                .thenComparing(Comparator.comparingDouble(Placed::expected).reversed());

        /// What trying it is worth: lift as seen, by how many models agree, by how much of the mix it concerns where that is known.
        double expected() {
            return Math.abs(Strategy.lift(finding)) * finding.evidence().confidence() * (share == null ? 1 : share);
        }
    }

    /// Findings of all buckets, those worth most first, those of unknown length last.
    static List<Placed> byExpectedValue(PatternAnalysis analysis, Predicate<Finding> which) {
        return analysis.buckets().stream().flatMap(bucket -> bucket.findings().stream().filter(which)
                .map(finding -> new Placed(finding, bucket.bucket(), bucket.figures().share())))
                .sorted(Placed.WORTH_MOST).toList();
    }

    /// What affiliates may be told: confirmed patterns with a lift that earns stars, the largest first.
    static List<Placed> winners(PatternAnalysis analysis) {
        return byExpectedValue(analysis, finding -> finding.good() && finding.label().confirmed()
                && Stars.of(Strategy.lift(finding)).isPresent()).stream()
                .sorted(Comparator.comparingDouble((Placed placed) -> Strategy.lift(placed.finding())).reversed())
                .toList();
    }

    /// The bucket to film for: where confirmed patterns are worth most, else the largest part of the mix that has videos enough, else the most videos;
    /// unknown length only where no length has a confirmed pattern, or there is none. Empty without videos.
    static Optional<DurationBucket> focus(PatternAnalysis analysis) {
        return analysis.buckets().stream()
                .max(Comparator.comparing((BucketAnalysis bucket) -> !bucket.confirmed(true).isEmpty())
                        .thenComparing(bucket -> bucket.bucket().isLength())
                        .thenComparingDouble(Ranking::worth)
                        .thenComparing(bucket -> bucket.depth() != BucketAnalysis.Depth.INSUFFICIENT)
                        .thenComparingDouble(bucket -> bucket.depth() == BucketAnalysis.Depth.INSUFFICIENT
                                ? bucket.figures().videos()
                                : share(bucket)))
                .map(BucketAnalysis::bucket);
    }

    private static double worth(BucketAnalysis bucket) {
        return bucket.confirmed(true).stream().mapToDouble(Strategy::lift).sum() * share(bucket);
    }

    /// Of the only bucket without one all there is.
    private static double share(BucketAnalysis bucket) {
        Double share = bucket.figures().share();
        return share == null ? 1 : share;
    }

    /// Videos, test and control together, that tell an effect as large as was seen; empty where none was measured.
    static OptionalLong videosToTry(Finding finding) {
        Evidence.Measured effect = finding.evidence().effect();
        return effect == null || effect.value() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(2 * Power.USUAL.forMeans(effect.value(), 1));
    }
}
