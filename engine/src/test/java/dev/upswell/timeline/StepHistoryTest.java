package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StepHistoryTest {

    private static final long HOUR = 3600;
    private static final long NOW = 100 * HOUR;
    private static final int WIDTH = StepHistory.CHANNELS.size();

    @Test
    void eachStepSaysWhatTheCounterGainedInIt() {
        float[] steps = steps(views(1, at(-2, 10_000), at(-1, 10_000), at(0, 11_000)));

        assertThat(growth(steps, 47)).isCloseTo(asinh(Math.log(1.1) / 0.001), within(1e-4));
        assertThat(growth(steps, 46)).isZero();
        assertThat(steps[46 * WIDTH + 1]).isZero();
        assertThat((double) steps[47 * WIDTH + 1]).isCloseTo(asinh(1000), within(1e-4));
    }

    @Test
    void ticksAreCountedInDisplaySteps() {
        float[] steps = steps(views(100, at(-1, 10_000), at(0, 10_300)));

        assertThat((double) steps[47 * WIDTH + 1]).isCloseTo(asinh(3), within(1e-5));
    }

    @Test
    void stepWithoutAReadingIsMissingAndTheNextOneSpansTheGap() {
        float[] steps = steps(views(1, at(-3, 10_000), at(0, 11_000)));

        assertThat(growth(steps, 45)).isNaN();
        assertThat(growth(steps, 46)).isNaN();
        assertThat(growth(steps, 47)).isPositive();
    }

    @Test
    void readingMoreThanTwelveHoursOldIsNotComparedWith() {
        assertThat(growth(steps(views(1, at(-14, 10_000), at(0, 11_000))), 47)).isNaN();
    }

    @Test
    void zeroHasNoGrowth() {
        assertThat(growth(steps(views(1, at(-1, 0), at(0, 11_000))), 47)).isNaN();
    }

    @Test
    void postsAreComparedWithTheirMean() {
        CounterSeries posts = views(1, at(-3, 100), at(-2, 102), at(-1, 102), at(0, 110));
        float[] steps = steps(Map.of(Counter.VIEWS, views(1, at(0, 1)), Counter.POSTS, posts));

        double mean = 10.0 / 3;
        assertThat((double) steps[47 * WIDTH + 2]).isCloseTo(Math.log(9 / (mean + 1)), within(1e-5));
        assertThat((double) steps[46 * WIDTH + 2]).isCloseTo(Math.log(1 / (mean + 1)), within(1e-5));
        assertThat(steps[44 * WIDTH + 2]).isNaN();
    }

    @Test
    void engagementIsWhatViewersDidPerViewGained() {
        float[] steps = steps(Map.of(Counter.VIEWS, views(1, at(-1, 1000), at(0, 1100)), Counter.LIKES,
                views(1, at(-1, 5), at(0, 15))));

        assertThat((double) steps[47 * WIDTH + 3]).isCloseTo(0.1, within(1e-6));
        assertThat(steps[46 * WIDTH + 3]).isNaN();
    }

    @Property(tries = 50)
    void laterReadingsChangeNothing(@ForAll List<@IntRange(min = 0, max = 1_000_000) Integer> levels,
            @ForAll @IntRange(min = 0, max = 200) int hoursBack) {
        long[][] readings = new long[levels.size()][];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = at(-hoursBack + i, levels.get(i));
        }
        long[][] known = Arrays.stream(readings).filter(one -> one[0] <= NOW).toArray(long[][]::new);

        assertThat(steps(views(1, readings))).containsExactly(steps(views(1, known)));
    }

    @Test
    void stepFollowsHowOftenMostSeriesAreRead() {
        CounterSeries quarterHourly = every(900, 50);
        CounterSeries threeHourly = every(3 * HOUR, 50);
        CounterSeries daily = every(24 * HOUR, 4);

        assertThat(StepHistory.usualStep(List.of(quarterHourly), NOW)).isEqualTo(Duration.ofHours(1));
        assertThat(StepHistory.usualStep(List.of(threeHourly, threeHourly, daily), NOW)).isEqualTo(Duration.ofHours(3));
        assertThat(StepHistory.usualStep(List.of(daily), NOW)).isEqualTo(Duration.ofHours(24));
        assertThat(StepHistory.usualStep(List.of(), NOW)).isEqualTo(Duration.ofHours(1));
    }

    private static CounterSeries every(long seconds, int count) {
        long[][] readings = new long[count][];
        for (int i = 0; i < count; i++) {
            readings[i] = new long[]{NOW - seconds * (count - i), i};
        }
        return views(1, readings);
    }

    private static double growth(float[] steps, int index) {
        return steps[index * WIDTH];
    }

    private static float[] steps(CounterSeries views) {
        return steps(Map.of(Counter.VIEWS, views));
    }

    private static float[] steps(Map<Counter, CounterSeries> counters) {
        float[] steps = new float[StepHistory.STEPS * WIDTH];
        new StepHistory(new EntitySeries(EntityId.hashtag("a"), "s", counters), Counter.VIEWS, HOUR).fill(NOW, steps,
                0);
        return steps;
    }

    private static long[] at(int hour, long value) {
        return new long[]{NOW + hour * HOUR, value};
    }

    private static CounterSeries views(long resolution, long[]... readings) {
        long[] resolutions = new long[readings.length];
        Arrays.fill(resolutions, resolution);
        return CounterSeries.of(Arrays.stream(readings).mapToLong(one -> one[0]).toArray(),
                Arrays.stream(readings).mapToLong(one -> one[1]).toArray(), resolutions);
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
