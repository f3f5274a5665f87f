package dev.upswell.server.act;

import java.time.Instant;
import java.util.UUID;

/// What somebody said or did about something that is to be done.
///
/// @param actor as they are signed in; `tracker NAME` for what a tracker told
/// @param said the comment, or what it was set to; may be empty
public record Entry(UUID action, Instant at, String actor, Kind kind, String said) {

    /// What it was.
    public enum Kind {
        COMMENT,
        ASSIGNED,
        DUE,
        RATED,
        TAKEN,
        DONE,
        DROPPED,
        SENT
    }
}
