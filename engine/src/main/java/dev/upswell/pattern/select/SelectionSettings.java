package dev.upswell.pattern.select;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What videos must be like, and how many are taken.
///
/// @param from posted from here on; null for no bound
/// @param to posted before; null for no bound
/// @param leastViews from 1
/// @param leastEngagement least engagement rate, above 0 and below 1
/// @param collected so many videos are looked at at most, from 1
/// @param best so many of each length, the best by engagement and shares, from 0
/// @param sample so many of the rest of each length, spread over all levels of engagement, from 0
/// @param seed which are drawn
public record SelectionSettings(@Nullable Instant from, @Nullable Instant to, long leastViews, double leastEngagement,
        int collected, int best, int sample, long seed) {

    /// The most videos that one selection looks at.
    public static final int MOST_COLLECTED = 20_000;
    /// The most of each kind that one bucket takes.
    public static final int MOST_TAKEN = 1_000;

    /// At least 1,000 views and 1 % engagement, 800 videos looked at, of each length the best 50 and 50 others.
    public static final SelectionSettings USUAL = new SelectionSettings(null, null, 1_000, .01, 800, 50, 50, 42);

    public SelectionSettings {
        if (from != null && to != null && !from.isBefore(to)) {
            throw broken("range from " + from + " to " + to, "must not be empty", "Maybe they are swapped.");
        }
        if (leastViews < 1) {
            throw broken("least views (" + leastViews + ")", "must be 1 or more", "Maybe leave them out for 1,000.");
        }
        if (!(leastEngagement > 0 && leastEngagement < 1)) {
            throw broken("least engagement (" + leastEngagement + ")", "must lie between 0 and 1",
                    "Maybe it is in percent.");
        }
        if (collected < 1 || collected > MOST_COLLECTED) {
            throw broken("videos looked at (" + collected + ")", "must be 1 to " + MOST_COLLECTED,
                    "Maybe leave them out for 800.");
        }
        if (best < 0 || sample < 0 || best > MOST_TAKEN || sample > MOST_TAKEN || best + sample < 1) {
            throw broken("best (" + best + ") and sample (" + sample + ")",
                    "must each be 0 to " + MOST_TAKEN + ", and not both 0", "Maybe leave them out for 50 each.");
        }
    }

    /// So many videos of each length are wanted: of fewer, a selection may be widened.
    public int wanted() {
        return best > 0 ? best : sample;
    }

    private static IllegalArgumentException broken(String subject, String rule, String advice) {
        return new IllegalArgumentException(subject + " " + rule + "\n" + advice);
    }
}
