package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CounterSeriesTest {

    private static final EntityId TAG = EntityId.hashtag("tag");

    @Test
    void readingIsNotKnownBeforeTheFractionOfASecondInWhichItWasTaken() {
        CounterSeries views = EntitySeries.of(TAG, "api", List.of(reading("2025-05-01T10:00:00.400Z", 7)))
                .counter(Counter.VIEWS).orElseThrow();

        assertThat(views.levelAt(Instant.parse("2025-05-01T10:00:00Z"), Duration.ofHours(1))).isEmpty();
        assertThat(views.until(Instant.parse("2025-05-01T10:00:00Z")).size()).isZero();
        assertThat(views.levelAt(Instant.parse("2025-05-01T10:00:01Z"), Duration.ofHours(1))).hasValue(7);
    }

    @Test
    void columnShorterThanTheRangeIsRefusedInsteadOfFilledWithZeros() {
        long[] two = {1, 2};
        long[] one = {5};

        assertThatThrownBy(() -> CounterSeries.of(two, one, two, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CounterSeries.of(two, two, one, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CounterSeries.of(one, two, two, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(CounterSeries.of(two, two, two, 1, 2).size()).isEqualTo(1);
    }

    @Property(tries = 200)
    void aReadingSoughtFromAnEarlierOneIsTheOneSoughtFromTheStart(@ForAll long seed) {
        Random random = new Random(seed);
        long[] times = random.longs(random.nextInt(40), 0, 1000).distinct().sorted().toArray();
        CounterSeries series = CounterSeries.of(times, times, times);
        long second = random.nextLong(-10, 1010);
        int found = series.lastIndexAt(second);

        for (int from = -1; from <= found; from++) {
            assertThat(series.lastIndexAt(second, from)).isEqualTo(found);
        }
    }

    @Test
    void lastReadingOfAFetchWindowStandsForItAndTheWindowIsClosedAtItsEnd() {
        CounterSeries series = CounterSeries.of(new long[]{0, 1, 600, 900, 901, 1799, 1801},
                new long[]{1, 2, 3, 4, 5, 6, 7}, new long[]{1, 1, 1, 1, 1, 1, 1});

        CounterSeries kept = series.lastOfEachFetchWindow();

        assertThat(kept.times()).containsExactly(0, 900, 1799, 1801);
        assertThat(kept.values()).containsExactly(1, 4, 6, 7);
        assertThat(kept.lastOfEachFetchWindow()).isSameAs(kept);
    }

    @Test
    void flipWithinOneFetchWindowIsNeitherAFallNorAGain() {
        EntitySeries series = EntitySeries.of(TAG, "api", List.of(reading("2025-05-01T09:00:00Z", 5_400_000),
                reading("2025-05-01T09:20:00Z", 5_400_000), reading("2025-05-01T09:25:00Z", 5_300_000),
                reading("2025-05-01T09:29:00Z", 5_400_000), reading("2025-05-01T10:00:00Z", 5_400_000)));
        WindowWalk walk = new WindowWalk(new EntityCurves(series, null).of(Counter.VIEWS), 3600);

        assertThat(walk.moveTo(Instant.parse("2025-05-01T10:00:00Z").getEpochSecond())).isTrue();
        assertThat(walk.gain()).isZero();
        assertThat(series.falls(Instant.EPOCH)).isEmpty();
    }

    private static Observation reading(String at, long views) {
        return new Observation(TAG, "api", Instant.parse(at), Counts.views(Count.displayed(views)));
    }
}
