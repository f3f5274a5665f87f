package dev.upswell.feature;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of one counter in a window that ends at the cut: readings above everything before them in the window.
///
/// **units** seconds and displayed values inside, hours and gains outside · **cost** one pass over the window's readings.
final class Steps {

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double LN2 = Math.log(2);
    private static final long DAY = 24 * 3600;
    /// Room for so many steps is made at once; a counter read every quarter of an hour takes few of its readings for steps.
    private static final int MOST_ROOM = 256;

    /// Half-lives of the forgetful means, by name and in days.
    static final List<String> HALF_LIFE_NAMES = List.of("12h", "2d", "5d", "14d");
    private static final double[] HALF_LIVES = {0.5, 2, 5, 14};

    private final PastReadings past;
    private final double[] forgetfulGains = new double[HALF_LIVES.length];
    private double spanDays;
    private long[] stepSeconds;
    private double[] stepLevels;
    private int count;
    private double peak;
    private long lastChange;
    private int falls;

    /// @param readings so many lie in the window
    private Steps(PastReadings past, int readings) {
        this.past = past;
        int room = Math.min(MOST_ROOM, readings + 1);
        stepSeconds = new long[room];
        stepLevels = new double[room];
    }

    /// The steps of the last `windowSeconds`, or null when the window holds no reading.
    static @Nullable Steps of(PastReadings past, long windowSeconds) {
        int last = past.size() - 1;
        if (last < 0 || past.cutSecond() - past.epochSecondAt(last) > windowSeconds) {
            return null;
        }
        int first = past.lastIndexAt(past.cutSecond() - windowSeconds) + 1;
        Steps steps = new Steps(past, last - first + 1);
        steps.scan(first, last);
        return steps;
    }

    private void scan(int first, int last) {
        peak = past.valueAt(first);
        lastChange = past.epochSecondAt(first);
        long weekAgo = past.cutSecond() - 7 * DAY;
        double before = peak;
        spanDays = (double) (past.cutSecond() - lastChange) / DAY;
        for (int i = first + 1; i <= last; i++) {
            double value = past.valueAt(i);
            if (value != before) {
                lastChange = past.epochSecondAt(i);
                falls += value < before && lastChange > weekAgo ? 1 : 0;
                if (value > peak) {
                    remember(value - peak, past.cutSecond() - lastChange);
                    add(lastChange, peak, value);
                }
                before = value;
            }
        }
    }

    private void remember(double gain, long ageSeconds) {
        for (int i = 0; i < HALF_LIVES.length; i++) {
            forgetfulGains[i] += gain * Math.exp(-LN2 * ageSeconds / (HALF_LIVES[i] * DAY));
        }
    }

    /// Mean gain a day over the window, each moment counting half as much as one that is a half-life younger.
    double forgetfulGainPerDay(int halfLife) {
        double days = HALF_LIVES[halfLife];
        double mass = days / LN2 * -Math.expm1(-LN2 * spanDays / days);
        return mass < 0.1 ? Double.NaN : forgetfulGains[halfLife] / mass;
    }

    private void add(long second, double from, double to) {
        if (count + 1 >= stepSeconds.length) {
            stepSeconds = Arrays.copyOf(stepSeconds, 2 * stepSeconds.length);
            stepLevels = Arrays.copyOf(stepLevels, 2 * stepLevels.length);
        }
        stepSeconds[count] = second;
        stepLevels[count++] = from;
        stepLevels[count] = to;
        peak = to;
    }

    double level() {
        return past.valueAt(past.size() - 1);
    }

    double resolution() {
        return past.resolutionAt(past.size() - 1);
    }

    double peak() {
        return peak;
    }

    int fallsInWeek() {
        return falls;
    }

    double hoursSinceStep() {
        return count == 0 ? Double.NaN : hours(past.cutSecond() - stepSeconds[count - 1]);
    }

    double hoursSinceChange() {
        return hours(past.cutSecond() - lastChange);
    }

    double readingAgeHours() {
        return hours(past.cutSecond() - past.epochSecondAt(past.size() - 1));
    }

    int readingsInDay() {
        return past.size() - 1 - past.lastIndexAt(past.cutSecond() - DAY);
    }

    /// Growth of the step that lies `back` steps before the last; NaN when there is none.
    double growthOfStep(int back) {
        int step = count - 1 - back;
        return step < 0 ? Double.NaN : Math.log(stepLevels[step + 1] / stepLevels[step]);
    }

    /// Hours from the step `steps` before the last to the last; NaN when there are too few.
    double hoursOverSteps(int steps) {
        return count <= steps ? Double.NaN : hours(stepSeconds[count - 1] - stepSeconds[count - 1 - steps]);
    }

    int countSince(int days) {
        long from = past.cutSecond() - days * DAY;
        int steps = 0;
        while (steps < count && stepSeconds[count - 1 - steps] > from) {
            steps++;
        }
        return steps;
    }

    /// Gain a day over the last `steps` steps, or over all when there are fewer.
    ///
    /// The wait since the last step counts when it is longer than the pace explains: with no step for `w` hours the counter
    /// gained less than one tick in `w`. NaN below two steps.
    double gainPerDay(int steps) {
        int used = Math.min(steps, count - 1);
        if (used < 1) {
            return Double.NaN;
        }
        double gain = stepLevels[count] - stepLevels[count - used];
        double pace = 24 * gain / hoursOverSteps(used);
        double wait = hoursSinceStep();
        return wait <= 0 ? pace : Math.min(pace, 24 * Math.max(resolution(), growthFloor()) / wait);
    }

    /// The smallest gain that the last step showed; an exact counter steps by more than its resolution.
    private double growthFloor() {
        return stepLevels[count] - stepLevels[count - 1];
    }

    private static double hours(long seconds) {
        return seconds / SECONDS_PER_HOUR;
    }
}
