package dev.upswell.across;

import dev.upswell.across.Hierarchy.Outcome;
import dev.upswell.across.Hierarchy.Standing;
import dev.upswell.across.Hierarchy.Trial;
import dev.upswell.across.PlacedPattern.Evidence;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The levels at which patterns of many clients' hashtags hold.
///
/// A pattern counts as found once, where it was confirmed most surely. Every other hashtag tries it with the same threshold, those whose
/// own search confirmed it too; and every video that was asked for speaks once, for the smallest hashtag that has it. So a hashtag that was
/// searched for two clients, or two hashtags with the same videos, are not taken for two proofs. The unit is the creator.
public final class PatternLevels {

    private static final double SURE = 0.05;

    private PatternLevels() {
    }

    /// Patterns of all buckets, those first that hold widest.
    public static List<PlacedPattern> of(List<PlacedSearch> searches) {
        return DurationBucket.LENGTHS.stream().flatMap(bucket -> of(bucket, searches).stream())
                .sorted(Comparator.comparing(PatternLevels::narrow).thenComparing(one -> -held(one))
                        .thenComparing(PlacedPattern::bucket).thenComparing(one -> one.choice().feature().name()))
                .toList();
    }

    private static int narrow(PlacedPattern pattern) {
        List<Standing> holds = pattern.placement().holds();
        return holds.isEmpty() ? Hierarchy.Level.values().length : holds.getFirst().level().ordinal();
    }

    private static int held(PlacedPattern pattern) {
        return pattern.placement().all().getFirst().held();
    }

    /// What videos of a hashtag say that nobody else has spoken for.
    private record Tried(PlacedSearch search, @Nullable Difference difference) {
    }

    private record Found(ConfirmedChoice choice, PlacedSearch origin, List<Tried> others) {
    }

    private static List<PlacedPattern> of(DurationBucket bucket, List<PlacedSearch> searches) {
        List<PlacedSearch> smallFirst = searches.stream()
                .sorted(Comparator.comparingInt((PlacedSearch one) -> one.searched().own(bucket).size())
                        .thenComparing(one -> one.searched().name()).thenComparing(PlacedSearch::client))
                .toList();
        List<Found> found = ConfirmedChoice
                .of(bucket, smallFirst.stream().map(PlacedSearch::searched).toList()).stream().map(choice -> {
                    PlacedSearch origin = smallFirst.stream().filter(one -> one.searched() == choice.surest())
                            .findFirst().orElseThrow();
                    return new Found(choice, origin, others(bucket, choice.choice(), origin, smallFirst));
                }).toList();
        double[] supporting = adjusted(found, false);
        double[] opposing = adjusted(found, true);
        List<PlacedPattern> placed = new ArrayList<>();
        int next = 0;
        for (Found one : found) {
            List<Evidence> others = new ArrayList<>();
            for (Tried tried : one.others()) {
                others.add(tried.difference() == null
                        ? evidence(tried, null, null)
                        : evidence(tried, outcome(supporting[next], opposing[next]), supporting[next++]));
            }
            placed.add(placed(bucket, one, others));
        }
        return placed;
    }

    private static List<Tried> others(DurationBucket bucket, Choice choice, PlacedSearch origin,
            List<PlacedSearch> smallFirst) {
        Set<EntityId> spoken = new HashSet<>();
        origin.searched().videos(bucket).forEach(video -> spoken.add(video.id()));
        List<Tried> others = new ArrayList<>();
        for (PlacedSearch search : smallFirst) {
            List<AnalysedVideo> own = search.searched().own(bucket);
            if (search != origin && !own.isEmpty()) {
                others.add(new Tried(search, CrossHashtag
                        .difference(choice, own.stream().filter(video -> spoken.add(video.id())).toList())
                        .orElse(null)));
            }
        }
        return others;
    }

    /// One-sided p-values of all trials, in the direction of their patterns or against it, adjusted together.
    private static double[] adjusted(List<Found> found, boolean against) {
        return FalseDiscovery.adjusted(found.stream().flatMap(one -> one.others().stream().map(Tried::difference)
                .flatMap(Stream::ofNullable)
                .map(difference -> one.choice().good() == against ? difference.reversed() : difference))
                .mapToDouble(Difference::pAbove).toArray());
    }

    private static Outcome outcome(double supporting, double opposing) {
        return supporting < SURE ? Outcome.HELD : opposing < SURE ? Outcome.CONTRADICTED : Outcome.NOT_SHOWN;
    }

    private static Evidence evidence(Tried tried, @Nullable Outcome outcome, @Nullable Double q) {
        PlacedSearch search = tried.search();
        return new Evidence(search.place(), search.client(), search.searched().name(), outcome, tried.difference(), q);
    }

    private static PlacedPattern placed(DurationBucket bucket, Found one, List<Evidence> others) {
        Evidence origin = evidence(new Tried(one.origin(), null), Outcome.HELD, null);
        List<Trial> trials = Stream.concat(Stream.of(origin), others.stream()).flatMap(evidence -> {
            Outcome outcome = evidence.outcome();
            return outcome == null
                    ? Stream.of()
                    : Stream.of(new Trial(evidence.place(), evidence.client(), evidence.hashtag(), outcome));
        }).toList();
        return new PlacedPattern(bucket, one.choice().choice(), one.choice().good(), origin, others,
                Hierarchy.of(trials));
    }
}
