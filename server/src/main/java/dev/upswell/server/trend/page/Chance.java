package dev.upswell.server.trend.page;

/// The probability of a surge, with the ends of its 90 % interval.
///
/// **range** all in [0, 1], low ≤ probability ≤ high.
public record Chance(double probability, double low, double high) {

    public Chance {
        if (!(0 <= low && low <= probability && probability <= high && high <= 1)) {
            throw new IllegalArgumentException("chance (" + low + ", " + probability + ", " + high
                    + ") must be ordered within 0 and 1\nMaybe the interval was not clamped.");
        }
    }
}
