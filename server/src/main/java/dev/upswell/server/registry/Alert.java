package dev.upswell.server.registry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a person should know of.
///
/// @param type for example `DRIFT_ALERT`
/// @param title what happened, as a sentence
/// @param facts figures behind it, by name
/// @param asOf up to when the world was known
/// @param task the task that was opened with it; null when none was
/// @param acknowledged who has seen it; null while nobody said so
public record Alert(UUID id, String type, String title, Map<String, Double> facts, Instant asOf, @Nullable UUID task,
        Instant raisedAt, @Nullable Acknowledged acknowledged) {

    /// That a person has seen it.
    ///
    /// @param by the name that they gave, or [Decision#HAND]; nothing vouches for it
    public record Acknowledged(Instant at, String by) {
    }

    public Alert {
        facts = Map.copyOf(facts);
    }
}
