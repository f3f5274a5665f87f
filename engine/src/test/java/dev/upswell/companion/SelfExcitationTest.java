package dev.upswell.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.CounterSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelfExcitationTest {

    private static final double HALF_LIFE = 2;

    @Test
    void usualBranchingIsFoundInALongEnoughPast() {
        assertThat(mean(0.7)).isCloseTo(0.7, within(0.15));
        assertThat(mean(0.2)).isCloseTo(0.2, within(0.15));
    }

    @Test
    void anOutbreakRaisesTheBranchingOfTheLastHours() {
        SelfExcitation calm = fit(posts(new Random(3), 0.4, 0.4));
        SelfExcitation hot = fit(posts(new Random(3), 0.4, 1.5));

        assertThat(hot.branching(6)).isGreaterThan(1).isGreaterThan(calm.branching(6) + 0.4);
        assertThat(hot.excitation()).isGreaterThan(calm.excitation());
        assertThat(hot.expected(24)).isGreaterThan(2 * calm.expected(24));
    }

    @Test
    void whatIsExpectedOfASteadyProcessIsItsPace() {
        SelfExcitation steady = fit(Readings.each15Minutes(9, ago -> 100_000 - 20 * ago));

        assertThat(steady.expected(24)).isCloseTo(480, within(30.0));
    }

    private static double mean(double branching) {
        double sum = 0;
        for (int seed = 0; seed < 8; seed++) {
            sum += fit(posts(new Random(seed), branching, branching)).usualBranching();
        }
        return sum / 8;
    }

    private static SelfExcitation fit(CounterSeries posts) {
        PastGains gains = PastGains.of(PastReadings.asOf(posts, Readings.CUT));
        assertThat(gains).isNotNull();
        return SelfExcitation.of(SelfExcitation.Season.of(gains), HALF_LIFE);
    }

    /// Posts of a self-exciting process: nine days of one branching, then six hours of another.
    private static CounterSeries posts(Random random, double branching, double lately) {
        int size = 9 * 96 + 1;
        double[] levels = new double[size];
        double decay = Math.exp(-Math.log(2) / 4 / HALF_LIFE);
        double state = 10;
        levels[0] = 10_000;
        for (int i = 1; i < size; i++) {
            double rate = 2.5 + (i > size - 24 ? lately : branching) * state * (1 - decay);
            int arrived = poisson(random, rate);
            state = state * decay + arrived;
            levels[i] = levels[i - 1] + arrived;
        }
        return Readings.each15Minutes(9, ago -> levels[size - 1 - (int) Math.round(ago * 4)]);
    }

    private static int poisson(Random random, double mean) {
        int count = 0;
        for (double left = mean + Math.log(1 - random.nextDouble()); left > 0; left += Math
                .log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }
}
