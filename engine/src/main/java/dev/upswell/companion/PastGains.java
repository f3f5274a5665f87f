package dev.upswell.companion;

import dev.upswell.feature.PastReadings;
import org.jspecify.annotations.Nullable;

/// What a counter gained in each half hour of the eight days before its last reading.
///
/// Between two readings the gain is spread evenly; of a rounded counter only readings that moved the display count, because
/// between its steps it stands still without being still. A fall gains nothing. The half hours count back from the last
/// reading, so that a reading that has not arrived yet does not look like a pause.
///
/// **absence** a half hour before the first reading, or in a gap of more than 12 hours, is unknown · **units** occurrences
/// · **cost** one pass over eight days of readings
final class PastGains {

    static final int BINS_PER_HOUR = 2;
    static final int BINS_PER_DAY = 24 * BINS_PER_HOUR;
    static final int DAYS = 8;
    static final int BINS = DAYS * BINS_PER_DAY;

    private static final int BIN_SECONDS = 3600 / BINS_PER_HOUR;

    /// The last reading may be three windows of one hour old.
    private static final long MAX_AGE_SECONDS = 3 * 3600L;
    private static final long MAX_GAP_SECONDS = 12 * 3600L;

    private final double[] gains = new double[BINS];
    private final double[] sums = new double[BINS + 1];
    private final int[] known = new int[BINS + 1];
    private final double level;

    private PastGains(PastReadings past) {
        level = past.valueAt(past.size() - 1);
        measure(past);
        for (int bin = 0; bin < BINS; bin++) {
            boolean unknown = Double.isNaN(gains[bin]);
            sums[bin + 1] = sums[bin] + (unknown ? 0 : gains[bin]);
            known[bin + 1] = known[bin] + (unknown ? 0 : 1);
        }
    }

    /// The gains of this counter; null when it is not given, was last read more than 3 hours before the cut or stands at 0.
    static @Nullable PastGains of(@Nullable PastReadings past) {
        if (past == null || past.size() < 2 || past.valueAt(past.size() - 1) == 0
                || past.cutSecond() - past.epochSecondAt(past.size() - 1) > MAX_AGE_SECONDS) {
            return null;
        }
        return new PastGains(past);
    }

    private void measure(PastReadings past) {
        int right = past.size() - 1;
        int left = before(past, right);
        long end = past.epochSecondAt(right);
        double later = level;
        for (int bin = 0; bin < BINS; bin++) {
            long second = end - (long) (bin + 1) * BIN_SECONDS;
            while (left >= 0 && past.epochSecondAt(left) > second) {
                right = left;
                left = before(past, right);
            }
            double earlier = left < 0 ? Double.NaN : between(past, left, right, second);
            gains[bin] = Math.max(0, later - earlier);
            later = earlier;
        }
    }

    /// The reading before this one between which and it the counter may be interpolated. Where a gap lies before this one, no reading
    /// beyond the gap is: what stood still until then stood still.
    private static int before(PastReadings past, int index) {
        int at = index - 1;
        if (at < 0 || past.epochSecondAt(index) - past.epochSecondAt(at) > MAX_GAP_SECONDS) {
            return at;
        }
        while (at > 0 && past.resolutionAt(at) > 1 && past.valueAt(at) == past.valueAt(at - 1)
                && past.epochSecondAt(at) - past.epochSecondAt(at - 1) <= MAX_GAP_SECONDS) {
            at--;
        }
        return at;
    }

    private static double between(PastReadings past, int left, int right, long second) {
        long from = past.epochSecondAt(left);
        long to = past.epochSecondAt(right);
        if (past.epochSecondAt(left + 1) - from > MAX_GAP_SECONDS) {
            return Double.NaN;
        }
        double share = (double) (second - from) / (to - from);
        return past.valueAt(left) + share * (past.valueAt(right) - past.valueAt(left));
    }

    /// The last reading.
    double level() {
        return level;
    }

    /// The gain of half hour `bin`, counted back; NaN where it is unknown.
    double at(int bin) {
        return gains[bin];
    }

    /// The gain over so many hours; NaN where less than half of them is known.
    double over(double hours) {
        return between(0, (int) Math.round(hours * BINS_PER_HOUR));
    }

    /// Gain an hour over so many hours.
    double perHour(double hours) {
        return over(hours) / hours;
    }

    /// The gain from half hour `from` back to before half hour `to`, scaled up for what is unknown; NaN where less than half is
    /// known.
    double between(int from, int to) {
        int count = known[to] - known[from];
        return 2 * count < to - from || count == 0 ? Double.NaN : (sums[to] - sums[from]) * (to - from) / count;
    }

    /// Mean gain in the same hours of up to seven earlier days; NaN with fewer than two of them.
    double sameHoursOfEarlierDays(double hours) {
        int length = (int) Math.round(hours * BINS_PER_HOUR);
        double sum = 0;
        int days = 0;
        for (int day = 1; day < DAYS; day++) {
            double gain = between(day * BINS_PER_DAY, Math.min(BINS, day * BINS_PER_DAY + length));
            sum += Double.isNaN(gain) ? 0 : gain;
            days += Double.isNaN(gain) ? 0 : 1;
        }
        return days < 2 ? Double.NaN : sum / days;
    }

    /// The sum of gains under these weights, scaled up for what is unknown; NaN where less than a tenth of the weight is known.
    double weighed(double[] weights) {
        double sum = 0;
        double mass = 0;
        double whole = 0;
        for (int bin = 0; bin < BINS; bin++) {
            whole += weights[bin];
            if (!Double.isNaN(gains[bin])) {
                sum += weights[bin] * gains[bin];
                mass += weights[bin];
            }
        }
        return mass < 0.1 * whole ? Double.NaN : sum * whole / mass;
    }

    /// Weights that halve with every so many hours of age and sum to one an hour: the weighed sum is a gain an hour.
    static double[] forgetting(double halfLifeHours) {
        double[] weights = new double[BINS];
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            weights[bin] = Math.exp(-Math.log(2) * (bin + 0.5) / BINS_PER_HOUR / halfLifeHours);
            sum += weights[bin];
        }
        for (int bin = 0; bin < BINS; bin++) {
            weights[bin] *= BINS_PER_HOUR / sum;
        }
        return weights;
    }

    /// The share of an effect still to come of a cause of each age, when effects follow in two equal steps of this mean delay
    /// in all.
    static double[] stillToCome(double delayHours) {
        double[] weights = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double steps = 2 * (bin + 0.5) / BINS_PER_HOUR / delayHours;
            weights[bin] = (1 + steps) * Math.exp(-steps);
        }
        return weights;
    }
}
