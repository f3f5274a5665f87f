package dev.upswell.pattern;

import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Searches for choices that go with engagement, among videos of one length at a time.
public final class PatternSearch {

    private PatternSearch() {
    }

    /// What these videos tell, in whatever order they come.
    ///
    /// **errors** `IllegalArgumentException` when a video occurs twice.
    public static PatternAnalysis analyse(List<AnalysedVideo> videos, SearchSettings settings) {
        Map<DurationBucket, List<AnalysedVideo>> buckets = buckets(videos);
        Map<DurationBucket, BucketFigures> figures = ContentMix.of(buckets);
        List<BucketAnalysis> analyses = new ArrayList<>();
        figures.forEach((bucket, known) -> analyses.add(new BucketAnalysis(bucket, known,
                BucketAnalysis.Depth.of(known.videos()), List.of(), List.of())));
        return new PatternAnalysis(analyses, 0);
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
}
