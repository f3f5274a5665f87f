package dev.upswell.creative;

/// What kind of number a creative feature is.
public enum FeatureType {
    /// Any number within the feature's range.
    NUMBER,
    /// How many; never negative.
    COUNT,
    /// 1 where it holds, 0 where it does not.
    FLAG,
    /// 1 where a categorical field has one certain value, 0 where it has another.
    CATEGORY
}
