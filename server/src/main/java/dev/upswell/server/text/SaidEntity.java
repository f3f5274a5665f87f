package dev.upswell.server.text;

import dev.upswell.language.Entity;
import java.time.Instant;
import java.util.List;

/// A name that a person approved or rejected.
///
/// @param kind brand, product, or person: a public figure
/// @param spellings how else it is spelt
public record SaidEntity(String name, Entity.Kind kind, List<String> spellings, State state, String by, Instant at) {

    /// What was said of it.
    public enum State {
        /// Captions are searched for it.
        APPROVED,
        /// They are not, though it may ship.
        REJECTED
    }

    public SaidEntity {
        spellings = List.copyOf(spellings);
    }
}
