package dev.upswell.regime;

import dev.upswell.feature.PastReadings;
import org.jspecify.annotations.Nullable;

/// What a counter gained in each quarter of an hour up to a cut, oldest first.
///
/// A reading stands for the quarter in which it was taken, as elsewhere readings of one quarter are one look. Between two readings
/// the gain is spread evenly; of a rounded counter only readings that moved the display count. A fall gains nothing.
///
/// **absence** a step in a gap of more than four hours, before the first or after the last reading, is not known
final class StepGains {

    static final int STEP_SECONDS = 900;
    static final int PER_HOUR = 3600 / STEP_SECONDS;
    static final int PER_DAY = 24 * PER_HOUR;
    static final int PER_WEEK = 7 * PER_DAY;

    private static final int LONGEST_GAP = 4 * PER_HOUR;
    private static final double UNSEEN = 0.7;
    private static final int OLDEST = 3 * PER_HOUR;

    private final double[] gains;
    private final boolean[] known;
    private final double level;
    private final double resolution;
    private final int first;
    private int moved;

    private StepGains(PastReadings past, long end, int steps) {
        gains = new double[steps];
        known = new boolean[steps];
        int last = past.size() - 1;
        level = past.valueAt(last);
        resolution = past.resolutionAt(last);
        first = measure(past, end, steps);
        moved = steps;
        if (resolution > 1) {
            rest(past, end, steps);
        }
    }

    /// The gains of the last `steps` quarters before the one with number `end`; null where the counter is not given or was last
    /// read more than three hours before.
    static @Nullable StepGains of(@Nullable PastReadings past, long end, int steps) {
        if (past == null || past.size() < 2 || end - step(past.epochSecondAt(past.size() - 1)) > OLDEST) {
            return null;
        }
        return new StepGains(past, end, steps);
    }

    /// The number of the quarter of an hour whose start is nearest: sources are asked on the full quarter and answer soon after.
    static long step(long epochSecond) {
        return Math.floorDiv(epochSecond + STEP_SECONDS / 2, (long) STEP_SECONDS);
    }

    private int measure(PastReadings past, long end, int steps) {
        int oldest = steps;
        int right = past.size() - 1;
        while (right > 0) {
            int left = before(past, right);
            long to = step(past.epochSecondAt(right));
            long from = step(past.epochSecondAt(left));
            if (to <= end - steps) {
                break;
            }
            if (to > from) {
                double gain = Math.max(0.0, past.valueAt(right) - past.valueAt(left)) / (to - from);
                boolean near = step(past.epochSecondAt(left + 1)) - from <= LONGEST_GAP;
                for (long at = Math.max(from, end - steps); at < to; at++) {
                    int index = (int) (at - (end - steps));
                    gains[index] = gain;
                    known[index] = near;
                    oldest = Math.min(oldest, index);
                }
            }
            right = left;
        }
        return oldest;
    }

    /// A rounded counter that has not moved since its last step may have gained most of another: at the pace before, as far as
    /// that allows.
    private void rest(PastReadings past, long end, int steps) {
        int last = past.size() - 1;
        int reached = last;
        while (reached > 0 && past.valueAt(reached - 1) == past.valueAt(last)) {
            reached--;
        }
        int from = (int) Math.max(0, step(past.epochSecondAt(reached)) - (end - steps));
        moved = from;
        int to = (int) Math.min(steps, step(past.epochSecondAt(last)) - (end - steps));
        if (from <= 0 || from >= to) {
            return;
        }
        double pace = Math.min(gains[from - 1], UNSEEN * resolution / (to - from));
        for (int i = from; i < to; i++) {
            gains[i] = pace;
        }
    }

    /// The reading before this one between which and it the counter may be interpolated.
    private static int before(PastReadings past, int index) {
        int at = index - 1;
        while (at > 0 && past.resolutionAt(at) > 1 && past.valueAt(at) == past.valueAt(at - 1)
                && past.epochSecondAt(at) - past.epochSecondAt(at - 1) <= (long) LONGEST_GAP * STEP_SECONDS) {
            at--;
        }
        return at;
    }

    /// Index of the oldest step that any reading reaches.
    int first() {
        return first;
    }

    int size() {
        return gains.length;
    }

    /// Index of the first step since which a rounded display has not moved; [#size] where the counter is not rounded, 0 where it
    /// did not move at all.
    int moved() {
        return moved;
    }

    double gain(int step) {
        return gains[step];
    }

    boolean known(int step) {
        return known[step];
    }

    /// The last reading.
    double level() {
        return level;
    }

    /// The display step of the last reading.
    double resolution() {
        return resolution;
    }
}
