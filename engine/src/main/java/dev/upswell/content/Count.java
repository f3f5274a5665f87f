package dev.upswell.content;

/// A cumulative counter as it was displayed, with the step in which the display moves.
///
/// Public pages show counts of 10,000 and more rounded ("541.2K"): the value is then known only to within its resolution.
///
/// **units** occurrences · **range** `value ≥ 0`, `resolution ≥ 1`; a resolution of 1 is exact.
public record Count(long value, long resolution) {

    private static final long FIRST_ROUNDED = 10_000;

    public Count {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "count (" + value + ") must not be negative\nMaybe the row is broken: quarantine it.");
        }
        if (resolution < 1) {
            throw new IllegalArgumentException(
                    "resolution (" + resolution + ") must be at least 1\nMaybe use Count.exact.");
        }
    }

    /// A count known exactly.
    public static Count exact(long value) {
        return new Count(value, 1);
    }

    /// A count from a source that may round, with the resolution that its digits suggest.
    ///
    /// The display steps are 100 from 10,000 on, 100,000 from a million on and 100,000,000 from a billion on. A value that
    /// is a multiple of its step is taken as rounded; about 1 % of exact values from 10,000 on look rounded by accident.
    public static Count displayed(long value) {
        long step = step(value);
        return new Count(value, value % step == 0 ? step : 1);
    }

    private static long step(long value) {
        if (value < FIRST_ROUNDED) {
            return 1;
        }
        if (value < 1_000_000) {
            return 100;
        }
        return value < 1_000_000_000 ? 100_000 : 100_000_000;
    }
}
