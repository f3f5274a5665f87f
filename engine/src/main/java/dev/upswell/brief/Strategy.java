package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// What is known of one of the ten questions for videos of one length.
///
/// @param patterns confirmed choices that go with engagement, the largest lift first
/// @param antiPatterns confirmed choices that go with the lack of it, the largest loss first
/// @param untested what some videos suggest and the others do not confirm, though they lean the same way
/// @param videos how many were looked at
public record Strategy(StrategyKind kind, DurationBucket bucket, List<Finding> patterns, List<Finding> antiPatterns,
        List<Finding> untested, int videos) {

    public Strategy {
        patterns = List.copyOf(patterns);
        antiPatterns = List.copyOf(antiPatterns);
        untested = List.copyOf(untested);
    }

    /// The ten strategies for a bucket, in the order of [StrategyKind].
    public static List<Strategy> of(PatternAnalysis analysis, DurationBucket bucket) {
        List<Finding> findings = analysis.find(bucket).map(BucketAnalysis::findings).orElse(List.of());
        int videos = analysis.find(bucket).map(found -> found.figures().videos()).orElse(0);
        return Arrays.stream(StrategyKind.values()).map(kind -> of(kind, bucket, findings, videos)).toList();
    }

    private static Strategy of(StrategyKind kind, DurationBucket bucket, List<Finding> findings, int videos) {
        List<Finding> own = findings.stream().filter(finding -> kind.covers(finding.choice().feature())).toList();
        Comparator<Finding> byLift = Comparator.comparingDouble(Strategy::lift).reversed();
        return new Strategy(kind, bucket,
                chosen(own, finding -> finding.label().confirmed() && finding.good(), byLift),
                chosen(own, finding -> finding.label().confirmed() && !finding.good(), byLift.reversed()),
                chosen(own, Strategy::worthTrying, byLift), videos);
    }

    private static List<Finding> chosen(List<Finding> findings, Predicate<Finding> which, Comparator<Finding> order) {
        return findings.stream().filter(which).sorted(order).toList();
    }

    /// Whether a suggestion that is not confirmed may be tried: the videos that were to confirm it lean its way. Where they lean the other way,
    /// or two halves suggest opposites, there is nothing to try.
    public static boolean worthTrying(Finding finding) {
        return !finding.label().confirmed() && (finding.good() ? lift(finding) > 0 : lift(finding) < 0);
    }

    /// Mean lift as seen; 0 where no groups could be compared.
    public static double lift(Finding finding) {
        Evidence.Measured lift = finding.evidence().meanLift();
        return lift == null ? 0 : lift.value();
    }

    /// The same without confirmed choices of which this holds.
    public Strategy without(Predicate<Finding> which) {
        return new Strategy(kind, bucket, patterns.stream().filter(which.negate()).toList(),
                antiPatterns.stream().filter(which.negate()).toList(), untested, videos);
    }

    /// Whether anything of it is confirmed by choices.
    public boolean confirmed() {
        return !patterns.isEmpty() || !antiPatterns.isEmpty();
    }
}
