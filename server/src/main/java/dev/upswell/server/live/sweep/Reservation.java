package dev.upswell.server.live.sweep;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a request may be sent.
sealed interface Reservation {

    /// It may, and its worst cost is set aside.
    record Granted(UUID request) implements Reservation {
    }

    /// A budget would be exceeded.
    ///
    /// @param until when it is surely free again
    record Exhausted(String budget, Instant until) implements Reservation {
    }

    /// Nothing is asked with this key.
    ///
    /// @param until null until another key is set
    record Paused(String reason, @Nullable Instant until) implements Reservation {
    }
}
