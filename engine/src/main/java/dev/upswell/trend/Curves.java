package dev.upswell.trend;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.GainCurve;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The gain curves of one entity by one source, prepared once and shared by the walks of all windows.
final class Curves {

    private final Map<Counter, GainCurve> curves = new EnumMap<>(Counter.class);

    Curves(EntitySeries series, @Nullable Instant bornAt) {
        series.counters().forEach((counter, readings) -> {
            if (readings.size() > 0) {
                curves.put(counter, GainCurve.of(readings, bornAt));
            }
        });
    }

    /// The curve of this counter; `null` where the source does not give it.
    @Nullable GainCurve of(Counter counter) {
        return curves.get(counter);
    }

    long firstSecond() {
        return curves.values().stream().mapToLong(GainCurve::firstSecond).min().orElse(Long.MAX_VALUE);
    }

    long lastSecond() {
        return curves.values().stream().mapToLong(GainCurve::lastSecond).max().orElse(Long.MIN_VALUE);
    }
}
