package dev.upswell.across;

import dev.upswell.across.BucketAcross.Cell;
import dev.upswell.across.SharedPattern.Reach;
import dev.upswell.across.SharedPattern.Replication;
import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.FalseDiscovery;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.Choice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Several hashtags of a client beside each other: what holds in all of them, and what in some.
///
/// A pattern that one hashtag's search confirmed is tried in every other, on videos that no hashtag it was found in has. So the others
/// neither chose it nor share its luck. The unit is the creator: several videos of one are averaged.
public final class CrossHashtag {

    private static final double UNIVERSAL = 0.8;
    private static final int LEAST_HASHTAGS = 3;
    private static final int LEAST_VIDEOS = 20;

    private CrossHashtag() {
    }

    /// Every bucket in which a hashtag has videos, the shortest first.
    public static List<BucketAcross> of(List<Searched> hashtags) {
        return DurationBucket.LENGTHS.stream().map(bucket -> across(bucket, hashtags))
                .filter(one -> !one.cells().isEmpty()).toList();
    }

    private static BucketAcross across(DurationBucket bucket, List<Searched> hashtags) {
        List<Cell> cells = hashtags.stream().flatMap(one -> one.analysis().find(bucket).stream()
                .map(found -> new Cell(one.name(), found.figures()))).toList();
        double[] means = cells.stream().filter(cell -> cell.figures().videos() >= LEAST_VIDEOS)
                .mapToDouble(cell -> cell.figures().mean()).sorted().toArray();
        return new BucketAcross(bucket, cells, means.length < 2 ? null : means[means.length - 1] - means[0],
                patterns(bucket, hashtags));
    }

    private static List<SharedPattern> patterns(DurationBucket bucket, List<Searched> hashtags) {
        List<ConfirmedChoice> found = ConfirmedChoice.of(bucket, hashtags);
        List<List<Replication>> trials = adjusted(found,
                found.stream().map(one -> trials(bucket, one, hashtags)).toList());
        List<SharedPattern> patterns = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            patterns.add(pattern(found.get(i), trials.get(i)));
        }
        patterns.sort(Comparator.comparing(SharedPattern::reach)
                .thenComparing(one -> one.foundIn().size(), Comparator.reverseOrder())
                .thenComparing(one -> one.choice().feature().name()));
        return patterns;
    }

    private static List<Replication> trials(DurationBucket bucket, ConfirmedChoice found, List<Searched> hashtags) {
        Set<EntityId> seen = new HashSet<>();
        found.by().forEach(one -> one.videos(bucket).forEach(video -> seen.add(video.id())));
        return hashtags.stream().filter(one -> !found.by().contains(one)).map(one -> {
            List<AnalysedVideo> fresh = one.own(bucket).stream()
                    .filter(video -> !seen.contains(video.id())).toList();
            return new Replication(one.name(), difference(found.choice(), fresh).orElse(null), null);
        }).toList();
    }

    /// How much more engaged those videos are that make a choice than those that do not, creator by creator.
    static Optional<Difference> difference(Choice choice, List<AnalysedVideo> videos) {
        Map<String, List<Double>> with = new TreeMap<>();
        Map<String, List<Double>> without = new TreeMap<>();
        for (AnalysedVideo video : videos) {
            String creator = video.creator() == null ? "video " + video.id() : "creator " + video.creator();
            choice.madeIn(video.features()).ifPresent(made -> (made ? with : without)
                    .computeIfAbsent(creator, _ -> new ArrayList<>()).add(Math.log(video.engagementRate())));
        }
        return Difference.of(means(with), means(without));
    }

    private static double[] means(Map<String, List<Double>> byCreator) {
        return byCreator.values().stream()
                .mapToDouble(logs -> logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow()).toArray();
    }

    /// One-sided p-values of all trials of a bucket, adjusted together.
    private static List<List<Replication>> adjusted(List<ConfirmedChoice> found, List<List<Replication>> trials) {
        List<Double> ps = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean good = found.get(i).good();
            trials.get(i).stream().map(Replication::difference).flatMap(Stream::ofNullable)
                    .forEach(one -> ps.add(good ? one.pAbove() : one.reversed().pAbove()));
        }
        double[] qs = FalseDiscovery.adjusted(ps.stream().mapToDouble(Double::doubleValue).toArray());
        List<List<Replication>> adjusted = new ArrayList<>();
        int next = 0;
        for (List<Replication> ofPattern : trials) {
            List<Replication> done = new ArrayList<>();
            for (Replication one : ofPattern) {
                done.add(one.difference() == null
                        ? one
                        : new Replication(one.hashtag(), one.difference(), qs[next++]));
            }
            adjusted.add(done);
        }
        return adjusted;
    }

    private static SharedPattern pattern(ConfirmedChoice found, List<Replication> elsewhere) {
        List<Difference> tried = elsewhere.stream().map(Replication::difference).flatMap(Stream::ofNullable).toList();
        Pooled pooled = Pooled.of(tried).orElse(null);
        return new SharedPattern(found.choice(), found.good(), found.by().stream().map(Searched::name).toList(),
                elsewhere, pooled, reach(found, elsewhere, tried.size(), pooled));
    }

    private static Reach reach(ConfirmedChoice found, List<Replication> elsewhere, int tried, @Nullable Pooled pooled) {
        int hashtags = found.by().size() + tried;
        long hold = found.by().size() + elsewhere.stream().filter(Replication::holds).count();
        if (hashtags >= LEAST_HASHTAGS && hold >= UNIVERSAL * hashtags) {
            return Reach.UNIVERSAL;
        }
        if (pooled == null) {
            return Reach.UNTRIED;
        }
        boolean sure = found.good() ? pooled.interval().low() > 0 : pooled.interval().high() < 0;
        return sure ? Reach.ON_AVERAGE : Reach.NOT_SEEN_ELSEWHERE;
    }
}
