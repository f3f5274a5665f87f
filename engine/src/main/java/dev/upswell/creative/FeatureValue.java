package dev.upswell.creative;

/// What is known of one feature of one video: its value, or why it has none.
public sealed interface FeatureValue {

    /// A value, which lies within the feature's range.
    record Present(double value) implements FeatureValue {
    }

    /// No value, for this reason.
    record Absent(Absence reason) implements FeatureValue {
    }
}
