package dev.upswell.server.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change of a model's state, as the registry remembers it.
///
/// @param from null for the training
/// @param previous the model that served before, for a change to [ModelState#ACTIVE]; null when there was none
/// @param at when it was decided
public record Transition(UUID model, @Nullable ModelState from, ModelState to, Decision decision,
        @Nullable UUID previous, Instant at) {
}
