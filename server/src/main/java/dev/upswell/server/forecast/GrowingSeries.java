package dev.upswell.server.forecast;

import dev.upswell.timeline.CounterSeries;
import java.util.Arrays;

/// Collects the readings of one counter after another in the same buffers.
final class GrowingSeries {

    private long[] seconds = new long[1024];
    private long[] values = new long[1024];
    private long[] resolutions = new long[1024];
    private int size;

    void add(long second, long value, long resolution) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            resolutions = Arrays.copyOf(resolutions, 2 * size);
        }
        seconds[size] = second;
        values[size] = value;
        resolutions[size++] = resolution;
    }

    /// The series of everything added since the last cut.
    CounterSeries cut() {
        int count = size;
        size = 0;
        return CounterSeries.of(Arrays.copyOf(seconds, count), Arrays.copyOf(values, count),
                Arrays.copyOf(resolutions, count));
    }
}
