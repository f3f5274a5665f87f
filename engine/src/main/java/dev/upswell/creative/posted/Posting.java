package dev.upswell.creative.posted;

import dev.upswell.creative.Reactions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a posted video without looking at it.
///
/// @param caption its text, hashtags included; null where it is unknown, empty where there is none
/// @param hashtags their names in the order given, without `#`; empty where none are known
/// @param lengthSeconds above 0; null where unknown
/// @param verified whether its creator is; null where unknown
public record Posting(@Nullable String caption, List<String> hashtags, @Nullable Double lengthSeconds,
        @Nullable Instant postedAt, @Nullable Boolean verified, Reactions reactions) {

    public Posting {
        hashtags = List.copyOf(hashtags);
        if (lengthSeconds != null && !(lengthSeconds > 0)) {
            throw new IllegalArgumentException(
                    "length (" + lengthSeconds + " s) must be above 0\nMaybe it is unknown: then give none.");
        }
    }
}
