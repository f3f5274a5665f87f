package dev.upswell.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashtagFeaturesTest {

    private static final EntityId TAG = EntityId.hashtag("tag");

    private static final Instant CUT = Instant.parse("2025-03-05T00:00:00Z");
    private static final long SECOND = CUT.getEpochSecond();
    private static final long HOUR = 3600;

    @Property(tries = 60)
    void laterReadingsChangeNoFeature(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int days) {
        List<CounterSeries> whole = new ArrayList<>();
        List<CounterSeries> known = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CounterSeries series = random(new Random(seed + i), days);
            whole.add(series);
            known.add(series.until(CUT));
        }

        assertThat(Arrays.deepEquals(rows(whole, PastOutcomes.NONE), rows(known, PastOutcomes.NONE))).isTrue();
    }

    @Property(tries = 40)
    void outcomesWhoseHorizonHasNotElapsedChangeNoFeature(@ForAll long seed) {
        Random random = new Random(seed);
        long[] cuts = new long[40];
        long[] knownAt = new long[40];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = SECOND + (i - 30) * 6 * HOUR;
            knownAt[i] = cuts[i] + 24 * HOUR;
        }
        double[] growths = random.doubles(40, -0.01, 0.1).toArray();
        double[] bars = random.doubles(40, 0.02, 0.06).toArray();
        double[] others = growths.clone();
        for (int i = 27; i < 40; i++) {
            others[i] = random.nextDouble();
        }
        List<CounterSeries> series = List.of(random(random, 20));

        float[][] known = rows(series, PastOutcomes.of(cuts, knownAt, growths, bars).knownAt(SECOND));
        float[][] changed = rows(series, PastOutcomes.of(cuts, knownAt, others, bars).knownAt(SECOND));

        assertThat(Arrays.deepEquals(known, changed)).isTrue();
    }

    @Property(tries = 60)
    void noFeatureIsEverInfinite(@ForAll long seed, @ForAll @DoubleRange(min = -0.05, max = 0.05) double bar) {
        Random random = new Random(seed);
        List<CounterSeries> series = List.of(random(random, 20), falling(random, 1), falling(random, 100),
                series(24, 20_000, 0, 19_000), rounded(100_000, 50, 5_300_000, 0, 5_200_000), series(0, 1),
                rounded(100_000, 48, 5_000_000, 24, 5_100_000, 0, 5_200_000));

        for (float[] row : rows(series, PastOutcomes.NONE, bar)) {
            assertThat(IntStream.range(0, row.length).filter(i -> Float.isInfinite(row[i]))
                    .mapToObj(HashtagFeatures.V1.names()::get)).isEmpty();
        }
    }

    @Test
    void whereNearlyAllShrinkASurgeStillNeedsOneStep() {
        float[] row = rows(List.of(rounded(100, 30, 50_000, 20, 50_100, 10, 50_200, 0, 50_200)), PastOutcomes.NONE,
                -0.03)[0];

        assertThat(value(row, "recent_bar")).isCloseTo(-0.03, within(1e-6));
        assertThat(value(row, "needed_steps")).isEqualTo(1);
        assertThat(value(row, "needed_growth")).isCloseTo(Math.log1p(100 / 50_200.0), within(1e-6));
        assertThat(value(row, "needed_pace_ratio")).isFinite();
        assertThat(value(row, "needed_ratio_2_steps")).isFinite();
    }

    @Test
    void growthFeaturesAreLogRatiosOfLevels() {
        CounterSeries series = series(48, 100_000, 24, 150_000, 3, 240_000, 0, 300_000);

        float[] row = row(series);

        assertThat(value(row, "growth_24h")).isCloseTo(Math.log(2), within(1e-6));
        assertThat(value(row, "growth_3h")).isCloseTo(Math.log(1.25), within(1e-6));
        assertThat(value(row, "growth_day_2")).isCloseTo(Math.log(1.5), within(1e-6));
        assertThat(value(row, "acceleration_24h")).isCloseTo(Math.log(2 / 1.5), within(1e-6));
        assertThat(value(row, "growth_7d")).isNaN();
    }

    @Test
    void stepsOfARoundedCounterTellHowMuchOfTheTickIsUsed() {
        CounterSeries series = rounded(100_000, 120, 5_000_000, 96, 5_100_000, 72, 5_200_000, 48, 5_300_000, 36,
                5_300_000, 24, 5_300_000, 12, 5_300_000, 0, 5_300_000);

        float[] row = row(series);

        assertThat(value(row, "hours_since_step")).isEqualTo(48);
        assertThat(value(row, "last_step_hours")).isEqualTo(24);
        assertThat(value(row, "steps_3d")).isEqualTo(1);
        assertThat(value(row, "steps_7d")).isEqualTo(3);
        assertThat(value(row, "expected_steps_24h")).isCloseTo(0.5, within(1e-6));
        assertThat(value(row, "tick_used")).isCloseTo(1, within(1e-6));
        assertThat(value(row, "tick_size")).isCloseTo(Math.log1p(1 / 53.0), within(1e-6));
    }

    @Test
    void aCounterThatNeverSteppedHasTheFeaturesThatNeedNoStep() {
        float[] row = row(rounded(100_000, 30, 5_000_000, 0, 5_000_000));

        for (String known : List.of("tick_size", "hours_since_change", "steps_7d", "needed_steps", "bar_margin",
                "drawdown", "falls_7d", "reading_age_hours", "readings_24h", "needed_growth", "forgetful_growth_2d",
                "bar_days_7d")) {
            assertThat(value(row, known)).as(known).isFinite();
            assertThat(definition(known).missing()).as(known).doesNotContain("steps");
        }
        for (String unknown : List.of("hours_since_step", "pace_1_steps", "tick_used", "needed_pace_ratio",
                "needed_ratio_2d", "needed_ratio_1_steps")) {
            assertThat(value(row, unknown)).as(unknown).isNaN();
            assertThat(definition(unknown).missing()).as(unknown).contains("steps");
        }
    }

    @Test
    void paceIsAGainRelativeToTheLevel() {
        float[] row = row(series(48, 100_000, 24, 150_000, 0, 200_000));

        assertThat(value(row, "pace_1_steps")).isCloseTo(0.25, within(1e-6));
        assertThat(definition("pace_1_steps").unit()).isEqualTo("ratio per day");
        assertThat(definition("forgetful_growth_2d").unit()).isEqualTo("ratio per day");
    }

    private static FeatureDefinition definition(String name) {
        return HashtagFeatures.V1.features().get(HashtagFeatures.V1.indexOf(name));
    }

    @Test
    void aFlipBetweenTwoRoundedValuesIsNoStep() {
        CounterSeries flipping = rounded(100_000, 60, 5_000_000, 48, 5_100_000, 36, 5_000_000, 24, 5_100_000, 12,
                5_000_000, 0, 5_000_000);

        float[] row = row(flipping);

        assertThat(value(row, "steps_7d")).isEqualTo(1);
        assertThat(value(row, "falls_7d")).isEqualTo(2);
        assertThat(value(row, "drawdown")).isCloseTo(Math.log(5.1 / 5.0), within(1e-6));
    }

    @Test
    void ranksCompareTheEntitiesOfTheCut() {
        float[][] rows = rows(List.of(series(24, 100, 0, 100), series(24, 100, 0, 300), series(24, 100, 0, 200),
                series(0, 500)), PastOutcomes.NONE);

        assertThat(Arrays.stream(rows).map(row -> (float) value(row, "rank_growth_24h"))).containsExactly(1 / 6f,
                5 / 6f,
                0.5f, Float.NaN);
    }

    @Test
    void everyColumnOfAVectorIsDefined() {
        assertThat(row(series(24, 100, 0, 100))).hasSize(HashtagFeatures.V1.size());
        assertThat(HashtagFeatures.V1.indexOf("growth_24h")).isEqualTo(3);
        assertThatThrownBy(() -> HashtagFeatures.V1.indexOf("growth_1y")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be in feature_set_v1");
    }

    @Test
    void readingsAfterTheCutCannotBeReached() {
        PastReadings past = PastReadings.asOf(series(1, 10, 0, 20, -1, 30), CUT);

        assertThat(past.size()).isEqualTo(2);
        assertThatThrownBy(() -> past.valueAt(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of the 2 known at the cut");
    }

    private static double value(float[] row, String name) {
        return row[HashtagFeatures.V1.indexOf(name)];
    }

    private static float[] row(CounterSeries series) {
        return rows(List.of(series), PastOutcomes.NONE)[0];
    }

    private static float[][] rows(List<CounterSeries> series, PastOutcomes outcomes) {
        return rows(series, outcomes, 0.02);
    }

    private static float[][] rows(List<CounterSeries> series, PastOutcomes outcomes, double bar) {
        return HashtagFeatures.at(new CutContext(CUT, bar, Duration.ofDays(1)), series.stream()
                .map(one -> new FeatureRecipe.Subject(PastReadings.asOf(one, CUT),
                        outcomes, Companions.asOf(new EntitySeries(TAG, "test", Map.of()), Counter.VIEWS, CUT)))
                .toList());
    }

    /// Readings as pairs of hours before the cut and value.
    private static CounterSeries series(long... hoursAndValues) {
        return rounded(1, hoursAndValues);
    }

    private static CounterSeries rounded(long resolution, long... hoursAndValues) {
        int size = hoursAndValues.length / 2;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = SECOND - hoursAndValues[2 * i] * HOUR;
            values[i] = hoursAndValues[2 * i + 1];
            resolutions[i] = resolution;
        }
        return CounterSeries.of(times, values, resolutions);
    }

    /// A counter that loses up to a percent at most readings and seldom gains.
    private static CounterSeries falling(Random random, long resolution) {
        long[] hoursAndValues = new long[160];
        double level = 900_000;
        for (int i = 0; i < 80; i++) {
            level *= random.nextInt(8) == 0 ? 1.004 : 1 - 0.01 * random.nextDouble();
            hoursAndValues[2 * i] = 3L * (79 - i);
            hoursAndValues[2 * i + 1] = Math.round(level / resolution) * resolution;
        }
        return rounded(resolution, hoursAndValues);
    }

    private static CounterSeries random(Random random, int days) {
        int size = days * 8 + 40;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        double level = 20_000 + random.nextInt(2_000_000);
        for (int i = 0; i < size; i++) {
            times[i] = SECOND - days * 24 * HOUR + i * 3 * HOUR + random.nextInt(1800);
            level *= 1 + 0.01 * random.nextDouble() * random.nextDouble() - (random.nextInt(20) == 0 ? 0.01 : 0);
            values[i] = Math.round(level / 100) * 100;
            resolutions[i] = 100;
        }
        return CounterSeries.of(times, values, resolutions);
    }
}
