package dev.upswell.pattern;

import dev.upswell.creative.DurationBucket;
import java.util.List;
import java.util.Optional;

/// What was found among the videos of one hashtag (or another subject), bucket by bucket.
///
/// @param buckets those that have videos, the shortest first
/// @param tested how many choices were tested, each once however many halves suggested it, all buckets together
public record PatternAnalysis(List<BucketAnalysis> buckets, int tested) {

    public PatternAnalysis {
        buckets = List.copyOf(buckets);
    }

    /// What was found in this bucket; empty where it has no video.
    public Optional<BucketAnalysis> find(DurationBucket bucket) {
        return buckets.stream().filter(analysis -> analysis.bucket() == bucket).findFirst();
    }

    /// How many of the videos that were asked for were looked at; those of sibling hashtags are not counted.
    public int videos() {
        return buckets.stream().mapToInt(analysis -> analysis.figures().videos()).sum();
    }

    /// How many patterns and anti-patterns bear a label.
    public long confirmed() {
        return buckets.stream().flatMap(analysis -> analysis.findings().stream())
                .filter(finding -> finding.label().confirmed()).count();
    }
}
