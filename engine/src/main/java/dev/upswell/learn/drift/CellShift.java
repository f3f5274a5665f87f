package dev.upswell.learn.drift;

import org.jspecify.annotations.Nullable;

/// One cell of a column: which share of the known values lay in it at training, and which does in the window.
///
/// @param upTo the largest value that belongs to it; null for the last one and for the cell of values that were never seen at
///     training, which may lie anywhere
/// @param unseen whether it is that cell
/// @param before share at training [0..1]
/// @param now share in the window [0..1]
public record CellShift(@Nullable Double upTo, boolean unseen, double before, double now) {
}
