package dev.upswell.trend;

import dev.upswell.numeric.Concentration;
import dev.upswell.numeric.RollingMedian;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The trailing week of one entity's windows, from which changes, persistence and concentration follow.
///
/// A ring with one slot for each window end of the week. Ends must come one step after the other.
final class GrowthHistory {

    /// How far back of a window its metrics look.
    static final long TRAILING_SECONDS = 7 * 86_400L;

    private static final int WINDOWS_OF_PERSISTENCE = 24;
    private static final int HOURS_OF_DAY = 24;
    private static final double TINY_VELOCITY = 1e-6;

    private final Slot[] ring;
    private final int lag;
    private final long step;
    private final boolean isDay;
    private final RollingMedian medianViews = new RollingMedian();
    private int current;

    /// What is kept of one window; flags say which numbers hold.
    private static final class Slot {
        @Nullable
        Basis basis;
        long volume;
        long volumeHigh;
        boolean velocityKnown;
        double velocity;
        boolean viewsKnown;
        boolean viewsFromVideos;
        long views;
        Absence withoutViews = Absence.NO_VIEWS_GAINED;
        boolean hourKnown;
        long hourViews;

        void clear() {
            basis = null;
            velocityKnown = false;
            viewsKnown = false;
            hourKnown = false;
        }
    }

    GrowthHistory(Window window) {
        step = window.stepSeconds();
        lag = (int) (window.seconds() / step);
        isDay = window == Window.DAY;
        ring = new Slot[(int) (TRAILING_SECONDS / step)];
        Arrays.setAll(ring, i -> new Slot());
    }

    /// Opens the slot of the window that ends at `end`.
    void moveTo(long end) {
        current = (int) Math.floorMod(end / step, (long) ring.length);
        Slot slot = ring[current];
        if (slot.viewsKnown) {
            medianViews.remove(slot.views);
        }
        slot.clear();
    }

    void volume(Basis basis, long volume, long volumeHigh) {
        Slot slot = ring[current];
        slot.basis = basis;
        slot.volume = volume;
        slot.volumeHigh = volumeHigh;
    }

    void views(Gains gains, boolean fromVideos) {
        Slot slot = ring[current];
        slot.viewsKnown = true;
        slot.views = gains.views;
        slot.viewsFromVideos = fromVideos;
        slot.withoutViews = gains.withoutViews();
        slot.hourKnown = gains.isHourKnown();
        slot.hourViews = gains.hourViews;
        medianViews.add(slot.views);
    }

    private Slot back(int windows) {
        return ring[Math.floorMod(current - windows, ring.length)];
    }

    /// Puts down how volume changed; whether the entity is new.
    ///
    /// @param silentBefore whether the entity is known to have had nothing before this window
    boolean fillChanges(MetricValues.Building values, boolean silentBefore) {
        Slot now = ring[current];
        Slot before = back(lag);
        fillViewGrowth(values, now, before, silentBefore);
        if (now.basis == null) {
            return false;
        }
        if (before.basis == null) {
            withoutVelocity(values, silentBefore ? Absence.PREVIOUS_IS_ZERO : Absence.NO_PREVIOUS_WINDOW);
            return silentBefore && now.volume > 0;
        }
        if (before.basis != now.basis) {
            withoutVelocity(values, Absence.BASIS_CHANGED);
            return false;
        }
        if (before.volume == 0) {
            withoutVelocity(values, Absence.PREVIOUS_IS_ZERO);
            return before.volumeHigh == 0 && now.volume > 0;
        }
        now.velocityKnown = true;
        now.velocity = ratio(now.volume, before.volume);
        values.put(Metric.VELOCITY, now.velocity);
        fillAcceleration(values, now, before);
        return false;
    }

    private static void withoutVelocity(MetricValues.Building values, Absence reason) {
        values.absent(Metric.VELOCITY, reason);
        values.absent(Metric.ACCELERATION, reason);
    }

    private static void fillAcceleration(MetricValues.Building values, Slot now, Slot before) {
        if (!before.velocityKnown) {
            values.absent(Metric.ACCELERATION, Absence.NO_PREVIOUS_WINDOW);
        } else if (Math.abs(before.velocity) < TINY_VELOCITY) {
            values.absent(Metric.ACCELERATION, Absence.PREVIOUS_VELOCITY_NEAR_ZERO);
        } else {
            values.put(Metric.ACCELERATION, (now.velocity - before.velocity) / Math.abs(before.velocity));
        }
    }

    private static void fillViewGrowth(MetricValues.Building values, Slot now, Slot before, boolean silentBefore) {
        if (!now.viewsKnown) {
            return;
        }
        if (!before.viewsKnown) {
            values.absent(Metric.VIEW_GROWTH, silentBefore ? Absence.PREVIOUS_IS_ZERO : Absence.NO_PREVIOUS_WINDOW);
        } else if (before.viewsFromVideos != now.viewsFromVideos) {
            values.absent(Metric.VIEW_GROWTH, Absence.BASIS_CHANGED);
        } else if (before.views == 0) {
            values.absent(Metric.VIEW_GROWTH, Absence.PREVIOUS_IS_ZERO);
        } else {
            values.put(Metric.VIEW_GROWTH, ratio(now.views, before.views));
        }
    }

    private static double ratio(long now, long before) {
        return (double) (now - before) / before;
    }

    /// Puts down how the views gained are spread over recent windows and hours.
    void fillSpread(MetricValues.Building values) {
        if (!ring[current].viewsKnown) {
            return;
        }
        fillPersistence(values);
        if (isDay) {
            fillConcentration(values);
        } else {
            values.absent(Metric.TIME_CONCENTRATION, Absence.NEEDS_A_DAY);
        }
    }

    private void fillPersistence(MetricValues.Building values) {
        if (medianViews.size() < WINDOWS_OF_PERSISTENCE) {
            values.absent(Metric.PERSISTENCE, Absence.HISTORY_TOO_SHORT);
            return;
        }
        double median = medianViews.median();
        int measured = 0;
        int above = 0;
        for (int i = 0; i < WINDOWS_OF_PERSISTENCE; i++) {
            Slot slot = back(i);
            measured += slot.viewsKnown ? 1 : 0;
            above += slot.viewsKnown && slot.views > median ? 1 : 0;
        }
        if (measured < Metric.MIN_COVERAGE * WINDOWS_OF_PERSISTENCE) {
            values.absent(Metric.PERSISTENCE, Absence.HISTORY_TOO_SHORT);
        } else {
            values.put(Metric.PERSISTENCE, (double) above / measured);
        }
    }

    private void fillConcentration(MetricValues.Building values) {
        long[] hours = new long[HOURS_OF_DAY];
        int measured = 0;
        long sum = 0;
        for (int i = 0; i < HOURS_OF_DAY; i++) {
            Slot slot = back(i);
            if (slot.hourKnown) {
                hours[measured++] = slot.hourViews;
                sum += slot.hourViews;
            }
        }
        if (measured < Metric.MIN_COVERAGE * HOURS_OF_DAY) {
            values.absent(Metric.TIME_CONCENTRATION, Absence.HOURS_NOT_MEASURED);
        } else if (sum == 0) {
            values.absent(Metric.TIME_CONCENTRATION, ring[current].withoutViews);
        } else {
            values.put(Metric.TIME_CONCENTRATION, Concentration.gini(Arrays.copyOf(hours, measured)));
        }
    }
}
