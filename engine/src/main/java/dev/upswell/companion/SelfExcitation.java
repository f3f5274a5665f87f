package dev.upswell.companion;

import java.util.Arrays;

/// A self-exciting process fitted to the gains of one counter, half hour by half hour.
///
/// The season is the entity's own: the share of its gains in the same hours of earlier days, drawn toward evenness.
final class SelfExcitation {

    private static final int ROUNDS = 5;
    private static final double PRIOR_PRECISION = 10;
    private static final double LEAST_RATE = 1e-3;
    private static final double LEAST_BACKGROUND = 0.05;
    private static final double START = 0.4;
    private static final double PRIOR_POSTS = 2;
    private static final double MOST = 3;
    private static final double RETURN_HOURS = 12;
    private static final double FLAT_POSTS = 100;
    private static final double QUIETEST = 0.2;
    private static final int DAY_BINS = PastGains.BINS_PER_DAY;
    private static final double[] COSINE = new double[DAY_BINS];
    private static final double[] SINE = new double[DAY_BINS];
    /// How much of what is special about the branching of the last hours is left in each half hour to come.
    private static final double[] RETURN = new double[DAY_BINS];

    static {
        for (int bin = 0; bin < DAY_BINS; bin++) {
            COSINE[bin] = Math.cos(2 * Math.PI * (bin + 0.5) / DAY_BINS);
            RETURN[bin] = Math.exp(-(bin + 0.5) / PastGains.BINS_PER_HOUR / RETURN_HOURS);
        }
        for (int bin = 0; bin < DAY_BINS; bin++) {
            SINE[bin] = COSINE[(bin + 3 * DAY_BINS / 4) % DAY_BINS];
        }
    }

    private final PastGains gains;
    private final int size;
    private final double decay;
    private final double[] provoked;
    private final double[] calm;
    private final double[] came;
    private final double[] usually;
    private final double[] parents;
    private final double[] weights;
    private final double present;
    private double background;
    private double branching = START;

    private SelfExcitation(Season season, double halfLifeHours) {
        gains = season.gains;
        size = season.size;
        calm = season.calm;
        decay = Math.exp(-Math.log(2) / PastGains.BINS_PER_HOUR / halfLifeHours);
        came = season.came;
        usually = season.usually;
        provoked = new double[size];
        present = excite();
        parents = season.ofKnown(provoked);
        weights = new double[came.length];
        fit();
    }

    static SelfExcitation of(Season season, double halfLifeHours) {
        return new SelfExcitation(season, halfLifeHours);
    }

    /// How busy each known half hour is, counted back from the last reading, relative to a mean of one: one wave a day,
    /// because half hours of a few days hold few posts, drawn toward evenness.
    ///
    /// @param size so many half hours, from the latest on, reach back to the oldest that is known
    /// @param calm one a half hour, and at least those of a day
    /// @param came the gains that are known
    /// @param usually how busy their half hours are
    record Season(PastGains gains, int size, double[] calm, double[] came, double[] usually) {

        static Season of(PastGains gains) {
            int size = knownBins(gains);
            double[] calm = new double[Math.max(size, DAY_BINS)];
            fillDay(gains, size, calm);
            for (int bin = DAY_BINS; bin < calm.length; bin++) {
                calm[bin] = calm[bin - DAY_BINS];
            }
            double[] all = new double[size];
            for (int bin = 0; bin < size; bin++) {
                all[bin] = gains.at(bin);
            }
            return new Season(gains, size, calm, ofKnown(gains, all), ofKnown(gains, Arrays.copyOf(calm, size)));
        }

        /// Those of these values, one a half hour, whose half hour has a known gain.
        double[] ofKnown(double[] values) {
            return ofKnown(gains, values);
        }

        private static double[] ofKnown(PastGains gains, double[] values) {
            if (gains.isKnownBackTo(values.length)) {
                return values;
            }
            int kept = 0;
            double[] known = new double[values.length];
            for (int bin = 0; bin < values.length; bin++) {
                if (!Double.isNaN(gains.at(bin))) {
                    known[kept++] = values[bin];
                }
            }
            return Arrays.copyOf(known, kept);
        }

