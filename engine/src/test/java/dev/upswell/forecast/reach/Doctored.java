package dev.upswell.forecast.reach;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A series with another future: what was read by an instant stays, what comes after is dropped or multiplied.
final class Doctored {

    private Doctored() {
    }

    /// Null when nothing had been read by then.
    static @Nullable EntitySeries after(EntitySeries series, long second, Random random) {
        Map<Counter, CounterSeries> counters = new EnumMap<>(Counter.class);
        boolean drop = random.nextBoolean();
        series.counters().forEach((counter, one) -> {
            int known = one.lastIndexAt(second) + 1;
            int size = drop ? known : one.size();
            long[][] columns = new long[3][size];
            for (int i = 0; i < size; i++) {
                columns[0][i] = one.epochSecondAt(i);
                columns[1][i] = i < known ? one.valueAt(i) : one.valueAt(i) * (1 + random.nextInt(50));
                columns[2][i] = 1;
            }
            if (size > 0) {
                counters.put(counter, CounterSeries.of(columns[0], columns[1], columns[2]));
            }
        });
        return counters.isEmpty() ? null : new EntitySeries(series.entity(), series.source(), counters);
    }
}
