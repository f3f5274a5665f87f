package dev.upswell.server.creative;

import dev.upswell.pattern.PatternAnalysis;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A search for patterns: for whom, in which videos, and what came of it.
///
/// @param client for whom, in free words
/// @param progress how many of its videos were read
public record PatternRun(UUID id, String client, PatternSubject subject, PatternSettings settings, Chosen chosen,
        Progress progress, String by, Instant begunAt, End end) {

    /// How far a search is.
    ///
    /// @param videos chosen
    /// @param read of which features were read
    /// @param failed of which they could not be
    /// @param analysed of which an analyser told; of the others metadata alone did
    public record Progress(int videos, int read, int failed, int analysed) {

        /// Videos that are done with, one way or the other.
        public int done() {
            return read + failed;
        }
    }

    /// Videos that could not be read, for one reason.
    ///
    /// @param example id of one of them
    public record Skipped(String reason, int videos, String example) {
    }

    /// What came of a search.
    public sealed interface End {

        /// It is at work, or was cut off and may be resumed.
        record Open() implements End {
        }

        /// It is done.
        record Done(Instant at, PatternAnalysis analysis) implements End {
        }

        /// It ended without a result.
        record Failed(Instant at, String why) implements End {
        }
    }

    /// Its word in tables and answers: open, done or failed.
    public String state() {
        return switch (end) {
            case End.Open _ -> "open";
            case End.Done _ -> "done";
            case End.Failed _ -> "failed";
        };
    }

    /// What was found; null unless it is done.
    public @Nullable PatternAnalysis analysis() {
        return end instanceof End.Done done ? done.analysis() : null;
    }

    /// When it ended; null until then.
    public @Nullable Instant endedAt() {
        return switch (end) {
            case End.Open _ -> null;
            case End.Done done -> done.at();
            case End.Failed failed -> failed.at();
        };
    }
}
