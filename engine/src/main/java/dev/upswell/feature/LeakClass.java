package dev.upswell.feature;

/// Whether a value was knowable at its cut.
public enum LeakClass {
    /// Computed from readings at or before the cut only.
    SAFE,
    /// Describes what came after the cut: a label or a part of one. Never enters a training row.
    OUTCOME
}
