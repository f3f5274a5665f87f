package dev.upswell.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.poll.Volatility.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VolatilityTest {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    /// A random walk of the logarithm, read at uneven times.
    private static List<Reading> walk(double perHour, double drift, int readings) {
        Random chance = new Random(3);
        List<Reading> walk = new ArrayList<>();
        double log = Math.log(1_000_000);
        Instant at = START;
        for (int i = 0; i < readings; i++) {
            walk.add(new Reading(at, Math.exp(log)));
            double hours = 0.05 + chance.nextDouble();
            at = at.plusMillis((long) (hours * 3_600_000));
            log += drift * hours + Math.sqrt(perHour * hours) * chance.nextGaussian();
        }
        return walk;
    }

    @Test
    void theRateOfAWalkIsFoundWhateverTheTimesOfItsReadings() {
        Volatility learnt = Volatility.of(walk(1e-4, 0.02, 4_000), Volatility.USUAL);

        assertThat(learnt.perHour()).isCloseTo(1e-4, within(2e-5));
        assertThat(learnt.driftPerHour()).isCloseTo(0.02, within(0.004));
    }

    @Test
    void aFewReadingsStayNearWhatIsUsual() {
        assertThat(Volatility.of(List.of(), 0.5)).isEqualTo(new Volatility(0.5, 0, 0));
        assertThat(Volatility.of(List.of(new Reading(START, 10)), 0.5).steps()).isZero();
        assertThat(Volatility.of(List.of(new Reading(START, 10), new Reading(START.plus(Duration.ofHours(1)), 10)), 0.5)
                .perHour()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void levelsOfNothingAndSeveralAtOneInstantArePassedOver() {
        List<Reading> told = List.of(new Reading(START, 10), new Reading(START.plus(Duration.ofHours(1)), 20),
                new Reading(START.plus(Duration.ofHours(2)), 10));
        List<Reading> doubled = List.of(new Reading(START.minus(Duration.ofHours(1)), 0), told.get(0),
                new Reading(START, 10), told.get(1), told.get(2));

        assertThat(Volatility.of(told, 0).steps()).isEqualTo(2);
        assertThat(Volatility.of(doubled, 0).steps()).isEqualTo(2);
        assertThat(Volatility.of(doubled, 0).perHour()).isCloseTo(Volatility.of(told, 0).perHour(), within(1e-12));
    }

    @Test
    void whatHappenedLatelyCountsMore() {
        List<Reading> calmer = new ArrayList<>();
        List<Reading> wilder = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            boolean early = i < 120;
            double swing = i % 2 == 0 ? 1 : 1.3;
            calmer.add(new Reading(START.plus(Duration.ofHours(i)), 1_000 * (early ? swing : 1)));
            wilder.add(new Reading(START.plus(Duration.ofHours(i)), 1_000 * (early ? 1 : swing)));
        }

        assertThat(Volatility.of(wilder, Volatility.USUAL).perHour())
                .isGreaterThan(3 * Volatility.of(calmer, Volatility.USUAL).perHour());
    }

    @Test
    void whatIsForetoldToSurgeIsTakenForASurgingOneAsFarAsTheForecastIsSure() {
        Volatility calm = new Volatility(1e-5, 0.1, 9);

        assertThat(calm.foretold(0)).isEqualTo(calm);
        assertThat(calm.foretold(1)).isEqualTo(new Volatility(Volatility.SURGING, 0.1, 9));
        assertThat(calm.foretold(0.5).perHour()).isCloseTo((1e-5 + Volatility.SURGING) / 2, within(1e-12));
        assertThat(new Volatility(1, 0, 9).foretold(0.9).perHour()).as("wilder than a surge already").isEqualTo(1);
    }
}
