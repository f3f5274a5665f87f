package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Gap;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A recommendation that somebody followed.
///
/// @param value of the measure when it was taken up, in its own unit
/// @param score the same as a score [0..1]
/// @param expected by which the score was expected to rise then
/// @param dataAsOf as of when the measure was known
/// @param end what became of it; null while it is followed
public record FollowedPlaybook(UUID id, String creator, Gap gap, double value, double score, double expected, String by,
        Instant takenAt, Instant dataAsOf, @Nullable End end) {

    /// What became of a playbook that was followed.
    ///
    /// @param outcome null when it was not gone through with
    /// @param note what was said of it; null when nothing was
    public record End(Instant at, @Nullable Outcome outcome, @Nullable String note) {
    }

    /// What came of it.
    ///
    /// @param value of the measure afterwards
    /// @param score the same as a score
    /// @param gain see [#gain]
    /// @param told whether somebody told the measure, or the scorecard did
    public record Outcome(double value, double score, double gain, boolean told) {
    }

    /// How much of what was missing to the full score came of it [-1..1]; of a score that was full, the change itself.
    static double gain(double before, double after) {
        double missing = 1 - before;
        return Math.clamp(missing <= 0 ? after - before : (after - before) / missing, -1, 1);
    }
}
