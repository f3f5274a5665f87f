package dev.upswell.timeline;

import java.util.Arrays;

/// Gathers the readings of one counter after another into series, in the same buffers and without an object for each reading.
///
/// For one thread at a time · **cost** 24 bytes for each reading of the longest series
public final class GrowingSeries {

    private static final int FIRST_SIZE = 64;

    private long[] epochSeconds = new long[FIRST_SIZE];
    private long[] values = new long[FIRST_SIZE];
    private long[] resolutions = new long[FIRST_SIZE];
    private int size;

    /// Adds a reading, in any order.
    ///
    /// @param resolution distance of two values that the source can tell apart, 1 when it rounds nothing
    public void add(long epochSecond, long value, long resolution) {
        if (size == epochSeconds.length) {
            epochSeconds = Arrays.copyOf(epochSeconds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            resolutions = Arrays.copyOf(resolutions, 2 * size);
        }
        epochSeconds[size] = epochSecond;
        values[size] = value;
        resolutions[size++] = resolution;
    }

    /// Whether nothing was added since the last series.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The series of everything added since the last one.
    public CounterSeries cut() {
        int count = size;
        size = 0;
        return CounterSeries.of(epochSeconds, values, resolutions, 0, count);
    }
}
