package dev.upswell.server.overview;

import java.util.Locale;

/// An indicator of how a brand's videos do, by what was known when each was a day old.
public enum Kpi {
    /// Share of videos that move as few of the brand's do, of those of which it can be told [fraction].
    FYP_RATE,
    /// Median FYP score [0 to 100].
    SCORE,
    /// Median of views per minute over the first 15 minutes.
    V15,
    /// Median share of views that saw a video to its end [fraction].
    COMPLETION,
    /// Median of likes, comments and shares by views [fraction].
    ENGAGEMENT,
    /// Videos posted [count].
    VIDEOS;

    /// Its name in messages, answers and files.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
