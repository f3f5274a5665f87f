package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.server.trend.Expected.Strange;
import dev.upswell.server.trend.PredictionDocument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a model expected of an entity, from what was known then.
///
/// @param subject whom it is about
/// @param asOf nothing read later was used
/// @param views the level at the end of the horizon to be expected of the counter that is foretold: views of hashtags and videos,
///     posts of sounds, followers of creators; null when the model forecasts none
/// @param contributions what moved the probability most, strongest first
/// @param strange how far the entity lay from what the model had learned from; null when the model keeps nothing to compare with
/// @param outcome what then happened; null while the horizon has not elapsed, or when no reading tells
public record Prediction(Subject subject, Instant asOf, int horizonHours, UUID modelId, Chance chance,
        @Nullable ViewRange views, List<Contribution> contributions, @Nullable Strange strange,
        @Nullable Outcome outcome) {

    public Prediction {
        contributions = List.copyOf(contributions);
    }

    /// The entity that it is about.
    public EntityId entity() {
        return subject.entity();
    }

    /// Whom a prediction is about, and by whose counter.
    ///
    /// @param name how people call it
    /// @param source whose readings it was made from and is compared with; null for predictions of the first release
    public record Subject(EntityId entity, String name, @Nullable String source) {
    }

    /// Which of many predictions.
    ///
    /// @param text part of the name, in any case; null for all
    /// @param surged only those that surged, or only those that did not; null for all
    /// @param atLeast only those with this probability or more
    public record Filter(@Nullable String text, @Nullable Boolean surged, double atLeast) {

        /// All of them.
        public static final Filter NONE = new Filter(null, null, 0);
    }

    /// Part of a list of predictions.
    ///
    /// @param asOf of the run whose predictions these are; null when they are of several, or when there is none
    /// @param total how long the whole list is
    public record Part(@Nullable Instant asOf, List<Prediction> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
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

    /// The 5 %, 50 % and 95 % quantiles, at the end of the horizon, of the counter that is foretold.
    public record ViewRange(double low, double mid, double high) {
    }

    /// How much one feature moved the probability: a SHAP value in log odds, above 0 raises it.
    ///
    /// @param value the feature's value; null when it was missing, which can speak too
    public record Contribution(String feature, @Nullable Double value, double effect) {
    }

    /// The prediction as programs read it.
    public PredictionDocument document() {
        ViewRange range = views;
        Outcome then = outcome;
        List<PredictionDocument.Why> why = contributions.stream()
                .map(one -> PredictionDocument.Why.of(one.feature(), one.value(), one.effect())).toList();
        return new PredictionDocument(subject.entity().value(), subject.name(), asOf, horizonHours, modelId,
                chance.probability(), ends(chance),
                range == null ? null : new PredictionDocument.Views(range.low(), range.mid(), range.high()),
                why, PredictionDocument.summary(why), PredictionDocument.Strangeness.of(strange), subject.source(),
                then == null ? null : new PredictionDocument.Happened(then.surged(), then.growth(), then.knownAt()));
    }

    private static @Nullable List<Double> ends(Chance chance) {
        Double low = chance.low();
        Double high = chance.high();
        return low == null || high == null ? null : List.of(low, high);
    }

    /// What happened to an entity over a horizon.
    ///
    /// @param cut when the horizon began
    /// @param surged whether it grew more than the bar of its cut
    /// @param growth log ratio of the counter at the end to those at the cut
    /// @param knownAt when the horizon had elapsed
    public record Outcome(EntityId entity, Instant cut, int horizonHours, boolean surged, double growth,
            Instant knownAt) {
    }
}
