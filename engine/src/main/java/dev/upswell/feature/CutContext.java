package dev.upswell.feature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was known at a cut about all entities together.
///
/// @param recentBar the mean of the final bars that became known in the last 7 days, both ends included, in log growth; null
///     before any was
public record CutContext(Instant cut, @Nullable Double recentBar) {
}