        private static int knownBins(PastGains gains) {
            int bins = PastGains.BINS;
            while (bins > 0 && Double.isNaN(gains.at(bins - 1))) {
                bins--;
            }
            return bins;
        }

        private static void fillDay(PastGains gains, int size, double[] calm) {
            double cosine = 0;
            double sine = 0;
            double total = FLAT_POSTS;
            for (int day = DAY_BINS; day <= size; day += DAY_BINS) {
                for (int bin = 0; bin < DAY_BINS; bin++) {
                    double gain = gains.at(day - DAY_BINS + bin);
                    if (!Double.isNaN(gain)) {
                        cosine += 2 * gain * COSINE[bin];
                        sine += 2 * gain * SINE[bin];
                        total += gain;
                    }
                }
            }
            for (int bin = 0; bin < DAY_BINS; bin++) {
                double wave = cosine * COSINE[bin] + sine * SINE[bin];
                calm[bin] = Math.max(QUIETEST, 1 + wave / total);
            }
        }
    }

    /// What earlier gains provoke in each half hour with one child each; the unknown provoke what is usual.
    private double excite() {
        double usual = gains.between(0, size) / size;
        double state = usual / (1 - decay);
        for (int bin = size - 1; bin >= 0; bin--) {
            provoked[bin] = state * (1 - decay);
            double gain = gains.at(bin);
            state = state * decay + (Double.isNaN(gain) ? usual : gain);
        }
        return state * (1 - decay);
    }

    /// Poisson regression of the gains on season and excitation, with a normal prior on the branching.
    private void fit() {
        double usual = gains.between(0, size) / size;
        background = (1 - START) * usual;
        for (int round = 0; round < ROUNDS && usual > 0; round++) {
            fitOnce(LEAST_BACKGROUND * usual);
        }
    }

    private void fitOnce(double least) {
        double steady = background;
        double children = branching;
        for (int i = 0; i < weights.length; i++) { // by itself, because it is done for several at a time then
            weights[i] = 1 / (steady * usually[i] + children * parents[i] + LEAST_RATE);
        }
        double busy = 0;
        double both = 0;
        double provoking = PRIOR_PRECISION;
        double calmly = 0;
        double caused = START * PRIOR_PRECISION;
        for (int i = 0; i < weights.length; i++) {
            double ofCalm = weights[i] * usually[i];
            double ofParents = weights[i] * parents[i];
            busy += ofCalm * usually[i];
            both += ofCalm * parents[i];
            provoking += ofParents * parents[i];
            calmly += ofCalm * came[i];
            caused += ofParents * came[i];
        }
        branching = Math.clamp((busy * caused - both * calmly) / (busy * provoking - both * both), 0, MOST);
        background = Math.max(least, (calmly - both * branching) / busy);
    }

    /// Children per post in the trailing week; NaN where less than half of it is known, so that nothing was fitted.
    double usualBranching() {
        return Double.isNaN(background) ? Double.NaN : branching;
    }

    /// Children per post by what came in the last hours.
    double branching(int hours) {
        double posts = 0;
        double calmly = 0;
        double provoking = 0;
        for (int bin = 0; bin < Math.min(size, hours * PastGains.BINS_PER_HOUR); bin++) {
            double gain = gains.at(bin);
            if (!Double.isNaN(gain)) {
                posts += gain;
                calmly += background * calm[bin];
                provoking += provoked[bin];
            }
        }
        return Math.clamp((posts - calmly + PRIOR_POSTS * branching) / (provoking + PRIOR_POSTS), 0, MOST);
    }

    /// What is provoked now with one child each, over the background.
    double excitation() {
        return LogRatio.ofCounts(present * PastGains.BINS_PER_HOUR, background * PastGains.BINS_PER_HOUR);
    }

    /// Gains to be expected in the next hours, at most 24.
    double expected(int hours) {
        double recent = branching(6);
        double state = present / (1 - decay);
        double sum = 0;
        for (int bin = 0; bin < hours * PastGains.BINS_PER_HOUR; bin++) {
            double children = branching + (recent - branching) * RETURN[bin];
            double gain = background * calm[DAY_BINS - 1 - bin] + children * state * (1 - decay);
            sum += gain;
            state = state * decay + gain;
        }
        return sum;
    }
}
