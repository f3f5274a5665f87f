package dev.upswell.server.forecast.page;

/// A score with the ends of its 95 % interval.
public record Measure(double value, double low, double high) {

    public Measure {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "measure (" + low + " to " + high + ") must be ordered\nMaybe a bootstrap gave no numbers.");
        }
    }
}
