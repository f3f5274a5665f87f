package dev.upswell.server.evaluate;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call beside what came of it, or a surge that was not called.
///
/// @param name how people call the entity
/// @param leadHours of a hit: hours from the cut to the bar's passing; null otherwise and when that is not known
/// @param cause why a miss or a false surge was wrong; null for hits
/// @param evidence what the cause follows from; null for hits
public record JudgedCall(ModelTask task, UUID model, String entity, String name, Instant cut, Verdict verdict,
        double probability, double growth, @Nullable Double leadHours, @Nullable Cause cause,
        @Nullable Evidence evidence) {
}
