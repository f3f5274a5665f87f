package dev.upswell.server.trend;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a stored prediction expects of an entity.
///
/// @param asOf nothing read later was used
/// @param model family of the model that spoke
/// @param probability of a surge within the horizon, with the ends of its interval in `low` and `high`
/// @param low `null`, like `high`, when the model does not know how far off it may be
/// @param views where the level of the counter that is foretold is expected at the horizon; `null` when it was not forecast
/// @param reasons what moved the probability most, strongest first; empty for models that give none
public record Expected(Instant asOf, int horizonHours, UUID modelId, String model, double probability,
        @Nullable Double low, @Nullable Double high, @Nullable Range views, List<Reason> reasons) {

    /// How many reasons a summary tells.
    static final int SUMMARISED = 2;

    public Expected {
        reasons = List.copyOf(reasons);
    }

    /// The two ends of the interval, lower first; `null` when there are none.
    public @Nullable List<Double> interval() {
        return low == null || high == null ? null : List.of(low, high);
    }

    /// The 5 %, 50 % and 95 % quantiles.
    public record Range(double low, double middle, double high) {
    }

    /// How much a feature moved the probability, in log odds; `value` is `null` when the feature was missing.
    public record Reason(String feature, @Nullable Double value, double effect) {
    }

    /// How far the entity lay from what the model had learned from.
    ///
    /// @param strangerThan share of the training rows held back that were less strange [0..1]
    /// @param outside share of the features whose value lay beyond the training's central 99 % [0..1]
    /// @param because the features that make it stranger than 99 % of those rows, the most surprising first; empty when it is not
    public record Strange(double strangerThan, double outside, List<Odd> because) {

        public Strange {
            because = List.copyOf(because);
        }

        /// Whether it is unlike what the model learned from: stranger than 99 % of the training rows held back.
        public boolean unlike() {
            return !because.isEmpty();
        }
    }

    /// A feature whose value is surprising.
    ///
    /// @param value `null` when it was missing
    /// @param share of the training rows that lay at least as far out, or lacked it as well; never said to be below 0.0001 [0..1]
    public record Odd(String feature, @Nullable Double value, double share) {
    }

    /// A prediction with what came of it; `surged` and `growth` are `null` while that is not known.
    public record Past(Expected expected, @Nullable Boolean surged, @Nullable Double growth) {
    }

    /// The prediction of one entity beside what is usual.
    ///
    /// @param usual how often such entities surge anyhow; `null` when nothing was judged yet
    /// @param strange `null` when the model kept nothing to compare with
    public record Explained(Expected expected, @Nullable Double usual, @Nullable Strange strange) {

        /// What moved the probability most, strongest first.
        public List<Reason> reasons() {
            return expected.reasons();
        }
    }
}
