package dev.upswell.forecast;

import org.jspecify.annotations.Nullable;

/// What one feature added to one prediction.
///
/// @param value the feature's value at the cut; null when it was missing, which can speak too
/// @param logOdds SHAP value: how far it moved the log-odds from those of an average entity; the score before calibration
public record FeatureContribution(String feature, @Nullable Double value, double logOdds) {
}
