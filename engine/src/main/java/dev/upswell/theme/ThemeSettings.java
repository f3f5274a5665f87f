package dev.upswell.theme;

import java.time.Duration;

/// What counts as a theme, and how loath it is to change.
///
/// @param mostThemes no more are founded at once
/// @param captionsEach so many captions make one theme, on average
/// @param leastVideos a hashtag counts from so many videos on
/// @param leastCreators and from so many creators on
/// @param telling the share of hashtags, by how widely they spread, that speak of something
/// @param leastHashtags smaller groups are no theme
/// @param leastCaptions nor are those of fewer captions
/// @param founded groups founded at once that are more alike become one
/// @param merged themes that are more alike for two runs become one
/// @param stays a member stays unless another theme is nearer by more
/// @param joins the share of a theme's own captions that newcomers must be as near as, from the farthest
/// @param memory what a theme was counts half of what it is after this time
/// @param quiet a theme ends that had no caption for so long
/// @param patience runs that a split, a merge or another label must have been due for
public record ThemeSettings(int mostThemes, int captionsEach, int leastVideos, int leastCreators, double telling,
        int leastHashtags, int leastCaptions, double founded, double merged, double stays, double joins,
        Duration memory, Duration quiet, int patience) {

    public ThemeSettings {
        if (mostThemes < 1 || captionsEach < 1 || leastHashtags < 1 || patience < 1) {
            throw new IllegalArgumentException("theme settings (" + mostThemes + " themes of " + captionsEach
                    + " captions) must be positive\nMaybe a number was left out.");
        }
    }

    /// As decided on real captions.
    public static ThemeSettings usual() {
        return new ThemeSettings(100, 40, 5, 2, .975, 3, 15, .8, .85, .05, .1, Duration.ofDays(14),
                Duration.ofDays(30), 2);
    }
}
