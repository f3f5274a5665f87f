package dev.upswell.server.agent;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run of a job, as it is kept.
///
/// @param slot when it was due
/// @param node the server that does or did it; null while it waits, and for skipped slots
/// @param attempt 1 for the first try; takeovers count too
/// @param begunAt when the last try began; null while it waits, and for skipped slots
/// @param endedAt null while it waits or runs
/// @param counts how much was done
/// @param note what there is to say beside; null for nothing
public record Run(String job, Instant slot, Turn.Reason reason, State state, @Nullable String node, int attempt,
        @Nullable Instant begunAt, @Nullable Instant endedAt, Map<String, Long> counts, @Nullable String note) {

    /// Where a run stands.
    public enum State {
        /// It is to be tried, or tried again.
        WAITING,
        /// A server does it.
        RUNNING,
        /// It did what there was to do.
        DONE,
        /// It did not.
        FAILED,
        /// Slots that were missed, and not made up for.
        SKIPPED
    }
}
