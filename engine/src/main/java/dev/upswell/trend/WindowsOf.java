package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntityCurves;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.GainCurve;
import dev.upswell.timeline.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The metric rows of one entity: the batch host of the window computation.
///
/// A row at end E rests only on readings up to E, and on none older than [#LOOKBACK]; so recomputing from an instant on
/// needs the readings from `LOOKBACK` before it, and gives exactly the rows of a computation over everything.
///
/// A window has a row while a reading of the last 12 hours stands for its end and the source usually reads at least once
/// in its length. Rows therefore end 12 hours after the last reading, whatever other entities do.
///
/// **cost** a few hundred nanoseconds a row for own counters, plus about as much for each carrying video read then
public final class WindowsOf {

    /// How far before the first row's end readings must be loaded.
    public static final Duration LOOKBACK = GainCurve.LOOKBACK;

    private final WatchedEntity entity;
    private final EngagementPrior prior;
    private final Map<String, EntityCurves> own = new TreeMap<>();
    private final Map<EntityId, Map<String, EntityCurves>> carriers = new HashMap<>();
    private long firstSecond = Long.MAX_VALUE;
    private long lastSecond = Long.MIN_VALUE;

    /// Takes rows as they are computed, and what was found wrong on the way.
    @FunctionalInterface
    public interface Sink {

        /// Takes a row. Rows of one window come in order of their end.
        void row(PassingRow row);

        /// Takes an issue; unless overridden it is dropped.
        default void issue(Issue issue) {
        }
    }

    private WindowsOf(WatchedEntity entity, EngagementPrior prior) {
        this.entity = entity;
        this.prior = prior;
        for (EntitySeries series : entity.own()) {
            add(own, series, new EntityCurves(series, entity.bornAt()));
        }
        for (WatchedEntity.Carrier carrier : entity.carriers()) {
            Map<String, EntityCurves> bySource = carriers.computeIfAbsent(carrier.video().id(), id -> new TreeMap<>());
            for (EntitySeries series : carrier.series()) {
                add(bySource, series, new EntityCurves(series, carrier.video().createdAt()));
            }
        }
    }

    private void add(Map<String, EntityCurves> to, EntitySeries series, EntityCurves curves) {
        if (to.put(series.source(), curves) != null) {
            throw new IllegalArgumentException("source (" + series.source() + ") must have one series of "
                    + series.entity() + "\nMaybe join its readings first.");
        }
        firstSecond = Math.min(firstSecond, curves.firstSecond());
        lastSecond = Math.max(lastSecond, curves.lastSecond());
    }

    /// Prepares the windows of this entity.
    public static WindowsOf entity(WatchedEntity entity, EngagementPrior prior) {
        return new WindowsOf(entity, prior);
    }

    /// An instant after which no window of what was loaded ends: 12 hours after the last reading of any counter. The last row may
    /// end long before, as where its counter was not read last, or too seldom for any window.
    ///
    /// **absence** the epoch where nothing was loaded
    public Instant lastEnd() {
        return lastSecond == Long.MIN_VALUE
                ? Instant.EPOCH
                : Instant.ofEpochSecond(lastSecond).plus(GainCurve.MAX_CARRY);
    }

    /// Emits the rows of all windows whose end lies in [`from`, `to`], window by window, each in order of end.
    public void between(Instant from, Instant to, Sink sink) {
        for (Window window : Window.values()) {
            between(window, from, to, sink);
        }
    }

    /// Emits the rows of this window whose end lies in [`from`, `to`], in order of end.
    public void between(Window window, Instant from, Instant to, Sink sink) {
        long last = lastEndSecond(window);
        if (last == Long.MIN_VALUE) {
            return;
        }
        Instant first = Instant.ofEpochSecond(firstSecond);
        Instant until = Instant.ofEpochSecond(last);
        long emitFrom = window.endFrom(from.isAfter(first) ? from : first).getEpochSecond();
        long emitTo = window.endUntil(to.isBefore(until) ? to : until).getEpochSecond();
        if (emitTo < emitFrom) {
            return;
        }
        long warmFrom = Math.max(emitFrom - GrowthHistory.TRAILING_SECONDS,
                window.endFrom(first).getEpochSecond());
        int ends = (int) ((emitTo - warmFrom) / window.stepSeconds() + 1);
        RowMaker maker = new RowMaker(entity, own, carriers, prior, window, ends);
        for (long end = warmFrom; end <= emitTo; end += window.stepSeconds()) {
            maker.moveTo(end, end >= emitFrom ? sink : null);
        }
    }

    /// The last second at which any series has a window of this length; the smallest number where none ever has. A source that
    /// is read more seldom as a video ages has short windows only at first, and the walk ends with them.
    private long lastEndSecond(Window window) {
        long last = Long.MIN_VALUE;
        for (EntityCurves curves : own.values()) {
            last = Math.max(last, lastEndSecond(curves, window));
        }
        for (Map<String, EntityCurves> bySource : carriers.values()) {
            for (EntityCurves curves : bySource.values()) {
                last = Math.max(last, lastEndSecond(curves, window));
            }
        }
        return last;
    }

    private static long lastEndSecond(EntityCurves curves, Window window) {
        long last = Long.MIN_VALUE;
        for (Counter counter : OwnPart.LEADING) {
            GainCurve curve = curves.of(counter);
            last = curve == null ? last : Math.max(last, curve.lastEndSecond(window.seconds()));
        }
        return last;
    }
}
