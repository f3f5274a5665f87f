package dev.upswell.server.taste;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody did with a video that was recommended to them.
///
/// @param request recommendation that showed it; null when none did
/// @param strength how much of it was watched, 0 to 1; null for other kinds, and where nobody told
public record Reaction(String video, @Nullable UUID request, Kind kind, @Nullable Double strength, Instant at) {

    /// What was done.
    public enum Kind {
        SHOWN,
        CLICKED,
        WATCHED,
        LIKED,
        SHARED,
        SAVED,
        HIDDEN;

        /// The kind of this word, in any case.
        public static Optional<Kind> find(String word) {
            return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(word)).findFirst();
        }
    }

    public Reaction {
        if (strength != null && !(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "strength (" + strength + ") must be from 0 to 1\nMaybe it was told in percent.");
        }
    }
}
