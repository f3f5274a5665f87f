package dev.upswell.server.trend;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.TenantId;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.rank.TrailingWeek;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The latest windows of each kind as they were read from the lake: they stay the same as long as its files do, and many people look at
/// them at once.
///
/// They are let go of where memory is short. Who asks while they are being read waits for that one reading.
final class LatestWindows {

    private final Map<Key, Slot> slots = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, EntityKind kind) {
    }

    /// What was read.
    ///
    /// @param lastReading null where nothing was ever read
    /// @param end of the windows; null where none were computed
    /// @param week the bars that the week before sets; only one thread at a time may ask it
    record Windows(@Nullable Instant lastReading, @Nullable Instant end, List<MetricRow> rows, TrailingWeek week) {
    }

    private static final class Slot {

        private String state = "";
        private SoftReference<Windows> kept = new SoftReference<>(null);

        synchronized Windows of(String now, Supplier<Windows> reading) {
            Windows known = kept.get();
            if (known == null || !now.equals(state)) {
                known = reading.get();
                kept = new SoftReference<>(known);
                state = now;
            }
            return known;
        }
    }

    /// The windows of a kind.
    ///
    /// @param state of the lake's files, known before they are read: what changes meanwhile is read by the next who asks
    Windows of(TenantId tenant, EntityKind kind, String state, Supplier<Windows> reading) {
        return slots.computeIfAbsent(new Key(tenant, kind), key -> new Slot()).of(state, reading);
    }
}
