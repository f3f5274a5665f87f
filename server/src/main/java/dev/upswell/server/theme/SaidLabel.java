package dev.upswell.server.theme;

import java.time.Instant;

/// A label that a person approved or rejected.
public record SaidLabel(String label, State state, String by, Instant at) {

    /// What was said of it.
    public enum State {
        /// Themes may be called so.
        APPROVED,
        /// No theme is called so.
        REJECTED
    }
}
