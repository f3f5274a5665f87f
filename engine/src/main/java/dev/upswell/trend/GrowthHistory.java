package dev.upswell.trend;

import dev.upswell.numeric.RollingGini;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The latest windows of one entity, from which changes, persistence and concentration follow.
///
/// A ring with a slot for each window that any of these looks back to, in arrays of plain numbers, because millions of
/// videos have one; of the rest of the week only the median of views is asked. Ends must come one step after the other.
final class GrowthHistory {

    /// How far back of a window its metrics look.
    static final long TRAILING_SECONDS = 7 * 86_400L;

    private static final int WINDOWS_OF_PERSISTENCE = 24;
    private static final int HOURS_OF_DAY = 24;
    private static final double TINY_VELOCITY = 1e-6;

    private static final int UNUSED = 0;
    /// The window moved to and those before it that any metric looks back to.
    private static final int SLOTS = 1
            + Math.max(Math.max(WINDOWS_OF_PERSISTENCE, HOURS_OF_DAY), longestLag());
    private static final Basis[] BASES = Basis.values();
    private static final Absence[] ABSENCES = Absence.values();

    private static final int VELOCITY = 1;
    private static final int VIEWS = 1 << 1;
    private static final int FROM_VIDEOS = 1 << 2;
    private static final int HOUR = 1 << 3;
    /// Whether rounding may hide what the hour gained.
    private static final int HOUR_HIDDEN = 1 << 4;
    /// Where in the facts of a slot the basis stands, as its ordinal plus one, and from where on the
    /// reason for a day without views.
    private static final int BASIS_SHIFT = 5;
    private static final int BASIS_MASK = 7;
    private static final int REASON_SHIFT = 8;

    private final int lag;
    private final boolean isDay;
    private final WeekOfViews week;
    private final RollingGini hours = new RollingGini();
    /// Which of the numbers of a slot hold, and what they count, as bits.
    private final int[] facts = new int[SLOTS];
    private final long[] volumes = new long[SLOTS];
    private final long[] volumesHigh = new long[SLOTS];
    private final double[] velocities = new double[SLOTS];
    /// 0 where not known.
    private final long[] views = new long[SLOTS];
    private final long[] hourViews = new long[SLOTS];
    private int current;
    /// Of the latest windows that persistence looks at, those whose views are known.
    private int measured;
    /// Of the hours of the day, those whose gain rounding may hide.
    private int hiddenHours;

    /// @param ends how many window ends will come at most: a short history needs no room for a week
    GrowthHistory(Window window, int ends) {
        lag = lag(window);
        isDay = window == Window.DAY;
        week = new WeekOfViews(window, ends);
    }

    /// How many ends before its own the window before ended.
    private static int lag(Window window) {
        return (int) (window.seconds() / window.stepSeconds());
    }

    private static int longestLag() {
        return Arrays.stream(Window.values()).mapToInt(GrowthHistory::lag).max().orElseThrow();
    }

    /// Opens the slot of the next window end.
    void moveOn() {
        week.moveOn();
        current = current + 1 == SLOTS ? 0 : current + 1;
        facts[current] = UNUSED;
        views[current] = 0;
        measured -= (facts[back(WINDOWS_OF_PERSISTENCE)] & VIEWS) / VIEWS;
        int leaving = back(HOURS_OF_DAY);
        if (isDay && (facts[leaving] & HOUR) != 0) {
            hours.remove(hourViews[leaving]);
            hiddenHours -= (facts[leaving] & HOUR_HIDDEN) / HOUR_HIDDEN;
        }
    }

    void volume(Basis basis, long volume, long volumeHigh) {
        facts[current] |= (basis.ordinal() + 1) << BASIS_SHIFT;
        volumes[current] = volume;
        volumesHigh[current] = volumeHigh;
    }

    void views(Gains gains, boolean fromVideos) {
        boolean hour = gains.isHourKnown();
        boolean hidden = gains.hourHidden > 0;
        facts[current] |= VIEWS | (fromVideos ? FROM_VIDEOS : 0) | (hour ? HOUR : 0) | (hidden ? HOUR_HIDDEN : 0)
                | gains.withoutViews().ordinal() << REASON_SHIFT;
        views[current] = gains.views;
        hourViews[current] = gains.hourViews;
        week.add(gains.views);
        measured++;
        if (isDay && hour) {
            hours.add(gains.hourViews);
            hiddenHours += hidden ? 1 : 0;
        }
    }

    private int back(int windows) {
        int slot = current - windows;
        return slot >= 0 ? slot : slot + SLOTS;
    }

    private @Nullable Basis basis(int slot) {
        int basis = facts[slot] >> BASIS_SHIFT & BASIS_MASK;
        return basis == 0 ? null : BASES[basis - 1];
    }

