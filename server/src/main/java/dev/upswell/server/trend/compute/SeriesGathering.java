package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gathers readings that arrive by entity, source and time into series, without an object for each reading.
final class SeriesGathering {

    private final Consumer<EntitySeries> sink;
    private final Map<Counter, Column> columns = new EnumMap<>(Counter.class);
    private @Nullable String kind;
    private @Nullable String id;
    private @Nullable String source;
    private long epochSecond;

    SeriesGathering(Consumer<EntitySeries> sink) {
        this.sink = sink;
    }

    /// A growing counter series.
    private static final class Column {

        private long[] times = new long[64];
        private long[] values = new long[64];
        private long[] resolutions = new long[64];
        private int size;

        void add(long time, long value, long resolution) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
                resolutions = Arrays.copyOf(resolutions, 2 * size);
            }
            times[size] = time;
            values[size] = value;
            resolutions[size++] = resolution;
        }

        CounterSeries series() {
            return CounterSeries.of(Arrays.copyOf(times, size), Arrays.copyOf(values, size),
                    Arrays.copyOf(resolutions, size));
        }
    }

    /// Begins the next reading.
    void reading(String readKind, String readId, String readSource, long readAt) {
        if (!readId.equals(id) || !readSource.equals(source) || !readKind.equals(kind)) {
            end();
            kind = readKind;
            id = readId;
            source = readSource;
        }
        epochSecond = readAt;
    }

    /// Adds a counter of the reading begun last.
    void count(Counter counter, long value, long resolution) {
        columns.computeIfAbsent(counter, unused -> new Column()).add(epochSecond, value, resolution);
    }

    /// Hands on the series gathered last.
    void end() {
        if (kind != null && id != null && source != null && !columns.isEmpty()) {
            Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
            columns.forEach((counter, column) -> counters.put(counter, column.series()));
            sink.accept(new EntitySeries(new EntityId(EntityKind.of(kind), id), source, counters));
        }
        columns.clear();
    }
}
