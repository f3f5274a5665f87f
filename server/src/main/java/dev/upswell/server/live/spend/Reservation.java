package dev.upswell.server.live.spend;

import java.time.Instant;
import java.util.UUID;

/// Whether a request may be sent.
public sealed interface Reservation {

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
    /// @param until when it is tried again
    record Paused(String reason, Instant until) implements Reservation {
    }
}
