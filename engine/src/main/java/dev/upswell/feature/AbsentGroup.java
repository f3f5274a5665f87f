package dev.upswell.feature;

/// A family of features that a set does not have, or not in full, and why.
public record AbsentGroup(FeatureGroup group, String reason) {
}
