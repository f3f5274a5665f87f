package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
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

        CutLabels labels = CutLabels.of(HashtagBook.of(world), SMALL, CUT).orElseThrow();

        assertThat(labels.size()).isEqualTo(21);
        assertThat(labels.bar()).isCloseTo(Math.log(1.19), within(1e-9));
        assertThat(labels.surges()).isEqualTo(1);
    }

    @Test
    void noGrowthIsNoSurge() {
        Map<EntityId, CounterSeries> world = Map.of(EntityId.hashtag("a"), counter(0, 20_000, 24, 20_000),
                EntityId.hashtag("b"), counter(0, 20_000, 24, 19_000));

        assertThat(CutLabels.of(HashtagBook.of(world), SMALL, CUT).orElseThrow().surges()).isZero();
    }

    @Test
    void aLevelIsTheLastReadingOfTwelveHours() {
        HashtagBook book = HashtagBook.of(Map.of(EntityId.hashtag("a"), counter(-12, 20_000, -13, 10_000)));

        assertThat(book.level(0, CUT)).hasValue(20_000);
        assertThat(book.level(0, CUT + 1)).isEmpty();
    }

    @Test
    void readingsOfZeroViewsAreNoLevels() {
        HashtagBook book = HashtagBook.of(Map.of(EntityId.hashtag("a"), counter(-2, 20_000, -1, 0)));

        assertThat(book.level(0, CUT)).hasValue(20_000);
    }

    @Test
    void aCutWithTooFewEligibleHasNoLabels() {
        Map<EntityId, CounterSeries> world = Map.of(EntityId.hashtag("a"), counter(0, 20_000, 24, 20_000));

        assertThat(CutLabels.of(HashtagBook.of(world), SMALL, CUT)).isEmpty();
    }

    @Test
    void outcomesOfOverlappingCutsAreKnownADayLaterOnly() {
        SurgeProtocol quarterly = new SurgeProtocol(Duration.ofHours(6), 10_000, 2);
        HashtagBook book = HashtagBook.of(Worlds.hourly(10, 6, 1));
        long noon = CUT + 3 * 86_400 + 43_200;
        LabelTable whole = LabelTable.of(book, quarterly, CUT, CUT + 5 * 86_400);
        LabelTable then = LabelTable.of(book, quarterly, CUT, noon);

        assertThat(then.all()).last().extracting(CutLabels::cut).isEqualTo(noon - 86_400);
        assertThat(whole.all()).hasSizeGreaterThan(then.all().size());
        assertThat(whole.context(noon)).isEqualTo(then.context(noon));
        assertThat(Arrays.deepEquals(SurgeRows.CutRows.of(book, quarterly, whole, noon).rows(),
                SurgeRows.CutRows.of(book, quarterly, then, noon).rows())).isTrue();
    }

    @Test
    void theRecentBarIsTheMeanOfTheBarsThatBecameKnownWithinSevenDaysBothEndsIncluded() {
        HashtagBook book = HashtagBook.of(Worlds.hourly(20, 12, 1));
        LabelTable table = LabelTable.of(book, SMALL, CUT, CUT + 11 * 86_400);

        double mean = table.all().stream().filter(one -> one.cut() >= CUT + 2 * 86_400 && one.cut() <= CUT + 9 * 86_400)
                .mapToDouble(CutLabels::bar).average().orElseThrow();

        assertThat(table.context(CUT + 10 * 86_400).recentBar()).isEqualTo(mean);
    }

    @Test
    void cutsLieAtWholeMultiples() {
        assertThat(LabelTable.grid(CUT + 1, CUT + 86_400, 21_600)).containsExactly(CUT + 21_600, CUT + 43_200,
                CUT + 64_800, CUT + 86_400);
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
