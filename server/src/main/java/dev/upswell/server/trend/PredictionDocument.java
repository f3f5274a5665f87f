package dev.upswell.server.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prediction as programs read it, on the command line and over REST alike. What is absent is left out.
@Schema(name = "Prediction", description = "What a model expected of an entity, and what then happened")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictionDocument(@Schema(description = "A hashtag's name in lower case without #") String id,
        @Schema(description = "How people call it") String name,
        @Schema(description = "Nothing read later was used") Instant asOf, int horizonHours,
        @Schema(description = "Id of the model") UUID model,
        @Schema(description = "Probability of a surge, 0 to 1") double probability,
        @Schema(description = "The two ends of its 90 % interval; left out when the model gives none") @Nullable List<Double> interval,
        @Schema(description = "The counter at the end of the horizon: views of hashtags and videos, posts of sounds, followers of creators; left out when not forecast") @Nullable Views views,
        @Schema(description = "What moved the probability most, strongest first") List<Why> why,
        @Schema(description = "The strongest of these in an English sentence; left out when the model gives none") @Nullable String summary,
        @Schema(description = "How far the entity lay from what the model learned from; left out when the model keeps nothing to compare with, as those of older releases") @Nullable Strangeness strangeness,
        @Schema(description = "Whose counter it was made from; left out when that was not kept") @Nullable String source,
        @Schema(description = "Left out while the horizon has not elapsed") @Nullable Happened outcome) {

    public PredictionDocument {
        why = List.copyOf(why);
    }

    /// The strongest of these reasons in an English sentence; null when there is none.
    public static @Nullable String summary(List<Why> why) {
        return Why.ENGLISH.summary(
                why.stream().map(one -> new Expected.Reason(one.feature(), one.value(), one.effect())).toList());
    }

    /// The 5 %, 50 % and 95 % quantiles, at the end of the horizon, of the counter that is foretold.
    @Schema(name = "PredictedViews", description = "5, 50 and 95 % quantiles")
    public record Views(double low, double mid, double high) {
    }

    /// How much one feature moved the probability.
    @Schema(name = "Contribution", description = "Share of one feature in the probability")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Why(String feature, @Schema(description = "Left out when it was missing") @Nullable Double value,
            @Schema(description = "SHAP value in log odds; above 0 raises the probability") double effect,
            @Schema(description = "The value in an English sentence; it says what is so, not why") String text) {

        static final ExplanationText ENGLISH = ExplanationText.english();

        /// This feature with this value and effect, put into words.
        public static Why of(String feature, @Nullable Double value, double effect) {
            return new Why(feature, value, effect, ENGLISH.of(feature, value));
        }
    }

    /// How far the entity lay from what the model had learned from.
    @Schema(name = "Strangeness", description = "How far the entity lay from what the model learned from; the prediction is to be trusted less where it is unlike it")
    public record Strangeness(
            @Schema(description = "Share of the training rows held back that were less strange, 0 to 1; what most entities of the cut share is left out of it") double strangerThan,
            @Schema(description = "Whether that is more than 99 %") boolean unlike,
            @Schema(description = "Share of the features whose value lay beyond the training's central 99 %") double outside,
            @Schema(description = "The features that make it so, the most surprising first; empty when it is not unlike") List<Odd> because) {

        public Strangeness {
            because = List.copyOf(because);
        }

        /// What is known of it; null when nothing is.
        public static @Nullable Strangeness of(Expected.@Nullable Strange strange) {
            return strange == null
                    ? null
                    : new Strangeness(strange.strangerThan(), strange.unlike(), strange.outside(),
                            strange.because().stream().map(one -> new Odd(one.feature(), one.value(), one.share(),
                                    Why.ENGLISH.of(one.feature(), one.value()))).toList());
        }
    }

    /// A feature whose value is surprising.
    @Schema(name = "OddFeature", description = "A feature whose value is surprising")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Odd(String feature, @Schema(description = "Left out when it was missing") @Nullable Double value,
            @Schema(description = "Share of the training rows that lay at least as far out, or lacked it as well; never below 0.0001") double share,
            @Schema(description = "The value in an English sentence") String text) {
    }

    /// What happened over the horizon.
    @Schema(name = "Outcome", description = "What happened over the horizon")
    public record Happened(boolean surged,
            @Schema(description = "Log ratio of the counter at the end to the counter at the cut") double growth,
            Instant knownAt) {
    }

    /// The prediction of this entity, which people call by this name.
    public static PredictionDocument of(String id, String name, Expected.Explained explained) {
        Expected expected = explained.expected();
        Expected.Range range = expected.views();
        return new PredictionDocument(id, name, expected.asOf(), expected.horizonHours(), expected.modelId(),
                expected.probability(), expected.interval(),
                range == null ? null : new Views(range.low(), range.middle(), range.high()),
                explained.reasons().stream().map(one -> Why.of(one.feature(), one.value(), one.effect())).toList(),
                Why.ENGLISH.summary(explained.reasons()), Strangeness.of(explained.strange()), null, null);
    }
}
