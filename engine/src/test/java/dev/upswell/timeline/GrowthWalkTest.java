package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthWalkTest {

    private static final long HOUR = 3600;

    @Test
    void growthIsTheLogarithmOfTheLevelOverTheLevelBefore() {
        assertThat(walk(0, 100, 3, 100, 24, 200).moveTo(24 * HOUR).getAsDouble()).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void earlierLevelLiesBetweenItsNeighboursOnceBothAreKnown() {
        GrowthWalk walk = walk(0, 100, 2, 200, 25, 300);

        assertThat(walk.moveTo(25 * HOUR).getAsDouble()).isCloseTo(Math.log(300.0 / 150), within(1e-12));
    }

    @Test
    void shrinkingLevelHasNegativeGrowth() {
        assertThat(walk(0, 200, 24, 100).moveTo(24 * HOUR).getAsDouble()).isNegative();
    }

    @Test
    void growthIsAbsentWithoutALevelAtEitherEndOrFromZero() {
        assertThat(walk(2, 100, 24, 200).moveTo(24 * HOUR)).isEmpty();
        assertThat(walk(0, 100, 3, 200).moveTo(24 * HOUR)).isEmpty();
        assertThat(walk(0, 0, 24, 200).moveTo(24 * HOUR)).isEmpty();
        assertThat(new GrowthWalk(null, 24 * HOUR).moveTo(24 * HOUR)).isEmpty();
    }

    @Test
    void differenceWithinTheResolutionIsNoGrowth() {
        CounterSeries rounded = CounterSeries.of(new long[]{0, 2 * HOUR, 25 * HOUR}, new long[]{11_100, 11_200, 11_200},
                new long[]{100, 100, 100});
        CounterSeries exactAtLast = CounterSeries.of(new long[]{HOUR, 25 * HOUR}, new long[]{11_100, 11_150},
                new long[]{100, 1});

        assertThat(new GrowthWalk(GainCurve.of(rounded), 24 * HOUR).moveTo(25 * HOUR)).hasValue(0);
        assertThat(new GrowthWalk(GainCurve.of(exactAtLast), 24 * HOUR).moveTo(25 * HOUR)).hasValue(0);
    }

    /// Pairs of hour and value.
    private static GrowthWalk walk(long... hoursAndValues) {
        int n = hoursAndValues.length / 2;
        long[] times = new long[n];
        long[] values = new long[n];
        long[] exact = new long[n];
        for (int i = 0; i < n; i++) {
            times[i] = hoursAndValues[2 * i] * HOUR;
            values[i] = hoursAndValues[2 * i + 1];
            exact[i] = 1;
        }
        return new GrowthWalk(GainCurve.of(CounterSeries.of(times, values, exact)), 24 * HOUR);
    }
}
