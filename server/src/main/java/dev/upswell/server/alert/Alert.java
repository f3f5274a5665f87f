package dev.upswell.server.alert;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a person should know of.
///
/// @param type for example `DRIFT_ALERT`, or `RULE_ALERT` where a rule rang that people made
/// @param title what happened, as a sentence; of a rule its name and what it is about
/// @param facts figures behind it, by name
/// @param asOf up to when the world was known
/// @param task the task that was opened with it; null when none was
/// @param acknowledged who has seen it; null while nobody said so
/// @param cause which rule rang of what, and the rows behind it; null where an agent raised it
public record Alert(UUID id, String type, Severity severity, String title, Map<String, Double> facts, Instant asOf,
        @Nullable UUID task, Instant raisedAt, @Nullable Acknowledged acknowledged, @Nullable Cause cause) {

    /// That a person has seen it.
    ///
    /// @param by the name that they gave, or `hand`; nothing vouches for it
    public record Acknowledged(Instant at, String by) {
    }

    /// Why a rule rang.
    ///
    /// @param rule its id; null once it was removed
    /// @param rows those that made it ring, in the order of its conditions
    public record Cause(@Nullable UUID rule, String kind, String entity, List<Evidence> rows) {

        public Cause {
            rows = List.copyOf(rows);
        }
    }

    public Alert {
        facts = Map.copyOf(facts);
    }

    /// What a rule rings of.
    ///
    /// @param name the rule's, and what it is about as people call it
    public record Ringing(UUID rule, Severity severity, String name, EntityId entity, Instant asOf,
            List<Evidence> rows) {

        public Ringing {
            rows = List.copyOf(rows);
        }
    }
}
