package dev.upswell.forecast;

/// Views to be expected 24 hours after the cut: 5, 50 and 95 % limits, conformally corrected.
///
/// **units** cumulative views · **range** `low ≤ median ≤ high`.
public record ViewRange(long low, long median, long high) {

    static ViewRange of(long level, double[] growths) {
        return new ViewRange(after(level, growths[0]), after(level, growths[1]), after(level, growths[2]));
    }

    private static long after(long level, double growth) {
        return Math.round(level * Math.exp(growth));
    }
}
