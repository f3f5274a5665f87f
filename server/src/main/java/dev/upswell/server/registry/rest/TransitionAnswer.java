package dev.upswell.server.registry.rest;

import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.Transition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a model's state as programs read it.
@Schema(name = "ModelTransition", description = "One change of a model's state, with its reason")
record TransitionAnswer(UUID model, @Schema(description = "Absent for the training") @Nullable ModelState from,
        ModelState to, @Schema(description = "rule, hand, or the name that a person gave") String actor, String reason,
        @Schema(description = "Up to when the world was known that the decision is about") Instant asOf,
        @Schema(description = "The model that served before, for a change to ACTIVE") @Nullable UUID previous,
        @Schema(description = "The figures behind it, by name") Map<String, Double> figures, Instant at) {

    static TransitionAnswer of(Transition one) {
        return new TransitionAnswer(one.model(), one.from(), one.to(), one.decision().actor(), one.decision().reason(),
                one.decision().asOf(), one.previous(), one.decision().figures(), one.at());
    }
}
