package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a handle uses a hashtag, or several together.
///
/// @param hashtags one name, or two or three that stand together
/// @param videos how many videos have it
/// @param top share of the best fifth of videos that has it, 0 to 1
/// @param rest share of the others that has it, 0 to 1
/// @param engagementRate mean of the videos that have it, a fraction
/// @param bestBucket in which those are most engaged on average, of buckets with three of them; null where there is none
/// @param difference of engagement between videos with it and without; null where fewer than three are either
/// @param q two-sided p-value of that, adjusted for all hashtags of the handle; null as above
public record HashtagUse(List<String> hashtags, int videos, double top, double rest, double engagementRate,
        @Nullable DurationBucket bestBucket, @Nullable Difference difference, @Nullable Double q) {

    public HashtagUse {
        hashtags = List.copyOf(hashtags);
    }

    /// What to make of it.
    public enum Advice {
        /// Videos with it are better engaged, and more so than chance explains.
        ADOPT,
        /// Videos with it are worse engaged, and more so than chance explains.
        AVOID,
        /// Neither can be said.
        UNDECIDED
    }

    /// What to make of it.
    public Advice advice() {
        if (difference == null || q == null || q >= 0.05) {
            return Advice.UNDECIDED;
        }
        return difference.log() > 0 ? Advice.ADOPT : Advice.AVOID;
    }
}
