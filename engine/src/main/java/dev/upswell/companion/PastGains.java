package dev.upswell.companion;

import dev.upswell.feature.Known;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
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
    }

    /// The gains of a counter of this entity, worked out once; null as [#of(PastReadings)] says.
    static @Nullable PastGains of(Known entity, Counter counter) {
        return entity.derived(counter, PastGains.class, PastGains::of);
    }

    /// The gains of this counter; null when it was last read more than 3 hours before the cut or stands at 0.
    static @Nullable PastGains of(PastReadings past) {
        if (past.size() < 2 || past.valueAt(past.size() - 1) == 0
                || past.cutSecond() - past.epochSecondAt(past.size() - 1) > MAX_AGE_SECONDS) {
            return null;
        }
        return new PastGains(past);
    }

    private void measure(PastReadings past) {
        int right = past.size() - 1;
        long end = past.epochSecondAt(right);
        double later = level;
        int bin = 0;
        while (right > 0 && bin < BINS) {
            int left = before(past, right);
            long from = past.epochSecondAt(left);
            double span = past.epochSecondAt(right) - from;
            double base = past.valueAt(left);
            double rise = past.valueAt(right) - past.valueAt(left);
            boolean near = past.epochSecondAt(left + 1) - from <= MAX_GAP_SECONDS;
            for (long second = end - (bin + 1L) * BIN_SECONDS; second >= from && bin < BINS; second -= BIN_SECONDS) {
                double earlier = near ? base + (second - from) / span * rise : Double.NaN;
                put(bin++, later - earlier);
                later = earlier;
            }
            right = left;
        }
        while (bin < BINS) {
            put(bin++, Double.NaN);
        }
    }

    /// Takes down the gain of a half hour; NaN where it is unknown.
    private void put(int bin, double gain) {
        boolean unknown = Double.isNaN(gain);
        gains[bin] = Math.max(0, gain);
        sums[bin + 1] = sums[bin] + (unknown ? 0 : gains[bin]);
        known[bin + 1] = known[bin] + (unknown ? 0 : 1);
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

    /// The last reading.
    double level() {
        return level;
    }

    /// The gain of half hour `bin`, counted back; NaN where it is unknown.
    double at(int bin) {
        return gains[bin];
    }

    /// Whether every one of the latest so many half hours is known.
    boolean isKnownBackTo(int bins) {
        return known[bins] == bins;
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
    double weighed(Weights weights) {
        double sum = 0;
        double mass = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (!Double.isNaN(gains[bin])) {
                sum += weights.each[bin] * gains[bin];
                mass += weights.each[bin];
            }
        }
        return scaled(sum, mass, weights.whole);
    }

    /// The sums of gains under each of these weights, as [#weighed(Weights)] has them; five at a time, because a sum waits
    /// for its last addend longer than it takes to add to others.
    double[] weighed(Weights[] all) {
        double[] sums = new double[all.length];
        if (isKnownBackTo(BINS)) {
            for (int i = 0; i < all.length; i += 5) {
                sumFive(all, i, sums);
            }
        } else {
            for (int i = 0; i < all.length; i++) {
                sums[i] = weighed(all[i]);
            }
        }
        return sums;
    }

    private void sumFive(Weights[] all, int first, double[] into) {
        int last = all.length - 1;
        double[] a = all[first].each;
        double[] b = all[Math.min(last, first + 1)].each;
        double[] c = all[Math.min(last, first + 2)].each;
        double[] d = all[Math.min(last, first + 3)].each;
        double[] e = all[Math.min(last, first + 4)].each;
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        double sumE = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double gain = gains[bin];
            sumA += a[bin] * gain;
            sumB += b[bin] * gain;
            sumC += c[bin] * gain;
            sumD += d[bin] * gain;
            sumE += e[bin] * gain;
        }
        double[] sums = {sumA, sumB, sumC, sumD, sumE};
        for (int i = first; i <= Math.min(last, first + 4); i++) {
            into[i] = scaled(sums[i - first], all[i].whole, all[i].whole);
        }
    }

    private static double scaled(double sum, double mass, double whole) {
        return mass < 0.1 * whole ? Double.NaN : sum * whole / mass;
    }

    /// How much each half hour counts, the latest first.
    static final class Weights {

        private final double[] each;
        private final double whole;

        private Weights(double[] each) {
            this.each = each;
            double sum = 0;
            for (double weight : each) {
                sum += weight;
            }
            whole = sum;
        }

        /// Weights that halve with every so many hours of age and sum to one an hour: the weighed sum is a gain an hour.
        static Weights forgetting(double halfLifeHours) {
            double[] weights = new double[BINS];
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                weights[bin] = Math.exp(-Math.log(2) * (bin + 0.5) / BINS_PER_HOUR / halfLifeHours);
                sum += weights[bin];
            }
            for (int bin = 0; bin < BINS; bin++) {
                weights[bin] *= BINS_PER_HOUR / sum;
            }
            return new Weights(weights);
        }

        /// The share of an effect still to come of a cause of each age, when effects follow in two equal steps of this mean
        /// delay in all.
        static Weights stillToCome(double delayHours) {
            double[] weights = new double[BINS];
            for (int bin = 0; bin < BINS; bin++) {
                double steps = 2 * (bin + 0.5) / BINS_PER_HOUR / delayHours;
                weights[bin] = (1 + steps) * Math.exp(-steps);
            }
            return new Weights(weights);
        }
    }
}