    /// Puts down how volume changed; whether the entity is new.
    ///
    /// @param silentBefore whether the entity is known to have had nothing before this window
    boolean fillChanges(MetricValues.Building values, boolean silentBefore) {
        int now = current;
        int before = back(lag);
        fillViewGrowth(values, before, silentBefore);
        Basis basis = basis(now);
        if (basis == null) {
            return false;
        }
        Basis basisBefore = basis(before);
        if (basisBefore == null) {
            withoutVelocity(values, silentBefore ? Absence.PREVIOUS_IS_ZERO : Absence.NO_PREVIOUS_WINDOW);
            return silentBefore && volumes[now] > 0;
        }
        if (basisBefore != basis) {
            withoutVelocity(values, Absence.BASIS_CHANGED);
            return false;
        }
        if (volumes[before] == 0) {
            withoutVelocity(values, Absence.PREVIOUS_IS_ZERO);
            return volumesHigh[before] == 0 && volumes[now] > 0;
        }
        facts[now] |= VELOCITY;
        velocities[now] = ratio(volumes[now], volumes[before]);
        values.put(Metric.VELOCITY, velocities[now]);
        fillAcceleration(values, before);
        return false;
    }

    private static void withoutVelocity(MetricValues.Building values, Absence reason) {
        values.absent(Metric.VELOCITY, reason);
        values.absent(Metric.ACCELERATION, reason);
    }

    private void fillAcceleration(MetricValues.Building values, int before) {
        double earlier = velocities[before];
        if ((facts[before] & VELOCITY) == 0) {
            values.absent(Metric.ACCELERATION, Absence.NO_PREVIOUS_WINDOW);
        } else if (Math.abs(earlier) < TINY_VELOCITY) {
            values.absent(Metric.ACCELERATION, Absence.PREVIOUS_VELOCITY_NEAR_ZERO);
        } else {
            values.put(Metric.ACCELERATION, (velocities[current] - earlier) / Math.abs(earlier));
        }
    }

    private void fillViewGrowth(MetricValues.Building values, int before, boolean silentBefore) {
        int now = current;
        if ((facts[now] & VIEWS) == 0) {
            return;
        }
        if ((facts[before] & VIEWS) == 0) {
            values.absent(Metric.VIEW_GROWTH, silentBefore ? Absence.PREVIOUS_IS_ZERO : Absence.NO_PREVIOUS_WINDOW);
        } else if (((facts[before] ^ facts[now]) & FROM_VIDEOS) != 0) {
            values.absent(Metric.VIEW_GROWTH, Absence.BASIS_CHANGED);
        } else if (views[before] == 0) {
            values.absent(Metric.VIEW_GROWTH, Absence.PREVIOUS_IS_ZERO);
        } else {
            values.put(Metric.VIEW_GROWTH, ratio(views[now], views[before]));
        }
    }

    private static double ratio(long now, long before) {
        return (double) (now - before) / before;
    }

    /// Puts down how the views gained are spread over recent windows and hours.
    void fillSpread(MetricValues.Building values) {
        if ((facts[current] & VIEWS) == 0) {
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
        if (week.size() < WINDOWS_OF_PERSISTENCE) {
            values.absent(Metric.PERSISTENCE, Absence.HISTORY_TOO_SHORT);
            return;
        }
        if (measured < Metric.MIN_COVERAGE * WINDOWS_OF_PERSISTENCE) {
            values.absent(Metric.PERSISTENCE, Absence.HISTORY_TOO_SHORT);
        } else {
            values.put(Metric.PERSISTENCE, (double) windowsAbove(week.median()) / measured);
        }
    }

    /// How many of the latest windows gained more than usual. Views are whole, so they are above half a view more than a whole
    /// number where they are above that number; and a window whose views are not known holds 0, which is above nothing.
    private int windowsAbove(double usual) {
        long whole = (long) usual;
        long above = 0;
        for (long gained : views) {
            above += isAbove(whole, gained);
        }
        for (int older = WINDOWS_OF_PERSISTENCE; older < SLOTS; older++) {
            above -= isAbove(whole, views[back(older)]);
        }
        return (int) above;
    }

    /// 1 or 0, by the sign of the difference: a branch would often be guessed wrong.
    private static long isAbove(long whole, long gained) {
        return (whole - gained) >>> 63;
    }

    private void fillConcentration(MetricValues.Building values) {
        if (hours.size() < Metric.MIN_COVERAGE * HOURS_OF_DAY) {
            values.absent(Metric.TIME_CONCENTRATION, Absence.HOURS_NOT_MEASURED);
        } else if (hours.sum() == 0) {
            values.absent(Metric.TIME_CONCENTRATION, withoutHours());
        } else {
            values.put(Metric.TIME_CONCENTRATION, hours.gini());
        }
    }

    /// Why no hour that is known gained anything: what the day gained may have come in hours that nobody measured.
    private Absence withoutHours() {
        return views[current] > 0 && hiddenHours == 0
                ? Absence.HOURS_NOT_MEASURED
                : ABSENCES[facts[current] >> REASON_SHIFT];
    }
}
