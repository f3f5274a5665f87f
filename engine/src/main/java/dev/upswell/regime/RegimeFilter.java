package dev.upswell.regime;

import static dev.upswell.regime.RegimeParameters.LAST;
import static dev.upswell.regime.RegimeParameters.REGIMES;

/// What is believed of an entity's regime and mood, step after step, from nothing but the past.
///
/// Posts of a step come at `season · mood · usual · (1 − calm branching + branching · x / (1 + x / saturation))`, where `x` is the
/// excitation in multiples of the usual one. For each regime its probability and the mean and variance of the mood are kept;
/// where regimes flow together their moods are merged by moments.
///
/// **source** Hamilton, A new approach to the economic analysis of nonstationary time series (1989), with moods merged as by Blom and
/// Bar-Shalom, The interacting multiple model algorithm (1988), and counts of a negative binomial.
final class RegimeFilter {

    private static final double LEAST_SHAPE = 5;
    private static final double LEAST_MOOD = 0.05;

    private final RegimeParameters parameters;
    private final double usual;
    private final double calmExcitation;
    private final double stay;
    private final double stray;
    private final double[] leaving = new double[REGIMES];
    private final double[] probability = new double[REGIMES];
    private final double[] mood = new double[REGIMES];
    private final double[] variance = new double[REGIMES];
    private final double[] factor = new double[REGIMES];
    private final double[] nextProbability = new double[REGIMES];
    private final double[] nextMood = new double[REGIMES];
    private final double[] nextVariance = new double[REGIMES];
    private final double[] weight = new double[REGIMES];
    private double logLikelihood;
    private double load;

    RegimeFilter(RegimeParameters parameters, double usual) {
        this.parameters = parameters;
        this.usual = usual;
        calmExcitation = usual / (1 - Math.exp(-1.0 / StepGains.PER_HOUR / parameters.memoryHours()));
        stay = Math.exp(-1.0 / StepGains.PER_HOUR / parameters.moodHours());
        stray = (1 - stay * stay) * parameters.moodSpread() * parameters.moodSpread();
        double sum = 0;
        for (int k = 0; k < REGIMES; k++) {
            leaving[k] = 1 - Math.exp(-parameters.leaving()[k] / StepGains.PER_HOUR);
            probability[k] = 0.3 / leaving[k];
            mood[k] = 1;
            variance[k] = parameters.moodSpread() * parameters.moodSpread();
        }
        probability[0] = 1 / leaving[0];
        for (double one : probability) {
            sum += one;
        }
        for (int k = 0; k < REGIMES; k++) {
            probability[k] /= sum;
        }
    }

    /// Excitation in multiples of the usual one.
    double relative(double excitation) {
        return excitation / calmExcitation;
    }

    /// What an excitation amounts to once part of the audience is used up.
    private double load(double excitation) {
        double x = relative(excitation);
        return x / (1 + x / parameters.saturation());
    }

    /// Lets a step pass: regimes move on, moods return.
    void pass() {
        double leftLast = probability[LAST] * leaving[LAST];
        for (int k = 0; k < REGIMES; k++) {
            double stays = probability[k] * (1 - leaving[k]);
            double comes = k == 0
                    ? leftLast * (1 - parameters.again())
                    : probability[k - 1] * leaving[k - 1];
            int from = k == 0 ? LAST : k - 1;
            double again = k == 1 ? leftLast * parameters.again() : 0;
            double all = stays + comes + again;
            double mean = (stays * mood[k] + comes * mood[from] + again * mood[LAST]) / all;
            double spread = (stays * (variance[k] + square(mood[k] - mean))
                    + comes * (variance[from] + square(mood[from] - mean))
                    + again * (variance[LAST] + square(mood[LAST] - mean))) / all;
            nextProbability[k] = all;
            nextMood[k] = 1 + stay * (mean - 1);
            nextVariance[k] = stay * stay * spread + stray;
        }
        System.arraycopy(nextProbability, 0, probability, 0, REGIMES);
        System.arraycopy(nextMood, 0, mood, 0, REGIMES);
        System.arraycopy(nextVariance, 0, variance, 0, REGIMES);
    }

    private static double square(double value) {
        return value * value;
    }

    /// Sets what is known of the next step before its posts are.
    ///
    /// @param excitation by all before it
    void expect(double excitation, double season) {
        load = load(excitation);
        double calm = 1 - parameters.branching()[0];
        for (int k = 0; k < REGIMES; k++) {
            factor[k] = season * usual * (calm + parameters.branching()[k] * load);
        }
    }

    /// Posts expected in the step.
    double expected() {
        double sum = 0;
        for (int k = 0; k < REGIMES; k++) {
            sum += probability[k] * mood[k] * factor[k];
        }
        return sum;
    }

    /// Learns from the posts of the step that was expected.
    ///
    /// @param blur variance of the shown count over that of posts, at least 1
    void see(double posts, double blur) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < REGIMES; k++) {
            double mean = Math.max(1e-6, mood[k] * factor[k]);
            double unsure = Math.max(1e-9, factor[k] * factor[k] * variance[k]);
            double shape = Math.max(LEAST_SHAPE, mean * mean / unsure);
            double seen = posts + shape;
            double log = seen * Math.log(seen / (shape + mean));
            if (posts > 0) {
                log = log - 0.5 * Math.log(seen / shape) + posts * Math.log(mean) - posts;
            }
            weight[k] = log / blur;
            best = Math.max(best, weight[k]);
            double gain = factor[k] * variance[k] / (unsure + mean * blur);
            mood[k] = Math.max(LEAST_MOOD, mood[k] + gain * (posts - mean));
            variance[k] *= 1 - gain * factor[k];
        }
        double sum = 0;
        for (int k = 0; k < REGIMES; k++) {
            probability[k] *= Math.exp(weight[k] - best);
            sum += probability[k];
        }
        for (int k = 0; k < REGIMES; k++) {
            probability[k] = Math.max(1e-12, probability[k] / sum);
        }
        logLikelihood += best + Math.log(sum);
    }

    double probability(int regime) {
        return probability[regime];
    }

    double mood(int regime) {
        return mood[regime];
    }

    double variance(int regime) {
        return variance[regime];
    }

    /// Used-up excitation of the step that was expected.
    double load() {
        return load;
    }

    double leaving(int regime) {
        return leaving[regime];
    }

    double logLikelihood() {
        return logLikelihood;
    }
}
