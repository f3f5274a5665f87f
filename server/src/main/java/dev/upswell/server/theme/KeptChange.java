package dev.upswell.server.theme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a theme in a run.
///
/// @param to theme that split off, or that it went into; null otherwise
/// @param fromLabel null unless it was renamed
/// @param toLabel null unless it was renamed
public record KeptChange(Instant at, Kind kind, long from, @Nullable Long to, @Nullable String fromLabel,
        @Nullable String toLabel) {

    /// What can become of a theme.
    public enum Kind {
        BEGUN,
        SPLIT,
        MERGED,
        ENDED,
        RENAMED
    }
}
