package dev.upswell.server.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which dead letters are meant: those of which all that is said here holds.
///
/// @param source empty for all
/// @param reason such as `retry-later` or `unstorable`; empty for all
/// @param from given up from this instant on; null for the first
/// @param until given up before; null for the last
public record LetterFilter(String source, String reason, @Nullable Instant from, @Nullable Instant until) {

    /// Every letter.
    public static final LetterFilter ALL = new LetterFilter("", "", null, null);

    /// Whether every letter is meant.
    public boolean isAll() {
        return equals(ALL);
    }
}
