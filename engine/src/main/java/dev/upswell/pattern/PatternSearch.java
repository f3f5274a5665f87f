package dev.upswell.pattern;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Adjusting.Suggestion;
import dev.upswell.pattern.BucketAnalysis.Depth;
import dev.upswell.pattern.BucketAnalysis.ModelFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Searches for choices that go with engagement, among videos of one length at a time; those whose length nobody tells are one group more.
///
/// One half of a bucket's videos chooses, the other confirms, and the other way round, in several deals; see `docs/pattern-evidence.md`.
/// **cost** about a second for 250 videos.
public final class PatternSearch {

    private PatternSearch() {
    }

    /// Told how many of how many steps are done: 0 at first, then after each, of which every bucket with videos enough has two.
    @FunctionalInterface
    public interface Progress {

        void at(int done, int total);
    }

    /// What these videos tell, in whatever order they come. A bucket without a video that was asked for is left out.
    ///
    /// **errors** `IllegalArgumentException` when a video occurs twice, or when a feature orders videos as their engagement does.
    public static PatternAnalysis analyse(List<AnalysedVideo> videos, SearchSettings settings) {
        return analyse(videos, settings, (done, total) -> {
        });
    }

    /// The same, telling how far it is. A progress that throws ends it.
    public static PatternAnalysis analyse(List<AnalysedVideo> videos, SearchSettings settings, Progress progress) {
        Map<DurationBucket, List<AnalysedVideo>> buckets = buckets(videos);
        Map<DurationBucket, BucketFigures> figures = ContentMix.of(own(buckets));
        List<BucketSearch> searches = new ArrayList<>();
        List<BucketAnalysis> analyses = new ArrayList<>();
        List<DurationBucket> enough = figures.keySet().stream()
                .filter(bucket -> Depth.of(Objects.requireNonNull(buckets.get(bucket)).size()) != Depth.INSUFFICIENT)
                .toList();
        int steps = 2 * enough.size();
        progress.at(0, steps);
        for (DurationBucket bucket : enough) {
            List<AnalysedVideo> searched = Objects.requireNonNull(buckets.get(bucket));
            searches.add(BucketSearch.of(VideoTable.of(searched, VideoTable.PREDICTORS), settings));
            progress.at(searches.size(), steps);
        }
        List<List<Suggestion>> suggestions = new ArrayList<>(Adjusting.of(searches, settings.adjustment()));
        int tested = suggestions.stream().mapToInt(List::size).sum();
        for (int bucket = 0; bucket < searches.size(); bucket++) {
            suggestions.set(bucket, Thinning.of(suggestions.get(bucket), searches.get(bucket).table(),
                    settings.leastContrast()));
        }
        Set<Suggestion.Key> common = common(IntStream.range(0, enough.size())
                .filter(bucket -> enough.get(bucket).isLength()).mapToObj(suggestions::get).toList());
        int next = 0;
        for (Map.Entry<DurationBucket, BucketFigures> entry : figures.entrySet()) {
            Depth depth = Depth.of(Objects.requireNonNull(buckets.get(entry.getKey())).size());
            if (depth == Depth.INSUFFICIENT) {
                analyses.add(new BucketAnalysis(entry.getKey(), entry.getValue(), depth, List.of(), List.of()));
            } else {
                BucketSearch search = searches.get(next);
                analyses.add(new BucketAnalysis(entry.getKey(), entry.getValue(), depth, models(search, settings),
                        new Describing(search, entry.getKey().isLength() ? common : Set.of())
                                .findings(suggestions.get(next++))));
                progress.at(enough.size() + next, steps);
            }
        }
        return new PatternAnalysis(analyses, tested);
    }

    private static Map<DurationBucket, List<AnalysedVideo>> buckets(List<AnalysedVideo> videos) {
        Set<Object> seen = new HashSet<>();
        Map<DurationBucket, List<AnalysedVideo>> buckets = new EnumMap<>(DurationBucket.class);
        videos.stream().sorted(Comparator.comparing(AnalysedVideo::id)).forEach(video -> {
            if (!seen.add(video.id())) {
                throw new IllegalArgumentException("video (" + video.id().value()
                        + ") must be analysed once\nMaybe two files hold it: keep the later one.");
            }
            buckets.computeIfAbsent(video.bucket(), none -> new ArrayList<>()).add(video);
        });
        return buckets;
    }

    /// Videos that were asked for: what a length is like is told of them alone.
    private static Map<DurationBucket, List<AnalysedVideo>> own(Map<DurationBucket, List<AnalysedVideo>> buckets) {
        Map<DurationBucket, List<AnalysedVideo>> own = new EnumMap<>(DurationBucket.class);
        buckets.forEach((bucket, videos) -> {
            List<AnalysedVideo> asked = videos.stream().filter(AnalysedVideo::own).toList();
            if (!asked.isEmpty()) {
                own.put(bucket, asked);
            }
        });
        return own;
    }

    private static List<ModelFigures> models(BucketSearch search, SearchSettings settings) {
        return settings.validated() ? ModelJudging.of(search.table().rows(), settings.seed()) : List.of();
    }

    /// What is confirmed in several lengths.
    private static Set<Suggestion.Key> common(List<List<Suggestion>> suggestions) {
        Set<Suggestion.Key> once = new HashSet<>();
        Set<Suggestion.Key> often = new HashSet<>();
        suggestions.forEach(own -> own.stream().filter(suggestion -> suggestion.q() < Label.LEVEL)
                .map(Suggestion::key).forEach(key -> {
                    if (!once.add(key)) {
                        often.add(key);
                    }
                }));
        return often;
    }
}
