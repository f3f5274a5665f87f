package dev.upswell.companion;

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
    private static final double[] COSINE = new double[PastGains.BINS_PER_DAY];

    static {
        for (int bin = 0; bin < COSINE.length; bin++) {
            COSINE[bin] = Math.cos(2 * Math.PI * (bin + 0.5) / COSINE.length);
        }
    }

    private final PastGains gains;
    private final int size;
    private final double decay;
    private final double[] provoked;
    private final double[] season;
    private final double present;
    private double background;
    private double branching = START;

    private SelfExcitation(PastGains gains, double halfLifeHours) {
        this.gains = gains;
        decay = Math.exp(-Math.log(2) / PastGains.BINS_PER_HOUR / halfLifeHours);
        size = knownBins(gains);
        season = season(gains, size);
        provoked = new double[size];
        present = excite();
        fit();
    }

    static SelfExcitation of(PastGains gains, double halfLifeHours) {
        return new SelfExcitation(gains, halfLifeHours);
    }

    private static int knownBins(PastGains gains) {
        int bins = PastGains.BINS;
        while (bins > 0 && Double.isNaN(gains.at(bins - 1))) {
            bins--;
        }
        return bins;
    }

    /// How busy each half hour of the day is, counted back from the last reading, relative to a mean of one: one wave a day,
    /// because half hours of a few days hold few posts, drawn toward evenness.
    private static double[] season(PastGains gains, int size) {
        double cosine = 0;
        double sine = 0;
        double total = FLAT_POSTS;
        for (int bin = 0; bin < size / PastGains.BINS_PER_DAY * PastGains.BINS_PER_DAY; bin++) {
            double gain = gains.at(bin);
            if (!Double.isNaN(gain)) {
                cosine += 2 * gain * COSINE[bin % PastGains.BINS_PER_DAY];
                sine += 2 * gain * COSINE[(bin + 3 * PastGains.BINS_PER_DAY / 4) % PastGains.BINS_PER_DAY];
                total += gain;
            }
        }
        double[] season = new double[PastGains.BINS_PER_DAY];
        for (int bin = 0; bin < season.length; bin++) {
            double wave = cosine * COSINE[bin]
                    + sine * COSINE[(bin + 3 * PastGains.BINS_PER_DAY / 4) % PastGains.BINS_PER_DAY];
            season[bin] = Math.max(QUIETEST, 1 + wave / total);
        }
        return season;
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
        double busy = 0;
        double both = 0;
        double parents = PRIOR_PRECISION;
        double calmly = 0;
        double caused = START * PRIOR_PRECISION;
        for (int bin = 0; bin < size; bin++) {
            double gain = gains.at(bin);
            if (!Double.isNaN(gain)) {
                double calm = season[bin % PastGains.BINS_PER_DAY];
                double weight = 1 / (background * calm + branching * provoked[bin] + LEAST_RATE);
                busy += weight * calm * calm;
                both += weight * calm * provoked[bin];
                parents += weight * provoked[bin] * provoked[bin];
                calmly += weight * calm * gain;
                caused += weight * provoked[bin] * gain;
            }
        }
        branching = Math.clamp((busy * caused - both * calmly) / (busy * parents - both * both), 0, MOST);
        background = Math.max(least, (calmly - both * branching) / busy);
    }

    /// Children per post in the trailing week; NaN where less than half of it is known, so that nothing was fitted.
    double usualBranching() {
        return Double.isNaN(background) ? Double.NaN : branching;
    }

    /// Children per post by what came in the last hours.
    double branching(int hours) {
        double came = 0;
        double calm = 0;
        double parents = 0;
        for (int bin = 0; bin < Math.min(size, hours * PastGains.BINS_PER_HOUR); bin++) {
            double gain = gains.at(bin);
            if (!Double.isNaN(gain)) {
                came += gain;
                calm += background * season[bin % PastGains.BINS_PER_DAY];
                parents += provoked[bin];
            }
        }
        return Math.clamp((came - calm + PRIOR_POSTS * branching) / (parents + PRIOR_POSTS), 0, MOST);
    }

    /// What is provoked now with one child each, over the background.
    double excitation() {
        return LogRatio.ofCounts(present * PastGains.BINS_PER_HOUR, background * PastGains.BINS_PER_HOUR);
    }

    /// Gains to be expected in the next hours.
    double expected(int hours) {
        double recent = branching(6);
        double state = present / (1 - decay);
        double sum = 0;
        for (int bin = 0; bin < hours * PastGains.BINS_PER_HOUR; bin++) {
            double back = Math.exp(-(bin + 0.5) / PastGains.BINS_PER_HOUR / RETURN_HOURS);
            double children = branching + (recent - branching) * back;
            double ahead = PastGains.BINS_PER_DAY - 1 - bin % PastGains.BINS_PER_DAY;
            double gain = background * season[(int) ahead] + children * state * (1 - decay);
            sum += gain;
            state = state * decay + gain;
        }
        return sum;
    }
}
