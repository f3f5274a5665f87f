package dev.upswell.forecast;

import java.time.Duration;

/// What counts as a surge, and of whom it is asked.
///
/// @param every the distance of two cuts; cuts lie at whole multiples of it since 1970, so daily ones at 00:00 UTC
/// @param minViews the level from which a hashtag is asked about
/// @param minEligible below this many eligible hashtags a cut has no label, because its top 5 % would be a lottery
public record SurgeProtocol(Duration every, long minViews, int minEligible) {

    /// How far ahead a surge is looked for.
    public static final Duration HORIZON = Duration.ofHours(24);

    /// The share of growth values that a surge must exceed.
    static final double BAR_QUANTILE = 0.95;

    /// Daily cuts, 10,000 views, 60 hashtags.
    public static final SurgeProtocol DAILY = new SurgeProtocol(Duration.ofDays(1), 10_000, 60);

    public SurgeProtocol {
        if (every.toSeconds() < 900 || Duration.ofDays(1).toSeconds() % every.toSeconds() != 0) {
            throw new IllegalArgumentException("distance of cuts (" + every
                    + ") must divide a day and be at least 15 minutes\nMaybe use PT6H or P1D.");
        }
        if (minEligible < 2) {
            throw new IllegalArgumentException(
                    "min eligible (" + minEligible + ") must be at least 2\nMaybe use the default, 60.");
        }
    }

    /// The same protocol with cuts this far apart.
    public SurgeProtocol every(Duration distance) {
        return new SurgeProtocol(distance, minViews, minEligible);
    }

    /// The same protocol for fewer or more hashtags.
    public SurgeProtocol minEligible(int count) {
        return new SurgeProtocol(every, minViews, count);
    }

    long step() {
        return every.toSeconds();
    }

    static long horizonSeconds() {
        return HORIZON.toSeconds();
    }
}
