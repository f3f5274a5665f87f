package dev.upswell.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;

/// One counter of one entity as one source read it, in order of time.
///
/// Immutable and packed in arrays, because forecasts and windows read millions of them. Of several readings at one instant
/// the largest value stays (and of equal ones the one known best), whatever the order in which they came.
///
/// **units** times in whole epoch seconds ([#secondOf]), values in occurrences · **cost** 24 bytes a reading.
public final class CounterSeries {

    /// Readings of one quarter of an hour are one look at the counter, in seconds.
    private static final long FETCH_WINDOW = 900;

    private final long[] times;
    private final long[] values;
    private final long[] resolutions;

    private CounterSeries(long[] times, long[] values, long[] resolutions) {
        this.times = times;
        this.values = values;
        this.resolutions = resolutions;
    }

    /// The series of these readings, given in any order.
    public static CounterSeries of(long[] epochSeconds, long[] values, long[] resolutions) {
        int n = epochSeconds.length;
        if (values.length != n || resolutions.length != n) {
            throw new IllegalArgumentException("lengths (" + n + ", " + values.length + ", " + resolutions.length
                    + ") must be equal\nMaybe a column was dropped.");
        }
        return of(epochSeconds, values, resolutions, 0, n);
    }

    /// The series of the readings from place `from` on and before place `to`, given in any order.
    ///
    /// **errors** `IndexOutOfBoundsException` where one of the columns has no such places
    public static CounterSeries of(long[] epochSeconds, long[] values, long[] resolutions, int from, int to) {
        Objects.checkFromToIndex(from, to, epochSeconds.length);
        Objects.checkFromToIndex(from, to, values.length);
        Objects.checkFromToIndex(from, to, resolutions.length);
        CounterSeries given = new CounterSeries(Arrays.copyOfRange(epochSeconds, from, to),
                Arrays.copyOfRange(values, from, to), Arrays.copyOfRange(resolutions, from, to));
        return isStrictlyAscending(given.times) ? given : given.inOrder();
    }

    private CounterSeries inOrder() {
        int n = times.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byTime = Long.compare(times[a], times[b]);
            int byValue = byTime != 0 ? byTime : Long.compare(values[a], values[b]);
            return byValue != 0 ? byValue : Long.compare(resolutions[b], resolutions[a]);
        });
        long[] t = new long[n];
        long[] v = new long[n];
        long[] r = new long[n];
        int size = 0;
        for (int index : order) {
            int at = size > 0 && t[size - 1] == times[index] ? size - 1 : size++;
            t[at] = times[index];
            v[at] = values[index];
            r[at] = resolutions[index];
        }
        return new CounterSeries(Arrays.copyOf(t, size), Arrays.copyOf(v, size), Arrays.copyOf(r, size));
    }

    /// The whole second in which something at this instant is known: the first one not before it. So a fraction of a second
    /// never makes a reading known earlier than it was taken.
    public static long secondOf(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }

    private static boolean isStrictlyAscending(long[] times) {
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /// How many readings there are.
    public int size() {
        return times.length;
    }

    /// When reading `index` was taken, in epoch seconds.
    public long epochSecondAt(int index) {
        return times[index];
    }

    /// What reading `index` showed.
    public long valueAt(int index) {
        return values[index];
    }

    /// The display step of reading `index`; 1 when exact.
    public long resolutionAt(int index) {
        return resolutions[index];
    }

    /// The index of the last reading at or before this epoch second, or -1 when there is none.
    public int lastIndexAt(long epochSecond) {
        int found = Arrays.binarySearch(times, epochSecond);
        return found >= 0 ? found : -found - 2;
    }

    /// The same, sought from a reading on that lies at or before that second: the cheaper the nearer it is.
    ///
    /// @param from the index of that reading, or -1 where none is known
    public int lastIndexAt(long epochSecond, int from) {
        int low = from;
        int step = 1;
        while (low + step < times.length && times[low + step] <= epochSecond) {
            low += step;
            step *= 2;
        }
        while (step > 0) {
            if (low + step < times.length && times[low + step] <= epochSecond) {
                low += step;
            }
            step /= 2;
        }
        return low;
    }

    /// The last value read at or before `at`, unless that reading is older than `maxAge` then.
    public OptionalLong levelAt(Instant at, Duration maxAge) {
        int index = lastIndexAt(at.getEpochSecond());
        if (index < 0 || at.getEpochSecond() - times[index] > maxAge.toSeconds()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(values[index]);
    }

    /// What was known at `asOf`: the readings at or before it.
    public CounterSeries until(Instant asOf) {
        int size = lastIndexAt(asOf.getEpochSecond()) + 1;
        return new CounterSeries(Arrays.copyOf(times, size), Arrays.copyOf(values, size),
                Arrays.copyOf(resolutions, size));
    }

    /// The last reading of each fetch window. Windows are closed at the end, so the reading that stands for an instant on
    /// the quarter-hour grid stays, and whatever is read later replaces nothing known then.
    CounterSeries lastOfEachFetchWindow() {
        int n = times.length;
        int size = 0;
        for (int i = 0; i < n; i++) {
            size += isLastOfFetchWindow(i) ? 1 : 0;
        }
        if (size == n) {
            return this;
        }
        CounterSeries kept = new CounterSeries(new long[size], new long[size], new long[size]);
        for (int i = 0, to = 0; i < n; i++) {
            if (isLastOfFetchWindow(i)) {
                kept.times[to] = times[i];
                kept.values[to] = values[i];
                kept.resolutions[to++] = resolutions[i];
            }
        }
        return kept;
    }

    private boolean isLastOfFetchWindow(int i) {
        return i + 1 == times.length
                || times[i + 1] - times[i] >= FETCH_WINDOW
                || Math.ceilDiv(times[i], FETCH_WINDOW) != Math.ceilDiv(times[i + 1], FETCH_WINDOW);
    }

    long[] times() {
        return times;
    }

    long[] values() {
        return values;
    }

    long[] resolutions() {
        return resolutions;
    }
}
