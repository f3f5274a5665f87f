package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.GrowingSeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gathers readings that arrive by entity, source and time into series, without an object for each reading.
final class SeriesGathering {

    private final Consumer<EntitySeries> sink;
    private final Map<Counter, GrowingSeries> columns = new EnumMap<>(Counter.class);
    private @Nullable String kind;
    private @Nullable String id;
    private @Nullable String source;
    private long epochSecond;

    SeriesGathering(Consumer<EntitySeries> sink) {
        this.sink = sink;
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
        columns.computeIfAbsent(counter, unused -> new GrowingSeries()).add(epochSecond, value, resolution);
    }

    /// Hands on the series gathered last.
    void end() {
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        columns.forEach((counter, column) -> {
            if (!column.isEmpty()) {
                counters.put(counter, column.cut());
            }
        });
        if (kind != null && id != null && source != null && !counters.isEmpty()) {
            sink.accept(new EntitySeries(new EntityId(EntityKind.of(kind), id), source, counters));
        }
    }
}
