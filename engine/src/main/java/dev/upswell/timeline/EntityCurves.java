package dev.upswell.timeline;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The gain curves of one entity by one source, prepared once and shared by the walks of all windows.
public final class EntityCurves {

    private final Map<Counter, GainCurve> curves = new EnumMap<>(Counter.class);

    /// Prepares the curve of every counter that has readings, of which the last in each 15-minute fetch window counts.
    ///
    /// @param bornAt when the entity was created, so that all counters were 0; `null` where unknown
    public EntityCurves(EntitySeries series, @Nullable Instant bornAt) {
        GainCurve like = null;
        for (Map.Entry<Counter, CounterSeries> each : series.counters().entrySet()) {
            if (each.getValue().size() > 0) {
                like = GainCurve.ofLooks(each.getValue(), bornAt, like);
                curves.put(each.getKey(), like);
            }
        }
    }

    /// The curve of this counter; `null` where the source does not give it.
    public @Nullable GainCurve of(Counter counter) {
        return curves.get(counter);
    }

    /// When any counter was first read or born, in epoch seconds; the greatest number where none was.
    public long firstSecond() {
        return curves.values().stream().mapToLong(GainCurve::firstSecond).min().orElse(Long.MAX_VALUE);
    }

    /// When any counter was last read, in epoch seconds; the smallest number where none was.
    public long lastSecond() {
        return curves.values().stream().mapToLong(GainCurve::lastSecond).max().orElse(Long.MIN_VALUE);
    }
}
