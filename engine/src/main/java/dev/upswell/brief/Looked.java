package dev.upswell.brief;

import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.AnalysedVideo;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which choices could be compared at all, because they are known of enough videos: what nobody looked at is neither good nor bad.
///
/// @param features by length those that are known of 20 videos at least, or of half of them where that is less
public record Looked(Map<DurationBucket, Set<CreativeFeature>> features) {

    private static final int ENOUGH = 20;

    public Looked {
        features = Map.copyOf(features);
    }

    /// What is known of these videos.
    public static Looked of(Collection<AnalysedVideo> videos) {
        Map<DurationBucket, Set<CreativeFeature>> features = new EnumMap<>(DurationBucket.class);
        videos.stream().collect(Collectors.groupingBy(AnalysedVideo::bucket))
                .forEach((bucket, own) -> features.put(bucket, known(own)));
        return new Looked(features);
    }

    private static Set<CreativeFeature> known(List<AnalysedVideo> videos) {
        int enough = Math.min(ENOUGH, (videos.size() + 1) / 2);
        return FeatureDictionary.STANDARD.choices().stream()
                .filter(feature -> videos.stream().filter(video -> video.features().find(feature).isPresent())
                        .limit(enough).count() == enough)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether anything that this strategy is about is known of videos of this length; no videos leave nothing open.
    public boolean at(StrategyKind kind, DurationBucket bucket) {
        Set<CreativeFeature> known = features.get(bucket);
        return known == null || known.stream().anyMatch(kind::covers);
    }

    /// Whether more than captions, hashtags, lengths and times of posting is known of some length.
    public boolean inside() {
        return features.isEmpty() || features.values().stream().flatMap(Set::stream)
                .anyMatch(feature -> feature.block() != CreativeBlock.METADATA);
    }
}
