package dev.upswell.timeline;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When a counter was read, and what follows from that alone: prepared once and shared by all counters read together.
///
/// **units** epoch seconds
final class ReadingTimes {

    /// Longer bridges would serve only windows longer than the longest there is.
    private static final long MAX_BRIDGE = 48 * 3600L;

    private static final long MIN_BRIDGE = 6 * 3600L;

    final long[] times;
    /// The usual cadence as known at each reading.
    final long[] cadence;
    /// Seconds backed by readings or permitted bridges, from the first reading on.
    final long[] backed;
    /// Whether the counter is known to have been 0 until the first reading, which then is its birth.
    final boolean bornAtFirst;
    private final long[] given;
    private final boolean dropped;

    private ReadingTimes(long[] given, long[] kept, @Nullable Instant bornAt) {
        this.given = given;
        dropped = kept.length != given.length;
        long gap = bornAt == null || kept.length == 0 ? 0 : kept[0] - CounterSeries.secondOf(bornAt);
        bornAtFirst = gap > 0 && gap <= MAX_BRIDGE;
        times = bornAtFirst ? prepend(kept[0] - gap, kept) : kept;
        cadence = UsualCadence.of(times, bornAtFirst);
        backed = backed();
    }

    /// The times of every reading of this series, all of which count.
    static ReadingTimes ofAll(CounterSeries series) {
        return new ReadingTimes(series.times(), series.times(), null);
    }

    /// The times of the readings that are the last of their fetch window, after the birth where that is known and close enough
    /// to the first of them for a bridge; else what was gained before the first reading stays unknown.
    ///
    /// @param like those of another counter of the same entity, which are returned where they are the same
    static ReadingTimes ofLooks(CounterSeries series, @Nullable Instant bornAt, @Nullable ReadingTimes like) {
        return like != null && Arrays.equals(like.given, series.times())
                ? like
                : new ReadingTimes(series.times(), series.lastOfEachFetchWindow().times(), bornAt);
    }

    /// The values at these times of a series read at the given ones.
    long[] values(CounterSeries series) {
        return at(looks(series).values(), 0);
    }

    /// The display steps at these times of a series read at the given ones; the birth is exact.
    long[] resolutions(CounterSeries series) {
        return at(looks(series).resolutions(), 1);
    }

    private CounterSeries looks(CounterSeries series) {
        return dropped ? series.lastOfEachFetchWindow() : series;
    }

    private long[] at(long[] readings, long atBirth) {
        return bornAtFirst ? prepend(atBirth, readings) : readings;
    }

    private static long[] prepend(long first, long[] rest) {
        long[] all = new long[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private long[] backed() {
        long[] running = new long[times.length];
        for (int i = 1; i < running.length; i++) {
            long gap = times[i] - times[i - 1];
            boolean birth = bornAtFirst && i == 1;
            long limit = birth ? MAX_BRIDGE : Math.min(MAX_BRIDGE, Math.max(MIN_BRIDGE, 2 * cadence[i]));
            running[i] = running[i - 1] + (gap <= limit ? gap : 0);
        }
        return running;
    }
}
