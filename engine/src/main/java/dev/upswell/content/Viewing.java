package dev.upswell.content;

import org.jspecify.annotations.Nullable;

/// How people watched a video and where they went from it, as its owner is told. What was not told is `null`, which is not zero.
///
/// @param completionRate share of views that saw the video to its end [0..1]
/// @param averageWatchSeconds mean time watched per view [s], at least 0; more than the length of the video where people watch it again
/// @param rewatchRatio views beyond the first of a person, by all views [0..1]
/// @param retentionAt3s share of views that still watched after 3 s [0..1]
/// @param retentionAt5s the same after 5 s [0..1], at most `retentionAt3s`
/// @param profileViews visits of the profile that came from the video
/// @param linkClicks clicks on the link of the video or of the profile that came from it
/// @param newFollowers accounts that followed because of it
public record Viewing(@Nullable Double completionRate, @Nullable Double averageWatchSeconds,
        @Nullable Double rewatchRatio, @Nullable Double retentionAt3s, @Nullable Double retentionAt5s,
        @Nullable Long profileViews, @Nullable Long linkClicks, @Nullable Long newFollowers) {

    /// Nothing is told.
    public static final Viewing NONE = new Viewing(null, null, null, null, null, null, null, null);

    public Viewing {
        share("completion rate", completionRate);
        share("rewatch ratio", rewatchRatio);
        share("retention at 3 s", retentionAt3s);
        share("retention at 5 s", retentionAt5s);
        if (averageWatchSeconds != null
                && !(averageWatchSeconds >= 0 && averageWatchSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("average watch time (" + averageWatchSeconds
                    + " s) must be at least 0\nMaybe it was told in another unit.");
        }
        if (retentionAt3s != null && retentionAt5s != null && retentionAt5s > retentionAt3s) {
            throw new IllegalArgumentException("retention at 5 s (" + retentionAt5s + ") must be at most that at 3 s ("
                    + retentionAt3s + ")\nMaybe the two were taken for each other.");
        }
        count("profile views", profileViews);
        count("link clicks", linkClicks);
        count("new followers", newFollowers);
    }

    private static void share(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") must lie in [0, 1]\nMaybe it was told in percent.");
        }
    }

    private static void count(String name, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 0\nMaybe it was subtracted.");
        }
    }
}
