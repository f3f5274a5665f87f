package dev.upswell.server.insight;

import dev.upswell.forecast.explain.FeatureImportance;
import org.jspecify.annotations.Nullable;

/// How much a model rests on a feature, and what the feature costs.
///
/// @param costNanos time that the feature takes for one entity, in nanoseconds, measured once at the training; null when nobody
///     could be asked about then
public record KeptImportance(FeatureImportance importance, @Nullable Double costNanos) {
}
