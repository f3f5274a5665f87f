package dev.upswell.fyp.rule;

import dev.upswell.fyp.FypScore;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule: of which videos it speaks, and what is to be done about them.
///
/// @param line where it stands in its text, from 1
/// @param text as it was written
/// @param actions what is to be done, at least one, in order
/// @param sla within what time; null when that was left open
/// @param assignee who does it; null when that was left open
public record Prescription(int line, String text, Condition condition, List<String> actions, @Nullable Duration sla,
        @Nullable String assignee) {

    public Prescription {
        actions = List.copyOf(actions);
    }

    /// Whether it fires for a score.
    public Truth of(FypScore score) {
        return condition.of(score);
    }
}
