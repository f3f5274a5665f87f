package dev.upswell.server.weakness;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;

/// In which segments the forecasts of a fortnight were worse than in the others.
///
/// @param from first instant of the window, UTC midnight
/// @param to its end: no forecast made at or after it was looked at; outcomes of those before lie up to a horizon after it
/// @param part of the entities that were looked at: one of so many; 1 for all of them
/// @param forecasts that were looked at
/// @param looked how many segments were large enough to say something
/// @param chosen how many the first half of the entities chose
/// @param findings those that the second half confirmed, the surest first
/// @param followed how the segments of pending tasks stand now
public record ErrorAnalysis(ModelTask task, Instant from, Instant to, int part, int entities, int forecasts, int looked,
        int chosen, List<Finding> findings, List<Followed> followed) {

    public ErrorAnalysis {
        findings = List.copyOf(findings);
        followed = List.copyOf(followed);
    }
}
