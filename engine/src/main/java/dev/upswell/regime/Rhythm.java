package dev.upswell.regime;

import java.util.Arrays;

/// How busy an entity's hours are, and its usual pace.
///
/// The hours of the day are the entity's own: two waves fitted to its posts over their moving daily mean, outbreaks left out, drawn
/// toward evenness. The days of the week are those of all entities together. The usual pace is the median of the last two weeks
/// with all this divided out, of which older hours count less.
final class Rhythm {

    private static final int HOURS = 24;
    private static final double BUSY = 2.5;
    private static final double QUIETEST = 0.15;
    private static final double PRIOR_HOURS = 24;
    private static final int PACE_HOURS = 14 * HOURS;
    private static final double HALF_LIFE_HOURS = 4 * HOURS;
    private static final long MONDAY = 3L * HOURS;

    private final double[] ofDay = new double[HOURS];
    private final double[] weekdays;
    private final double[] ofWeek = new double[StepGains.PER_WEEK];
    private double usual;

    private Rhythm(double[] weekdays) {
        this.weekdays = weekdays;
    }

    /// How many waves describe a day: cosine and sine of one and of two rounds.
    static final int WAVES = 4;

    private static final double[][] WAVE = new double[HOURS][WAVES];

    static {
        for (int hour = 0; hour < HOURS; hour++) {
            for (int number = 0; number < WAVES; number++) {
                double angle = 2 * Math.PI * (1 + number / 2) * (hour + 0.5) / HOURS;
                WAVE[hour][number] = number % 2 == 0 ? Math.cos(angle) : Math.sin(angle);
            }
        }
    }

    /// Hourly means behind a rhythm.
    ///
    /// @param start hour since the epoch of the first
    /// @param pace gain of each; NaN where not known
    /// @param daily moving mean of the 25 hours around
    record Hours(long start, double[] pace, double[] daily, double median) {

        static Hours of(StepGains gains, long end) {
            int oldest = gains.first();
            int size = (gains.size() - oldest) / StepGains.PER_HOUR;
            double[] pace = new double[Math.max(0, size)];
            long endHour = end / StepGains.PER_HOUR;
            int shift = gains.size() - (int) (end % StepGains.PER_HOUR);
            for (int i = 0; i < pace.length; i++) {
                pace[i] = sum(gains, shift - (pace.length - i) * StepGains.PER_HOUR);
            }
            double[] daily = daily(pace);
            double[] sorted = Arrays.stream(daily).filter(x -> !Double.isNaN(x)).sorted().toArray();
            return new Hours(endHour - pace.length, pace, daily,
                    sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2]);
        }

        private static double sum(StepGains gains, int from) {
            double sum = 0;
            for (int i = from; i < from + StepGains.PER_HOUR; i++) {
                if (i < 0 || !gains.known(i)) {
                    return Double.NaN;
                }
                sum += gains.gain(i);
            }
            return sum;
        }

        private static double[] daily(double[] pace) {
            int n = pace.length;
            double[] sums = new double[n + 1];
            int[] counts = new int[n + 1];
            for (int i = 0; i < n; i++) {
                boolean is = !Double.isNaN(pace[i]);
                sums[i + 1] = sums[i] + (is ? pace[i] : 0);
                counts[i + 1] = counts[i] + (is ? 1 : 0);
            }
            double[] daily = new double[n];
            for (int i = 0; i < n; i++) {
                int from = Math.clamp(i - HOURS / 2, 0, Math.max(0, n - HOURS));
                int to = Math.min(n, from + HOURS);
                int count = counts[to] - counts[from];
                daily[i] = count < HOURS / 2 ? Double.NaN : (sums[to] - sums[from]) / count;
            }
            return daily;
        }

