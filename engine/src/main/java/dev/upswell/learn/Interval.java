package dev.upswell.learn;

/// A closed interval of real numbers.
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "interval (" + low + ", " + high + ") must not be empty\nMaybe the limits are swapped.");
        }
    }

    /// Whether the value lies in the interval.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
