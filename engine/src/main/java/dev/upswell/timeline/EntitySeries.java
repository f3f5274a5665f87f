package dev.upswell.timeline;

import dev.upswell.content.Count;
import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All counters of one entity as one source read them, and the videos that carry it.
///
/// **absence** a counter that the source never gave has no series
///
/// @param carriers the videos that carry this hashtag or sound, by whatever source; null where none was looked up or found
public record EntitySeries(EntityId entity, String source, Map<Counter, CounterSeries> counters,
        @Nullable Carriers carriers) {

    public EntitySeries {
        counters = counters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counters));
    }

    /// An entity whose carrying videos were not looked up.
    public EntitySeries(EntityId entity, String source, Map<Counter, CounterSeries> counters) {
        this(entity, source, counters, null);
    }

    /// The same counters with the videos that carry the entity.
    public EntitySeries with(Carriers others) {
        return new EntitySeries(entity, source, counters, others);
    }

    /// The videos that carry the entity; empty where none was looked up or found.
    public Optional<Carriers> carriersIfAny() {
        return Optional.ofNullable(carriers);
    }

    /// The series of these readings of one entity by one source, given in any order and possibly repeated.
    ///
    /// **errors** `IllegalArgumentException` where a reading is another entity's or source's
    public static EntitySeries of(EntityId entity, String source, List<Observation> readings) {
        for (Observation reading : readings) {
            if (!reading.entity().equals(entity) || !reading.source().equals(source)) {
                throw new IllegalArgumentException("reading (" + reading.entity() + " by " + reading.source()
                        + ") must be of " + entity + " by " + source + "\nMaybe group the readings first.");
            }
        }
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            CounterSeries series = series(counter, readings);
            if (series.size() > 0) {
                counters.put(counter, series);
            }
        }
        return new EntitySeries(entity, source, counters);
    }

    private static CounterSeries series(Counter counter, List<Observation> readings) {
        long[] times = new long[readings.size()];
        long[] values = new long[readings.size()];
        long[] resolutions = new long[readings.size()];
        int size = 0;
        for (Observation reading : readings) {
            Count count = counter.in(reading.counts());
            if (count != null) {
                times[size] = CounterSeries.secondOf(reading.observedAt());
                values[size] = count.value();
                resolutions[size++] = count.resolution();
            }
        }
        return CounterSeries.of(times, values, resolutions, 0, size);
    }

    /// Entities of whom only one counter is known, whoever read it.
    public static Map<EntityId, EntitySeries> ofOne(Counter counter, Map<EntityId, CounterSeries> series) {
        Map<EntityId, EntitySeries> all = LinkedHashMap.newLinkedHashMap(series.size());
        series.forEach((id, one) -> all.put(id, new EntitySeries(id, "unknown", Map.of(counter, one))));
        return all;
    }

    /// What was known at `asOf`: the readings at or before it.
    public EntitySeries until(Instant asOf) {
        Map<Counter, CounterSeries> known = new EnumMap<>(Counter.class);
        counters.forEach((counter, series) -> known.put(counter, series.until(asOf)));
        return new EntitySeries(entity, source, known, carriers == null ? null : carriers.until(asOf));
    }

    /// The series of one counter, where the source gives it.
    public Optional<CounterSeries> counter(Counter counter) {
        return Optional.ofNullable(counters.get(counter));
    }

    /// The falls of any counter at readings from `from` on, in order of counter and time. Of several readings in one
    /// 15-minute fetch window only the last counts, so a flip within one is no fall.
    public List<Issue.CountWentBackwards> falls(Instant from) {
        List<Issue.CountWentBackwards> falls = new ArrayList<>();
        for (Counter counter : Counter.values()) {
            counter(counter).map(CounterSeries::lastOfEachFetchWindow)
                    .ifPresent(series -> falls.addAll(GainCurve.of(series).falls(this, counter, from)));
        }
        return falls;
    }
}