        boolean usable(int i) {
            return !Double.isNaN(pace[i]) && !Double.isNaN(daily[i]) && daily[i] > 0 && daily[i] <= BUSY * median;
        }
    }

    /// @param days waves of the usual days, of which the entity's own is the nearest; none for its own waves
    static Rhythm of(Hours hours, double[] weekdays, double[][] days) {
        Rhythm rhythm = new Rhythm(weekdays);
        rhythm.shape(days.length == 0 ? waves(hours) : days[nearest(waves(hours), days)]);
        rhythm.fitPace(hours);
        rhythm.fillWeek();
        return rhythm;
    }

    static int nearest(double[] waves, double[][] days) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int day = 0; day < days.length; day++) {
            double distance = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                distance += (waves[wave] - days[day][wave]) * (waves[wave] - days[day][wave]);
            }
            if (distance < least) {
                least = distance;
                best = day;
            }
        }
        return best;
    }

    /// The waves of the day in the pace of these hours over their moving daily mean.
    static double[] waves(Hours hours) {
        double[] waves = new double[WAVES];
        double weight = PRIOR_HOURS;
        for (int i = 0; i < hours.pace.length; i++) {
            if (hours.usable(i)) {
                double beyond = hours.pace[i] / hours.daily[i] - 1;
                double[] there = WAVE[(int) ((hours.start + i) % HOURS)];
                for (int wave = 0; wave < WAVES; wave++) {
                    waves[wave] += 2 * beyond * there[wave];
                }
                weight++;
            }
        }
        for (int wave = 0; wave < WAVES; wave++) {
            waves[wave] /= weight;
        }
        return waves;
    }

    private void shape(double[] waves) {
        for (int hour = 0; hour < HOURS; hour++) {
            double busy = 1;
            for (int wave = 0; wave < WAVES; wave++) {
                busy += waves[wave] * WAVE[hour][wave];
            }
            ofDay[hour] = Math.max(QUIETEST, busy);
        }
    }

    private void fitPace(Hours hours) {
        int n = hours.pace.length;
        int from = Math.max(0, n - PACE_HOURS);
        double[] paces = new double[n - from];
        double[] weights = new double[n - from];
        int size = 0;
        for (int i = from; i < n; i++) {
            if (!Double.isNaN(hours.pace[i])) {
                paces[size] = hours.pace[i] / atHour(hours.start + i);
                weights[size++] = Math.pow(0.5, (n - i) / HALF_LIFE_HOURS);
            }
        }
        usual = WeightedMedian.of(paces, weights, size);
    }

    private double atHour(long hour) {
        return ofDay[(int) (hour % HOURS)] * weekdays[weekday(hour)];
    }

    /// Adds the mean of each day of the week, outbreaks left out, over the mean of all.
    static void addWeek(Hours hours, double[] sums, int[] counts) {
        double[] came = new double[7];
        int[] known = new int[7];
        for (int i = 0; i < hours.pace().length; i++) {
            if (hours.usable(i)) {
                came[weekday(hours.start() + i)] += hours.pace()[i];
                known[weekday(hours.start() + i)]++;
            }
        }
        double mean = 0;
        for (int day = 0; day < 7; day++) {
            if (known[day] < HOURS / 2) {
                return;
            }
            mean += came[day] / known[day] / 7;
        }
        for (int day = 0; day < 7 && mean > 0; day++) {
            sums[day] += came[day] / known[day] / mean;
            counts[day]++;
        }
    }

    static int weekday(long hour) {
        return (int) ((hour + MONDAY) / HOURS % 7);
    }

    /// How busy the quarter of an hour before the one with this number is, relative to a mean of one.
    double at(long step) {
        return ofWeek[(int) (step % StepGains.PER_WEEK)];
    }

    private void fillWeek() {
        for (int step = 0; step < StepGains.PER_WEEK; step++) {
            int hour = step / StepGains.PER_HOUR;
            double into = (step % StepGains.PER_HOUR + 0.5) / StepGains.PER_HOUR - 0.5;
            int here = hour % HOURS;
            int other = into < 0 ? (here + HOURS - 1) % HOURS : (here + 1) % HOURS;
            double share = Math.abs(into);
            ofWeek[step] = (ofDay[here] * (1 - share) + ofDay[other] * share) * weekdays[weekday(hour)];
        }
    }

    /// Posts in a quarter of an hour of usual business; NaN where not known.
    double usual() {
        return usual / StepGains.PER_HOUR;
    }
}
