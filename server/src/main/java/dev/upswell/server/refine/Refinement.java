package dev.upswell.server.refine;

import dev.upswell.server.wording.Worded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version that was proposed because of what was said of the texts of another.
///
/// @param number the proposed version
/// @param base the version it was made from
/// @param model that revised it; null when a template did
/// @param state of the version now: draft, trial, serving or retired
/// @param seenTo up to when verdicts and failures were looked at
public record Refinement(String purpose, int number, int base, Worded.Author by, @Nullable String model, String state,
        String note, Complaints complaints, Instant seenTo) {
}
