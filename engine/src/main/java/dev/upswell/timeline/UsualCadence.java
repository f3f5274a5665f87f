package dev.upswell.timeline;

/// How often a source usually reads an entity, as known at each reading: the lower median of the recent steps.
///
/// Only the last 15 steps of the last 8 days count, so that the cadence at a reading never depends on later readings nor
/// on the distant past, and an outage does not change it. Of fewer than three steps the longest counts, up to a day.
///
/// **units** seconds, in whole minutes, at least a minute
final class UsualCadence {

    private static final int STEPS = 15;
    private static final int FEW = 3;
    private static final long DAY = 86_400;
    private static final long HORIZON = 8 * DAY;

    private final long[] openedAt = new long[STEPS];
    private final long[] steps = new long[STEPS];
    private final long[] ascending = new long[STEPS];
    private int oldest;
    private int size;

    /// The cadence at each of these readings, given in ascending order; a day where nothing is known yet.
    ///
    /// @param bornAtFirst whether the first is the birth and no reading: until there are two readings, the step from birth
    ///     to the first is all that is known, and afterwards it does not count
    static long[] of(long[] times, boolean bornAtFirst) {
        UsualCadence cadence = new UsualCadence();
        long[] result = new long[times.length];
        int firstReading = bornAtFirst ? 1 : 0;
        for (int i = 0; i < times.length; i++) {
            if (i > firstReading) {
                cadence.add(times[i - 1], times[i]);
            }
            result[i] = bornAtFirst && i == 1 ? Math.min(DAY, wholeMinutes(times[1] - times[0])) : cadence.seconds();
        }
        return result;
    }

    private static long wholeMinutes(long seconds) {
        return Math.max(60, (seconds + 30) / 60 * 60);
    }

    private void add(long from, long to) {
        long step = wholeMinutes(to - from);
        long horizon = to - HORIZON;
        if (size == STEPS && openedAt[oldest] >= horizon && from >= horizon) {
            replaceOldest(from, step);
            return;
        }
        while (size > 0 && (size == STEPS || openedAt[oldest] < horizon)) {
            dropOldest();
        }
        if (from >= horizon) {
            append(from, step);
        }
    }

    /// What nearly always happens: the oldest step makes room for the new one, which often is like it.
    private void replaceOldest(long from, long step) {
        int at = place(steps[oldest]);
        while (at > 0 && ascending[at - 1] > step) {
            ascending[at] = ascending[--at];
        }
        while (at < STEPS - 1 && ascending[at + 1] < step) {
            ascending[at] = ascending[++at];
        }
        ascending[at] = step;
        openedAt[oldest] = from;
        steps[oldest] = step;
        oldest = oldest + 1 == STEPS ? 0 : oldest + 1;
    }

    private void append(long from, long step) {
        int slot = (oldest + size) % STEPS;
        openedAt[slot] = from;
        steps[slot] = step;
        int at = size++;
        while (at > 0 && ascending[at - 1] > step) {
            ascending[at] = ascending[--at];
        }
        ascending[at] = step;
    }

    private void dropOldest() {
        int at = place(steps[oldest]);
        System.arraycopy(ascending, at + 1, ascending, at, size - at - 1);
        oldest = (oldest + 1) % STEPS;
        size--;
    }

    private int place(long step) {
        int at = 0;
        while (ascending[at] != step) {
            at++;
        }
        return at;
    }

    private long seconds() {
        if (size == 0) {
            return DAY;
        }
        return size < FEW ? Math.min(ascending[size - 1], DAY) : ascending[(size - 1) / 2];
    }
}
