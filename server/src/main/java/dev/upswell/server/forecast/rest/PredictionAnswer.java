package dev.upswell.server.forecast.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.forecast.Prediction.Outcome;
import dev.upswell.server.forecast.Prediction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prediction as programs read it.
@Schema(name = "Prediction", description = "What a model expected of a hashtag, and what then happened")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PredictionAnswer(@Schema(description = "Name of the hashtag without #") String id,
        @Schema(description = "Nothing read later was used") Instant asOf, int horizonHours, UUID model,
        @Schema(description = "Probability of a surge, 0 to 1") double probability,
        @Schema(description = "Ends of its 90 % interval; left out when the model does not know it") @Nullable List<Double> interval,
        @Schema(description = "5, 50 and 95 % quantiles of the views at the end of the horizon; left out when not forecast") Prediction.@Nullable ViewRange views,
        @Schema(description = "What moved the probability most, in log odds") List<Why> why,
        @Schema(description = "Left out while the horizon has not elapsed") @Nullable Happened outcome) {

    @Schema(name = "Contribution", description = "Share of one feature in the probability")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(String feature, @Schema(description = "Left out when it was missing") @Nullable Double value,
            @Schema(description = "SHAP value in log odds; above 0 raises the probability") double effect) {
    }

    @Schema(name = "Outcome", description = "What happened over the horizon")
    record Happened(boolean surged,
            @Schema(description = "Log ratio of views at the end to views at the cut") double growth,
            Instant knownAt) {
    }

    static PredictionAnswer of(Prediction one) {
        Outcome outcome = one.outcome();
        return new PredictionAnswer(one.entity().value(), one.asOf(), one.horizonHours(), one.modelId(),
                one.chance().probability(), one.chance().interval(), one.views(),
                one.contributions().stream().map(why -> new Why(why.feature(), why.value(), why.effect())).toList(),
                outcome == null ? null : new Happened(outcome.surged(), outcome.growth(), outcome.knownAt()));
    }
}
