package dev.upswell.server.theme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that found themes or carried them on.
///
/// @param version of vectors that it went by
/// @param unthemed captions of no theme
/// @param silhouette how well themes stand apart, −1 to 1
/// @param randToLast adjusted Rand index of shared captions with the run before; null for the first
public record ThemeRun(UUID id, Instant at, UUID version, int captions, int themes, int unthemed, double silhouette,
        @Nullable Double randToLast) {
}
