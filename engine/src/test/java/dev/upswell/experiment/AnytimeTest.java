package dev.upswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnytimeTest {

    private static final double ERROR = 0.05;

    /// A t statistic of 3 from ten units around a mean: the integral over deviations of effects, done by brute force.
    @Test
    void evidenceIsTheAveragedLikelihoodOfTheTStatistic() {
        double spread = 0.7;
        int units = 10;
        int degrees = 9;
        double t = 3;
        double none = 0;
        double some = 0;
        double step = 0.01;
        for (double log = -6; log < 6; log += step) {
            double deviation = Math.exp(log);
            // Sufficient: the mean, with deviation/√units, and the residual variance 1, with nine degrees.
            double residual = -degrees * log - degrees / (2 * deviation * deviation);
            double mean = t / Math.sqrt(units);
            none += Math.exp(residual) * normal(mean, deviation / Math.sqrt(units)) * step;
            some += Math.exp(residual) * normal(mean, deviation * Math.sqrt(1.0 / units + spread * spread)) * step;
        }

        var estimate = new Anytime(t / Math.sqrt(units), 1, units, degrees, spread);

        assertThat(estimate.against(0)).isCloseTo(Math.log(some / none), within(1e-6));
    }

    private static double normal(double at, double deviation) {
        return Math.exp(-at * at / (2 * deviation * deviation)) / deviation;
    }

    @Test
    void reachIsWhereEvidenceIsEnough() {
        var estimate = new Anytime(0.4, 0.6, 20, 38, 0.7);
        double reach = estimate.reach(-Math.log(ERROR)).orElseThrow();

        assertThat(estimate.against(0.4 + reach)).isCloseTo(-Math.log(ERROR), within(1e-9));
        assertThat(estimate.against(0.4 - reach)).isCloseTo(-Math.log(ERROR), within(1e-9));
    }

    @Test
    void threeUnitsExcludeNothing() {
        var estimate = new Anytime(0.4, 0.6, 1.2, 1, 0.7);

        assertThat(estimate.reach(-Math.log(ERROR))).isEmpty();
        assertThat(estimate.against(1e9)).isCloseTo(estimate.most(), within(1e-6)).isLessThan(-Math.log(ERROR));
    }

    @Test
    void refusesGroupsThatAreAllAlike() {
        assertThatThrownBy(() -> new Anytime(0.4, 0, 1.2, 1, 0.7)).hasMessage(
                "estimate (effect 0.4, deviation 0.0, information 1.2, degrees 1, spread 0.7) must have positive figures"
                        + "\nMaybe all units are in one group, or are all alike.");
    }
}
