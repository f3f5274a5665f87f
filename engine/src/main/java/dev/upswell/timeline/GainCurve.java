package dev.upswell.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a counter has gained up to each of its readings, prepared so that the gain of any window costs a subtraction.
///
/// A measurable fall (of at least the coarser resolution of its two readings) gains nothing and re-bases the level. A
/// smaller change, up or down, stays in the running sum, so that rounding errors cancel instead of adding up; `WindowWalk`
/// decides which gain of a window is measurable.
///
/// The running values at a reading depend only on it and on earlier readings of at most [#LOOKBACK], so nothing that comes
/// later changes them, and a series loaded that far back gives the same windows as the whole series.
///
/// **units** times in epoch seconds, gains in occurrences · **cost** one pass; beside the series 24 bytes a reading, and 16
/// that all counters share which were read at the same times; where a birth is put before the readings, or several of a
/// quarter of an hour are one look, a copy of the series too
public final class GainCurve {

    /// How far back of a window's end readings can matter to any of its metrics.
    public static final Duration LOOKBACK = Duration.ofDays(21);

    /// The longest time for which a last reading stands for a level that was not read since.
    public static final Duration MAX_CARRY = Duration.ofHours(12);

    static final long MAX_CARRY_SECONDS = MAX_CARRY.toSeconds();

    /// Most readings are exact, so their digests begin alike.
    private static final long EXACT = mix(1);

    private final ReadingTimes when;
    final long[] times;
    final long[] values;
    final long[] resolutions;
    final long[] cadence;
    /// Running sum of gains at each reading.
    final long[] gained;
    /// Seconds backed by readings or permitted bridges, from the first reading on.
    final long[] backed;
    /// Running sum of what rounding may hide or invent at falls, where one run of readings ends and another begins.
    final long[] rebased;
    /// Running sum of reading digests; a difference of two identifies the readings between.
    final long[] digests;
    /// Whether the counter is known to have been 0 until the first reading, which then is its birth.
    final boolean bornAtFirst;

    private GainCurve(CounterSeries series, ReadingTimes when) {
        this.when = when;
        times = when.times;
        cadence = when.cadence;
        backed = when.backed;
        bornAtFirst = when.bornAtFirst;
        values = when.values(series);
        resolutions = when.resolutions(series);
        int n = times.length;
        gained = new long[n];
        rebased = new long[n];
        digests = new long[n];
        for (int i = 0; i < n; i++) {
            append(i);
        }
    }

    /// The curve of this series, all of whose readings count and whose birth is not known.
    public static GainCurve of(CounterSeries series) {
        return new GainCurve(series, ReadingTimes.ofAll(series));
    }

    /// The curve of the readings that are the last of their fetch window.
    ///
    /// @param bornAt when the counter started from 0; `null` where unknown
    /// @param like the curve of another counter of the same entity, with which it shares what only times tell
    static GainCurve ofLooks(CounterSeries series, @Nullable Instant bornAt, @Nullable GainCurve like) {
        return new GainCurve(series, ReadingTimes.ofLooks(series, bornAt, like == null ? null : like.when));
    }

    private void append(int i) {
        long before = i == 0 ? 0 : digests[i - 1];
        long exactness = resolutions[i] == 1 ? EXACT : mix(resolutions[i]);
        digests[i] = before + mix(times[i] + mix(values[i] + exactness));
        if (i == 0) {
            return;
        }
        long change = values[i] - values[i - 1];
        boolean fell = fellAt(i);
        gained[i] = gained[i - 1] + (fell ? 0 : change);
        rebased[i] = rebased[i - 1] + (fell ? Math.max(shortBy(i, i - 1), shortBy(i - 1, i)) : 0);
    }

    /// Whether both counters were read at the same times, so that a place in one is the same place in the other.
    boolean wasReadWith(GainCurve other) {
        return when == other.when;
    }

    private boolean fellAt(int i) {
        return values[i] - values[i - 1] <= -Math.max(resolutions[i - 1], resolutions[i]);
    }

    /// Whether the step that ends at reading `i` is short enough to be interpolated.
    boolean isBridge(int i) {
        return backed[i] > backed[i - 1];
    }

    /// By how much the true difference from reading `a` to reading `b` can fall short of the shown one; with the readings
    /// the other way round, by how much it can exceed it.
    ///
    /// Sources either cut digits off, and a reading of step r then hides up to r − 1, or round to the nearest, and it is off
    /// by up to r / 2 either way. Which one is unknown, but a source keeps to it. A cut start may have hidden r − 1; rounded
    /// ends may both be off. Exact readings have a step of 1 and hide nothing.
    long shortBy(int a, int b) {
        return Math.max(resolutions[a] - 1, resolutions[a] / 2 + resolutions[b] / 2);
    }

    /// The value between reading `i` and the next one, at `time`, on a straight line through the running values given.
    long between(long[] running, int i, long time) {
        long span = times[i + 1] - times[i];
        long rise = running[i + 1] - running[i];
        long elapsed = time - times[i];
        if ((int) rise == rise && (int) elapsed == elapsed) {
            return running[i] + rise * elapsed / span;
        }
        // Split so that trillions of views times weeks of seconds do not overflow.
        return running[i] + rise / span * elapsed + rise % span * elapsed / span;
    }

    /// The falls at readings from `from` on, as issues of this entity, source and counter.
    public List<Issue.CountWentBackwards> falls(EntitySeries of, Counter counter, Instant from) {
        List<Issue.CountWentBackwards> falls = new ArrayList<>();
        for (int i = 1; i < times.length; i++) {
            if (times[i] >= CounterSeries.secondOf(from) && fellAt(i)) {
                falls.add(new Issue.CountWentBackwards(of.entity(), of.source(), Instant.ofEpochSecond(times[i]),
                        counter, values[i - 1], values[i]));
            }
        }
        return falls;
    }

    /// When the first reading was taken, or the counter was born; the greatest number where there is none.
    public long firstSecond() {
        return times.length == 0 ? Long.MAX_VALUE : times[0];
    }

    /// When the last reading was taken; the smallest number where there is none.
    public long lastSecond() {
        return times.length == 0 ? Long.MIN_VALUE : times[times.length - 1];
    }

    /// How often the source usually reads this counter, as known at its last reading.
    ///
    /// **errors** `IllegalStateException` where there is no reading
    public Duration usualCadence() {
        if (times.length == 0) {
            throw new IllegalStateException(
                    "series (0 readings) has no cadence\nMaybe check its size before asking.");
        }
        return Duration.ofSeconds(cadence[cadence.length - 1]);
    }

    /// The last second at which a window of this length can end, because a reading still stands for it and the source reads at
    /// least once a window; the smallest number where there is none.
    public long lastEndSecond(long lengthSeconds) {
        int firstReading = bornAtFirst ? 1 : 0;
        for (int i = times.length - 1; i >= firstReading; i--) {
            if (cadence[i] <= lengthSeconds) {
                long carried = times[i] + MAX_CARRY_SECONDS;
                return i + 1 < times.length ? Math.min(carried, times[i + 1] - 1) : carried;
            }
        }
        return Long.MIN_VALUE;
    }

    private static long mix(long value) {
        // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every input bit reaches every output bit.
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
