package dev.upswell.recommend;

import java.util.Locale;

/// What a list may be for beside being liked; each is told of a video as a number from 0 to 1.
public enum Objective {
    /// Share of viewers who watch to the end.
    COMPLETION,
    /// Seconds watched, as a share of a minute.
    WATCH_TIME,
    /// How new a video is.
    FRESHNESS,
    /// How much its creator's word weighs in the category.
    AUTHORITY,
    /// How harmless it is beside a brand.
    BRAND_SAFETY,
    /// How well it goes with the person by what all people did ([CrowdMatch]).
    CROWD;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /// Its name in words.
    public String label() {
        return label;
    }
}
