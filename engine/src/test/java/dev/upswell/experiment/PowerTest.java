package dev.upswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

    /// Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), table 2.4.1: n for a two-sided test at 0.05.
    @ParameterizedTest
    @CsvSource({"0.2, 0.80, 393", "0.5, 0.80, 64", "0.8, 0.80, 26", "0.5, 0.90, 85", "0.8, 0.95, 42", "1.0, 0.80, 17"})
    void groupsForMeansAreThoseOfCohensTable(double effect, double power, long published) {
        assertThat(new Power(0.05, power).forMeans(effect, 1)).isCloseTo(published,
                within(Math.max(1, published / 100)));
    }

    /// Fleiss, Levin and Paik (2003), table A.4 gives these with the continuity correction, which adds about 2 over the difference; taken off.
    @ParameterizedTest
    @CsvSource({"0.10, 0.20, 219, 199", "0.50, 0.60, 408, 388", "0.25, 0.40, 165, 152", "0.05, 0.10, 474, 435"})
    void groupsForSharesAreThoseOfFleissTableWithoutItsCorrection(double from, double to, long corrected, long plain) {
        long units = Power.USUAL.forShares(from, to);

        assertThat(units).isCloseTo(plain, within(Math.max(1, plain / 100)));
        double difference = to - from;
        assertThat(units / 4.0 * Math.pow(1 + Math.sqrt(1 + 4 / (units * difference)), 2)).isCloseTo(corrected,
                within(Math.max(1.0, corrected / 100.0)));
    }

    /// The examples in the documentation of `power.t.test` of R (package stats) and three more runs of it: its n rounded up.
    @ParameterizedTest
    @CsvSource({"1.0, 0.90, 23", "1.0, 0.8689528, 20", "0.5, 0.80, 64", "0.2, 0.80, 394", "0.8, 0.80, 26"})
    void groupsForMeansAreThoseOfPowerTTest(double effect, double power, long published) {
        assertThat(new Power(0.05, power).forMeans(effect, 1)).isCloseTo(published,
                within(Math.max(1, published / 100)));
    }

    /// The examples in the documentation of `power.prop.test` of R (package stats), which pools the variance too: its n rounded up.
    @ParameterizedTest
    @CsvSource({"0.50, 0.75, 0.90, 77", "0.50, 0.75, 0.7401659, 50", "0.10, 0.20, 0.80, 199"})
    void groupsForSharesAreThoseOfPowerPropTest(double from, double to, double power, long published) {
        assertThat(new Power(0.05, power).forShares(from, to)).isCloseTo(published,
                within(Math.max(1, published / 100)));
    }

    /// What the t test really finds, by the noncentral t distribution summed over what the deviation may turn out to be.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.95, 0.99})
    void soManyUnitsAreThoseOfTheNoncentralTDistribution(double power) {
        for (double effect : new double[]{0.15, 0.2, 0.35, 0.5, 0.8, 1, 1.3}) {
            long units = new Power(0.05, power).forMeans(effect, 1);
            long more = units + Math.max(1, units / 100);
            long less = units - Math.max(1, units / 100) - 1;

            assertThat(found(effect, more)).as("%s by %s", effect, more).isGreaterThanOrEqualTo(power - 1e-4);
            assertThat(less < 2 ? 0 : found(effect, less)).as("%s by %s", effect, less).isLessThan(power);
        }
    }

    private static double found(double effect, long units) {
        double degrees = 2.0 * (units - 1);
        double bound = new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
        var spread = new ChiSquaredDistribution(null, degrees);
        var normal = new NormalDistribution();
        double shift = effect * Math.sqrt(units / 2.0);
        double found = 0;
        int parts = 2_000;
        for (int i = 0; i < parts; i++) {
            double deviation = Math.sqrt(spread.inverseCumulativeProbability((i + 0.5) / parts) / degrees);
            found += normal.cumulativeProbability(shift - bound * deviation)
                    + normal.cumulativeProbability(-shift - bound * deviation);
        }
        return found / parts;
    }

    @Test
    void theExpansionOfTGivesTheSameSizesAsItsQuantiles() {
        var random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            var power = new Power(random.nextDouble(0.001, 0.2), random.nextDouble(0.5, 0.99));
            double effect = random.nextDouble(0.05, 0.6);
            long units = power.forMeans(effect, 1);
            var t = new TDistribution(null, 2.0 * (units - 1));
            double sum = t.inverseCumulativeProbability(1 - power.error() / 2)
                    + t.inverseCumulativeProbability(power.power());

            assertThat((double) units).as("%s for %s", power, effect)
                    .isGreaterThanOrEqualTo(2 * sum * sum / (effect * effect) * (1 - 1e-5));
        }
    }

    @Test
    void soManyUnitsFindTheDifferenceAsOftenAsAsked() {
        long units = Power.USUAL.forShares(0.1, 0.15);
        var random = new SplittableRandom(5);
        int found = 0;
        for (int i = 0; i < 4_000; i++) {
            double one = share(random, units, 0.1);
            double other = share(random, units, 0.15);
            double mean = (one + other) / 2;
            found += Math.abs(one - other) > 1.959964 * Math.sqrt(2 * mean * (1 - mean) / units) ? 1 : 0;
        }
        assertThat(found / 4_000.0).isBetween(0.78, 0.83);
    }

    private static double share(SplittableRandom random, long units, double chance) {
        long did = 0;
        for (long i = 0; i < units; i++) {
            did += random.nextDouble() < chance ? 1 : 0;
        }
        return did / (double) units;
    }

    @Test
    void nothingToFindIsRefused() {
        assertThatThrownBy(() -> Power.USUAL.forShares(0.2, 0.2)).hasMessageContaining("must lie in [0, 1] and differ");
        assertThatThrownBy(() -> Power.USUAL.forMeans(0, 1)).hasMessageContaining("must not be 0");
        assertThatThrownBy(() -> new Power(5, 80)).hasMessageContaining("given in percent");
    }
}
