package dev.upswell.server.trend.page;

import org.jspecify.annotations.Nullable;

/// What the serving model says about all watched entities of the kind, and how right it has been.
///
/// @param likely how many entities stand at or above the threshold now
/// @param threshold the probability from which the product says "likely"
/// @param trackRecord null when the model has not been judged on past days
public record Expectation(int likely, double threshold, int horizonHours, @Nullable TrackRecord trackRecord) {
}
