package dev.upswell.feature;

import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.GainCurve;
import java.time.Duration;
import java.time.Instant;

/// All that feature code may see of one counter: its readings at or before the cut.
///
/// A view without a copy, because a backtest asks for one per entity and cut. There is no way from it to a later reading.
///
/// **absence** a level is `NaN` when no reading of the last 12 hours stands behind it (see the package).
public final class PastReadings {

    /// How old the reading behind a level may be.
    public static final Duration MAX_AGE = GainCurve.MAX_CARRY;

    private final CounterSeries series;
    private final int size;
    private final long cutSecond;

    private PastReadings(CounterSeries series, int size, long cutSecond) {
        this.series = series;
        this.size = size;
        this.cutSecond = cutSecond;
    }

    /// What of this series was known at the cut.
    public static PastReadings asOf(CounterSeries series, Instant cut) {
        long second = cut.getEpochSecond();
        return new PastReadings(series, series.lastIndexAt(second) + 1, second);
    }

    /// How many readings there are at or before the cut.
    public int size() {
        return size;
    }

    /// The cut in epoch seconds.
    public long cutSecond() {
        return cutSecond;
    }

    /// When reading `index` was taken, in epoch seconds.
    public long epochSecondAt(int index) {
        return series.epochSecondAt(known(index));
    }

    /// What reading `index` showed.
    public long valueAt(int index) {
        return series.valueAt(known(index));
    }

    /// The display step of reading `index`.
    public long resolutionAt(int index) {
        return series.resolutionAt(known(index));
    }

    /// The last reading at or before this second and the cut, or -1.
    public int lastIndexAt(long epochSecond) {
        return Math.min(series.lastIndexAt(epochSecond), size - 1);
    }

    /// The natural logarithm of the level at this second; NaN when there is none.
    public double logLevelAt(long epochSecond) {
        return logLevelAt(epochSecond, MAX_AGE.toSeconds());
    }

    /// The natural logarithm of the level at this second; NaN when there is none, it is 0, or the reading behind it is older
    /// than so many seconds.
    public double logLevelAt(long epochSecond, long maxAgeSeconds) {
        int index = lastIndexAt(epochSecond);
        if (index < 0 || epochSecond - series.epochSecondAt(index) > maxAgeSeconds || series.valueAt(index) == 0) {
            return Double.NaN;
        }
        return Math.log(series.valueAt(index));
    }

    private int known(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("reading (" + index + ") must be one of the " + size
                    + " known at the cut\nMaybe the code looks ahead.");
        }
        return index;
    }
}
