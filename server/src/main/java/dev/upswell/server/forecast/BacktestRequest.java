package dev.upswell.server.forecast;

import java.time.Duration;
import java.time.Instant;

/// What a backtest judges.
///
/// @param from the first cut, if it lies on the grid
/// @param to the last cut, included
/// @param every the distance of two cuts
/// @param minEligible cuts with fewer eligible hashtags are left out
public record BacktestRequest(Instant from, Instant to, Duration every, int minEligible) {

    public BacktestRequest {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "backtest (" + from + " to " + to + ") must not end before it begins\nMaybe the two are swapped.");
        }
    }
}
