package dev.upswell.learn.drift;

import org.jspecify.annotations.Nullable;

/// What a detector says of a stream of a model's errors.
///
/// A change stays on record until the model is retrained, which begins with a new detector.
///
/// @param detector `ADWIN` or `Page-Hinkley`
/// @param verdict DRIFTED when the errors rose at the last change, WATCH when they fell, STABLE without a change
/// @param seen how many errors were seen
/// @param alarms how often a change was found
/// @param changedAt how many errors had been seen at the last alarm; null when there was none
/// @param before mean error before the last change; null when there was none
/// @param now mean error since, or of all when there was none; null when nothing was seen
public record ResidualDrift(String detector, DriftVerdict verdict, long seen, long alarms, @Nullable Long changedAt,
        @Nullable Double before, @Nullable Double now) {
}
