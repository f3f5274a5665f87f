package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.numeric.Dice;
import dev.upswell.numeric.Quantiles;
import dev.upswell.simulate.SurgeScores.Pair;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Whether the small world is worth forecasting: possible, yet not by looking at yesterday.
class SurgesTest {

    private static final SmallWorld WORLD = SmallWorld.written();
    private static final SurgeScores SCORES = SurgeScores.of(WORLD, SmallWorld.read());

    @Test
    void everyCutHasAHundredEligibleHashtags() {
        assertThat(SCORES.leastEligible()).isGreaterThanOrEqualTo(100);
        assertThat(SCORES.prevalence()).isBetween(0.04, 0.06);
    }

    @Test
    void theOracleForeseesMostAndYesterdaysGrowthFarLess() {
        double oracle = SCORES.averagePrecision(Pair::oracle);
        double naive = SCORES.averagePrecision(Pair::growthBefore);

        assertThat(oracle).isGreaterThan(0.6);
        assertThat(naive).isBetween(2 * SCORES.prevalence(), 0.6 * oracle);
    }

    @Test
    void theOraclesProbabilitiesAreCalibrated() {
        double likely = SCORES.pairs().stream().filter(p -> p.oracle() > 0.8).mapToDouble(p -> p.surged() ? 1 : 0)
                .average()
                .orElseThrow();
        double mean = SCORES.pairs().stream().mapToDouble(Pair::oracle).average().orElseThrow();

        assertThat(likely).isBetween(0.8, 1.0);
        assertThat(mean).isBetween(0.8 * SCORES.prevalence(), 1.25 * SCORES.prevalence());
    }

    @Test
    void theOraclesFuturesTakeTheStepsOfTheWorld() {
        WorldSettings settings = WorldSettings.of(WorldSize.SMALL, 7);
        Outbreaks present = Outbreaks.of(new Founding(settings).memes(), WorldSettings.Turns.NONE);
        Outbreaks future = present.copyAt(settings.start().getEpochSecond());
        long cut = settings.start().getEpochSecond();
        Dice[] dice = new Dice[future.memes().size()];
        Arrays.fill(dice, Dice.of(7, "future-" + cut, 0));
        for (int step = 0; step < 24; step++) {
            future.step(cut + step * 3600, 1, dice);
        }

        Oracle.Verdict verdict = new Oracle(7, 1, Duration.ofHours(1)).ask(present, 160, cut);

        for (int i = 0; i < 160; i++) {
            assertThat(verdict.expectedLogGrowth()[i]).isEqualTo(
                    StrictMath.log(future.spread(i).views() / (double) present.spread(i).views()));
        }
    }

    @Test
    void everySurgePassesItsBarWithinADay() {
        assertThat(WORLD.facts("hours_to_bar")).allSatisfy(row -> assertThat(Double.parseDouble(row[4]))
                .isGreaterThan(0).isLessThanOrEqualTo(24));
        assertThat(WORLD.facts("hours_to_bar")).hasSameSizeAs(
                WORLD.facts("surged").stream().filter(row -> row[4].equals("1")).toList());
    }

    @Test
    void growthIsPersistentAndHeavyTailed() {
        double[] growth = SCORES.pairs().stream().mapToDouble(p -> Math.expm1(p.growth())).toArray();

        assertThat(SCORES.persistence()).isBetween(0.5, 0.8);
        assertThat(Quantiles.of(growth, 0.5)).isLessThan(0.05);
        assertThat(Quantiles.of(growth, 0.99)).isGreaterThan(15 * Quantiles.of(growth, 0.5));
    }

    @Test
    void theTruthNamesBoostedDyingAndErupting() {
        assertThat(WORLD.facts("region")).hasSameSizeAs(WORLD.facts("tier")).extracting(row -> row[4])
                .contains("US", "VN").hasSizeGreaterThan(50);
        assertThat(WORLD.facts("language")).hasSameSizeAs(WORLD.facts("tier")).extracting(row -> row[4])
                .contains("en", "vi");
        assertThat(WORLD.facts("boosted")).hasSizeBetween(2, 20);
        assertThat(WORLD.facts("dying")).hasSizeBetween(2, 30);
        assertThat(WORLD.facts("phase").stream().filter(row -> row[4].equals("rising"))).hasSizeGreaterThan(50);
        assertThat(WORLD.facts("surged")).hasSameSizeAs(WORLD.facts("surge_probability"));
    }
}
