package dev.upswell.server.scorecard;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By what creators are told alike beside their inputs: how many follow, and what their videos are about.
///
/// @param followers as they were read last; null when they were not
/// @param hashtags of the videos of 28 days, the most used ones with how often each was used
public record Traits(@Nullable Long followers, Map<String, Integer> hashtags) {

    /// Nothing is known.
    public static final Traits NONE = new Traits(null, Map.of());

    public Traits {
        hashtags = Map.copyOf(hashtags);
    }
}
