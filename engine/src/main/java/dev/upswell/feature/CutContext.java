package dev.upswell.feature;

import java.time.Instant;
import java.util.OptionalDouble;

/// What was known at a cut about all entities together.
///
/// @param recentBar the mean of the final bars of the last seven days whose horizon had elapsed, in log growth; empty when
///     none had
public record CutContext(Instant cut, OptionalDouble recentBar) {
}
