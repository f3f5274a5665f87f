package dev.upswell.across;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A video of a handle as its strategy is read from it.
///
/// @param bucket how long it is; null where that is unknown or above 120 s
/// @param hashtags names in lower case without `#`; each once
/// @param engagementRate likes, comments and shares over views; above 0 and at most 1
public record HandleVideo(EntityId id, @Nullable DurationBucket bucket, List<String> hashtags, Instant postedAt,
        double engagementRate) {

    public HandleVideo {
        hashtags = hashtags.stream().distinct().sorted().toList();
        if (!(engagementRate > 0 && engagementRate <= 1)) {
            throw new IllegalArgumentException("engagement rate (" + engagementRate + ") of " + id
                    + " must be above 0 and at most 1\nMaybe it is in percent.");
        }
    }

    double log() {
        return Math.log(engagementRate);
    }
}
