package dev.upswell.forecast;

import java.util.OptionalDouble;

/// What one feature added to one prediction.
///
/// @param value the feature's value at the cut; empty when it was missing
/// @param logOdds SHAP value: how far it moved the log-odds from those of an average hashtag; the score before calibration
public record FeatureContribution(String feature, OptionalDouble value, double logOdds) {
}
