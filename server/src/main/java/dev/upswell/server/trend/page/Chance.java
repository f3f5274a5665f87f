package dev.upswell.server.trend.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The probability of a surge, with the ends of its 90 % interval.
///
/// **range** all in [0, 1], low ≤ probability ≤ high.
///
/// @param low null, like `high`, when the model does not know how far off it may be
public record Chance(double probability, @Nullable Double low, @Nullable Double high) {

    public Chance {
        double lowest = low == null ? probability : low;
        double highest = high == null ? probability : high;
        if (!(0 <= lowest && lowest <= probability && probability <= highest && highest <= 1)) {
            throw new IllegalArgumentException("chance (" + low + ", " + probability + ", " + high
                    + ") must be ordered within 0 and 1\nMaybe the interval was not clamped.");
        }
    }

    /// The two ends of the interval, lower first; null when there are none.
    public @Nullable List<Double> interval() {
        return low == null || high == null ? null : List.of(low, high);
    }
}
