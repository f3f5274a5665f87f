package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a model expected of an entity, from what was known then.
///
/// @param asOf nothing read later was used
/// @param views views to be expected at the end of the horizon; null when the model forecasts none
/// @param contributions what moved the probability most, strongest first
/// @param outcome what then happened; null while the horizon has not elapsed, or when no reading tells
public record Prediction(EntityId entity, Instant asOf, int horizonHours, UUID modelId, Chance chance,
        @Nullable ViewRange views, List<Contribution> contributions, @Nullable Outcome outcome) {

    public Prediction {
        contributions = List.copyOf(contributions);
    }

    /// The probability of a surge, with the ends of its 90 % interval.
    ///
    /// **range** all in [0, 1], low ≤ probability ≤ high.
    ///
    /// @param low null, like `high`, when the model does not know how far off it may be: its notes say why
    public record Chance(double probability, @Nullable Double low, @Nullable Double high) {

        /// The two ends, lower first; null when there are none.
        public @Nullable List<Double> interval() {
            return low == null || high == null ? null : List.of(low, high);
        }
    }

    /// The 5 %, 50 % and 95 % quantiles of the views at the end of the horizon.
    public record ViewRange(double low, double mid, double high) {
    }

    /// How much one feature moved the probability: a SHAP value in log odds, above 0 raises it.
    ///
    /// @param value the feature's value; null when it was missing, which can speak too
    public record Contribution(String feature, @Nullable Double value, double effect) {
    }

    /// What happened to an entity over a horizon.
    ///
    /// @param cut when the horizon began
    /// @param surged whether it grew more than the bar of its cut
    /// @param growth log ratio of the views at the end to those at the cut
    /// @param knownAt when the horizon had elapsed
    public record Outcome(EntityId entity, Instant cut, int horizonHours, boolean surged, double growth,
            Instant knownAt) {
    }
}
