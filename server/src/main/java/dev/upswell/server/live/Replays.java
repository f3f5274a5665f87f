package dev.upswell.server.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads raw answers that were kept again, by the mappers of this version: asked for at once, done by the job `replay` in small
/// steps.
///
/// An item that passes now is stored exactly once. A kill loses nothing: an open replay goes on behind the last answer that it read.
public interface Replays {

    /// The name of the job that does them.
    String JOB = "replay";

    /// A reading again of raw answers that were kept, as it was asked for and as far as it has gone.
    ///
    /// @param answers read so far
    /// @param stored items that say something new now
    /// @param left items that still cannot be used
    /// @param failed answers that no mapper takes, which were passed over
    /// @param endedAt null while it is open
    record Replay(UUID id, Wanted wanted, Instant askedAt, long answers, long stored, long observations, long left,
            long failed, @Nullable Instant endedAt) {

        /// Which answers are meant: those that came from one instant until before another.
        ///
        /// @param source under which their readings are kept; empty for all
        /// @param from null for the first
        /// @param until null for the last
        /// @param all also those that have no item in quarantine
        public record Wanted(String source, @Nullable Instant from, @Nullable Instant until, boolean all) {

            /// The same, of a span of time alone.
            public Wanted within(Instant begin, Instant end) {
                return new Wanted(source, begin, end, all);
            }
        }

        /// Where it stands: `open` or `done`.
        public String state() {
            return endedAt == null ? "open" : "done";
        }
    }

    /// Asks for a replay; a server begins it at once.
    ///
    /// @param run the slot of a run of the job `ingestion`, whose time is meant; null for the times that are wanted
    ///
    /// **errors** [LiveRefused] when the times are none that can be, or there is no such run.
    Replay ask(Replay.Wanted wanted, @Nullable Instant run);

    /// The newest first.
    List<Replay> list(int limit, long offset);

    /// How many were asked for.
    long count();

    /// **errors** [LiveRefused] when there is none of this id.
    Replay find(UUID id);

    /// Does what is open, in the order of asking; returns how many answers were read.
    ///
    /// **errors** [LiveRefused] while somebody else does it; a retryable `StoreException` when another process stored meanwhile.
    long work();
}
