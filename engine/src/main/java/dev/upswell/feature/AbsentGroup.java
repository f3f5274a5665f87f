package dev.upswell.feature;

/// A family of features that a set does not have, and why.
public record AbsentGroup(FeatureGroup group, String reason) {
}
