package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ViewVelocityTest {

    private static final Instant POSTED = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void aReadingAtTheEdgeSpeaks() {
        assertThat(v15(60, 15, 150)).hasValue(10);
    }

    @Test
    void betweenReadingsNearTheEdgeViewsLieOnTheLine() {
        assertThat(v15(60, 10, 100, 20, 300)).hasValue(200 / 15.0);
    }

    @Test
    void postingCountsAsAReadingOfZero() {
        assertThat(v15(60, 20, 300)).hasValue(15);
    }

    @Test
    void theLastReadingSpeaksByItsOwnRateWhileNoLaterOneIsKnown() {
        assertThat(v15(15, 12, 120, 27, 9_000)).hasValue(10);
    }

    @Test
    void readingsFarFromTheEdgeTellNothing() {
        assertThat(v15(15, 9, 120)).isEmpty();
        assertThat(v15(60, 21, 300)).isEmpty();
        assertThat(v15(60, 5, 10, 30, 300)).isEmpty();
        assertThat(v15(60)).isEmpty();
    }

    @Test
    void beforeItsAgeIsReachedThereIsNone() {
        assertThat(v15(14, 14, 140)).isEmpty();
    }

    @Test
    void aFallIsNoLoss() {
        assertThat(v15(60, 10, 100, 20, 40)).hasValue(100 / 15.0);
    }

    @Property
    void whatIsReadLaterChangesNothing(@ForAll @IntRange(min = 1, max = 100) int first,
            @ForAll @IntRange(min = 1, max = 100) int second, @ForAll @IntRange(min = 15, max = 100) int asOf,
            @ForAll @IntRange(min = 1, max = 100) int later) {
        assertThat(v15(asOf, first, 500, second, 700, asOf + later, 9_999))
                .isEqualTo(v15(asOf, first, 500, second, 700));
    }

    /// @param readings minutes after posting and views, by turns
    private static OptionalDouble v15(int asOfMinutes, int... readings) {
        int n = readings.length / 2;
        long[] times = new long[n];
        long[] views = new long[n];
        long[] steps = new long[n];
        for (int i = 0; i < n; i++) {
            times[i] = POSTED.plus(Duration.ofMinutes(readings[2 * i])).getEpochSecond();
            views[i] = readings[2 * i + 1];
            steps[i] = 1;
        }
        return ViewVelocity.of(CounterSeries.of(times, views, steps), POSTED, QUARTER,
                POSTED.plus(Duration.ofMinutes(asOfMinutes)));
    }
}
