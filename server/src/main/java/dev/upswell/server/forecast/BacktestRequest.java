package dev.upswell.server.forecast;

import dev.upswell.forecast.BacktestSettings;
import dev.upswell.forecast.SurgeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What a backtest judges.
///
/// @param from the first cut, if it lies on the grid
/// @param to the last cut, included
/// @param every the distance of two cuts
/// @param minEligible cuts with fewer eligible entities are left out
/// @param kinds the rules and models that are compared
public record BacktestRequest(Instant from, Instant to, Duration every, int minEligible, Set<SurgeKind> kinds) {

    /// All rules and models but those that take minutes a training.
    public BacktestRequest(Instant from, Instant to, Duration every, int minEligible) {
        this(from, to, every, minEligible, BacktestSettings.QUICK);
    }

    /// The same request for these rules and models.
    public BacktestRequest kinds(Set<SurgeKind> others) {
        return new BacktestRequest(from, to, every, minEligible, others);
    }

    public BacktestRequest {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("backtest must compare at least one model\nMaybe leave the models out.");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "backtest (" + from + " to " + to + ") must not end before it begins\nMaybe the two are swapped.");
        }
    }
}
