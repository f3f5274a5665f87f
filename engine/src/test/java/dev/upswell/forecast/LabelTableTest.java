package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTableTest {

    private static final long CUT = Worlds.START.getEpochSecond();
    private static final SurgeProtocol SMALL = SurgeProtocol.DAILY.minEligible(2);

    @Test
    void aSurgeLiesStrictlyAboveTheBarAmongTheEligible() {
        Map<EntityId, CounterSeries> world = new LinkedHashMap<>();
        for (int i = 0; i <= 20; i++) {
            world.put(EntityId.hashtag("t" + (char) ('a' + i)), counter(0, 10_000, 24, 10_000 + 100 * i));
        }
        world.put(EntityId.hashtag("small"), counter(0, 9_999, 24, 90_000));
        world.put(EntityId.hashtag("gone"), counter(0, 50_000));

        CutLabels labels = CutLabels.of(Worlds.book(world, SMALL), CUT).orElseThrow();

        assertThat(labels.size()).isEqualTo(21);
        assertThat(labels.bar(0)).isCloseTo(Math.log(1.19), within(1e-9));
        assertThat(labels.surges()).isEqualTo(1);
    }

    @Test
    void noGrowthIsNoSurge() {
        Map<EntityId, CounterSeries> world = Map.of(EntityId.hashtag("a"), counter(0, 20_000, 24, 20_000),
                EntityId.hashtag("b"), counter(0, 20_000, 24, 19_000));

        assertThat(CutLabels.of(Worlds.book(world, SMALL), CUT).orElseThrow().surges()).isZero();
    }

    @Test
    void aLevelIsTheLastReadingOfTwelveHours() {
        EntityBook book = Worlds.book(Map.of(EntityId.hashtag("a"), counter(-12, 20_000, -13, 10_000)), SMALL);

        assertThat(book.level(0, CUT)).hasValue(20_000);
        assertThat(book.level(0, CUT + 1)).isEmpty();
    }

    @Test
    void readingsOfZeroViewsAreNoLevels() {
        EntityBook book = Worlds.book(Map.of(EntityId.hashtag("a"), counter(-2, 20_000, -1, 0)), SMALL);

        assertThat(book.level(0, CUT)).hasValue(20_000);
    }

    @Test
    void aCutWithTooFewEligibleHasNoLabels() {
        Map<EntityId, CounterSeries> world = Map.of(EntityId.hashtag("a"), counter(0, 20_000, 24, 20_000));

        assertThat(CutLabels.of(Worlds.book(world, SMALL), CUT)).isEmpty();
    }

    @Test
    void outcomesOfOverlappingCutsAreKnownADayLaterOnly() {
        SurgeProtocol quarterly = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(2);
        EntityBook book = Worlds.book(Worlds.hourly(10, 6, 1), quarterly);
        long noon = CUT + 3 * 86_400 + 43_200;
        LabelTable whole = LabelTable.of(book, CUT, CUT + 5 * 86_400);
        LabelTable then = LabelTable.of(book, CUT, noon);

        assertThat(then.all()).last().extracting(CutLabels::cut).isEqualTo(noon - 86_400);
        assertThat(whole.all()).hasSizeGreaterThan(then.all().size());
        assertThat(whole.context(noon, 0)).isEqualTo(then.context(noon, 0));
        assertThat(Arrays.deepEquals(SurgeRows.CutRows.of(book, HashtagFeatures.RECIPE, whole, noon).rows(),
                SurgeRows.CutRows.of(book, HashtagFeatures.RECIPE, then, noon).rows())).isTrue();
    }

    @Test
    void theRecentBarIsTheMeanOfTheBarsThatBecameKnownWithinSevenDaysBothEndsIncluded() {
        EntityBook book = Worlds.book(Worlds.hourly(20, 12, 1), SMALL);
        LabelTable table = LabelTable.of(book, CUT, CUT + 11 * 86_400);

        double mean = table.all().stream().filter(one -> one.cut() >= CUT + 2 * 86_400 && one.cut() <= CUT + 9 * 86_400)
                .mapToDouble(one -> one.bar(0)).average().orElseThrow();

        assertThat(table.context(CUT + 10 * 86_400, 0).recentBar()).isEqualTo(mean);
    }

    @Test
    void cutsLieAtWholeMultiples() {
        assertThat(LabelTable.grid(CUT + 1, CUT + 86_400, 21_600)).containsExactly(CUT + 21_600, CUT + 43_200,
                CUT + 64_800, CUT + 86_400);
    }

    @Test
    void theOutcomeOfALookIsTakenAtTheNextAndCountsByTheTimeBetween() {
        Map<EntityId, CounterSeries> world = Map.of(video(1, 48), counter(0, 1_000, 5, 9_999, 36, 2_000, 60, 9_999),
                video(2, 48), counter(0, 1_000, 36, 8_000), video(3, 48), counter(0, 1_000, 11, 8_000));

        CutLabels labels = CutLabels.of(videos(world), CUT).orElseThrow();

        assertThat(labels.knownAt()).isEqualTo(CUT + 36 * 3600);
        assertThat(labels.growths()).containsExactly(new double[]{Math.log(2) * 24 / 36, Math.log(8) * 24 / 36},
                within(1e-12));
        assertThat(CutLabels.of(videos(world), CUT + 3600)).as("nobody was read in the hour before").isEmpty();
    }

    @Test
    void theBarIsOnePerBandOfAgeAndABandWithTooFewHasNone() {
        Map<EntityId, CounterSeries> world = new LinkedHashMap<>();
        for (int i = 0; i < 21; i++) {
            world.put(video(i, 3), counter(0, 1_000, 24, 10_000 + 100 * i));
            world.put(video(100 + i, 400), counter(0, 1_000, 24, 1_000 + i));
        }
        world.put(video(200, 30), counter(0, 1_000, 24, 1_100));

        CutLabels labels = CutLabels.of(videos(world), CUT).orElseThrow();

        assertThat(labels.size()).isEqualTo(42);
        assertThat(labels.bars()).hasSize(5);
        assertThat(labels.bars()[0]).isCloseTo(Math.log(11.9), within(1e-9));
        assertThat(labels.bars()[4]).isCloseTo(Math.log(1.019), within(1e-9));
        assertThat(labels.surges()).isEqualTo(2);
        assertThat(labels.knows(2)).isFalse();
    }

    private static EntityBook videos(Map<EntityId, CounterSeries> views) {
        return Worlds.book(views, SurgeProtocol.of(EntityKind.VIDEO, Duration.ofHours(24)).minEligible(2));
    }

    /// A video posted so many hours before the cut: its id says when.
    private static EntityId video(int number, int ageHours) {
        return EntityId.video(Long.toString((CUT - ageHours * 3600L << 32) + number));
    }

    private static CounterSeries counter(long... hoursAndValues) {
        int size = hoursAndValues.length / 2;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        Arrays.fill(resolutions, 1);
        for (int i = 0; i < size; i++) {
            times[i] = CUT + hoursAndValues[2 * i] * 3600;
            values[i] = hoursAndValues[2 * i + 1];
        }
        return CounterSeries.of(times, values, resolutions);
    }
}
