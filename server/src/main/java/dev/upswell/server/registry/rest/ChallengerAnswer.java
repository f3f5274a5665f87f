package dev.upswell.server.registry.rest;

import dev.upswell.learn.promotion.Comparison;
import dev.upswell.learn.promotion.PromotionRule.Verdict;
import dev.upswell.server.registry.ModelReview.Progress;
import dev.upswell.server.registry.ModelState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model on its way to serve, as programs read it.
@Schema(name = "Challenger", description = "A model that predicts unseen beside the serving one, and how far it is")
record ChallengerAnswer(UUID model, ModelState state, Instant shadowFrom,
        @Schema(description = "When it is judged, if there are enough cuts and surges by then") Instant judgedAt,
        @Schema(description = "Up to when outcomes are known") Instant knownUntil,
        @Schema(description = "Whether there are enough cuts and surges to judge it") boolean enough,
        @Schema(description = "Its figures beside the serving model's so far, by name") Map<String, Double> figures,
        @Schema(description = "What the rule would say of these figures; absent while there are none") @Nullable String wouldBe) {

    static ChallengerAnswer of(Progress one) {
        return new ChallengerAnswer(one.model().id(), one.model().state(), one.from(), one.until(), one.knownUntil(),
                one.enough(), one.comparison().map(Comparison::figures).orElse(Map.of()),
                one.verdict().map(Verdict::reason).orElse(null));
    }
}
