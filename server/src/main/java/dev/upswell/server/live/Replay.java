package dev.upswell.server.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reading again of raw answers that were kept, as it was asked for and as far as it has gone.
///
/// @param answers read so far
/// @param stored items that say something new now
/// @param left items that still cannot be used
/// @param failed answers that no mapper takes, which were passed over
/// @param endedAt null while it is open
public record Replay(UUID id, Wanted wanted, Instant askedAt, long answers, long stored, long observations, long left,
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
