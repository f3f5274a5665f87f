package dev.upswell.forecast.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachTargetTest {

    private static final long POSTED = 1_000_000;
    private static final long HOUR = 3600;

    @Test
    void viewsAtADayLieOnTheLineBetweenTheReadingsAroundIt() {
        var views = series(20, 100, 28, 180);

        assertThat(ReachTarget.DAY.outcome(POSTED, views)).hasValueSatisfying(outcome -> {
            assertThat(ReachTarget.views(outcome.logViews())).isCloseTo(140, within(1e-6));
            assertThat(outcome.knownAt()).isEqualTo(POSTED + 28 * HOUR);
        });
    }

    @Test
    void readingAtExactlyADayTellsAtOnce() {
        assertThat(ReachTarget.DAY.outcome(POSTED, series(24, 99, 40, 500)))
                .hasValueSatisfying(outcome -> assertThat(outcome.knownAt()).isEqualTo(POSTED + 24 * HOUR));
    }

    @Test
    void nothingIsSaidWithoutReadingsOnBothSidesOrAcrossAWideGap() {
        assertThat(ReachTarget.DAY.outcome(POSTED, series(20, 100))).isEmpty();
        assertThat(ReachTarget.DAY.outcome(POSTED, series(30, 100))).isEmpty();
        assertThat(ReachTarget.DAY.outcome(POSTED, series(13, 100, 26, 200))).isEmpty();
    }

    @Test
    void settledViewsCountFromTheAgeOnThatTheyAreTakenFor() {
        var views = series(24 * 90, 5_000);

        assertThat(ReachTarget.SETTLED.outcome(POSTED, views)).hasValueSatisfying(outcome -> {
            assertThat(ReachTarget.views(outcome.logViews())).isCloseTo(5_000, within(1e-6));
            assertThat(outcome.knownAt()).isEqualTo(POSTED + 7 * 24 * HOUR);
        });
        assertThat(ReachTarget.SETTLED.outcome(POSTED, series(24 * 6, 5_000))).isEmpty();
    }

    @Test
    void ageWithinTheStagesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReachTarget(Duration.ofHours(6), false))
                .withMessageContaining("beyond the last stage");
    }

    private static CounterSeries series(long... hoursAndViews) {
        int size = hoursAndViews.length / 2;
        long[][] columns = new long[3][size];
        for (int i = 0; i < size; i++) {
            columns[0][i] = POSTED + hoursAndViews[2 * i] * HOUR;
            columns[1][i] = hoursAndViews[2 * i + 1];
            columns[2][i] = 1;
        }
        return CounterSeries.of(columns[0], columns[1], columns[2]);
    }
}
