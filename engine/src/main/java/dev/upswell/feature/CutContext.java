package dev.upswell.feature;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was known at a cut about all entities that are compared with each other.
///
/// @param recentBar the mean of the final bars that became known in the last 7 days, both ends included, in log growth; null
///     before any was
/// @param horizon how far ahead the cut looks: bars are growth over so long
public record CutContext(Instant cut, @Nullable Double recentBar, Duration horizon) {

    private static final double SECONDS_PER_DAY = 86_400;

    /// The horizon in days, for features that know a daily pace.
    public double horizonDays() {
        return horizon.toSeconds() / SECONDS_PER_DAY;
    }
}
