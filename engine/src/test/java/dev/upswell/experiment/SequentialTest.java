package dev.upswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.experiment.Sequential.Seen;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequentialTest {

    private static final double ERROR = 0.05;
    private static final int LOOKS = 60;
    private static final int UNITS_PER_LOOK = 100;

    /// Looks sixty times at an experiment of these chances; whether a difference was called, and whether the interval ever lost the truth.
    private static boolean[] lived(SplittableRandom random, double baseline, double treated) {
        long one = 0;
        long other = 0;
        boolean called = false;
        boolean lost = false;
        for (int look = 1; look <= LOOKS; look++) {
            for (int i = 0; i < UNITS_PER_LOOK; i++) {
                one += random.nextDouble() < baseline ? 1 : 0;
                other += random.nextDouble() < treated ? 1 : 0;
            }
            long units = (long) look * UNITS_PER_LOOK;
            Sequential now = Sequential.of(Seen.share(one, units), Seen.share(other, units), 0.02, ERROR);
            called |= now.p() <= ERROR;
            lost |= now.low() > treated - baseline || now.high() < treated - baseline;
        }
        return new boolean[]{called, lost};
    }

    @Test
    void lookingOftenCallsNoMoreFalseDifferencesThanItSays() {
        var random = new SplittableRandom(11);
        int called = 0;
        int lost = 0;
        for (int i = 0; i < 1_000; i++) {
            called += lived(random, 0.1, 0.1)[0] ? 1 : 0;
            lost += lived(random, 0.1, 0.13)[1] ? 1 : 0;
        }
        assertThat(called / 1_000.0).isLessThanOrEqualTo(0.05);
        assertThat(lost / 1_000.0).as("intervals that ever lost the truth").isLessThanOrEqualTo(0.05);
    }

    @Test
    void aDifferenceThatIsThereIsFound() {
        var random = new SplittableRandom(12);
        int called = 0;
        for (int i = 0; i < 200; i++) {
            called += lived(random, 0.1, 0.13)[0] ? 1 : 0;
        }
        assertThat(called).isGreaterThan(190);
    }

    @Test
    void whatWasToldOnceStaysTold() {
        Sequential early = Sequential.of(new Seen(1_000, 0.1, 0.09), new Seen(1_000, 0.16, 0.13), 0.02, ERROR);
        Sequential later = Sequential.of(new Seen(1_100, 0.1, 0.09), new Seen(1_100, 0.12, 0.11), 0.02, ERROR);

        assertThat(early.p()).isLessThan(ERROR);
        assertThat(later.p()).isGreaterThan(ERROR);
        assertThat(later.after(early).p()).isEqualTo(early.p());
        assertThat(later.after(early).low()).isEqualTo(Math.max(early.low(), later.low()));
    }

    @Test
    void aFewUnitsThatAllDidTheSameProveNothing() {
        assertThat(Sequential.of(Seen.share(1, 50), Seen.share(1, 1), 0.05, ERROR).p()).isGreaterThan(0.5);
        assertThat(Sequential.of(Seen.share(0, 20), Seen.share(2, 2), 0.05, ERROR).p()).isGreaterThan(0.5);
        assertThat(Sequential.of(Seen.share(0, 1_000), Seen.share(1_000, 1_000), 0.05, ERROR).p()).isLessThan(1e-6);
    }

    @Test
    void nothingSeenTellsNothing() {
        Sequential nothing = Sequential.of(new Seen(0, 0, 0), new Seen(0, 0, 0), 0.02, ERROR);

        assertThat(nothing.p()).isEqualTo(1);
        assertThat(nothing.high()).isInfinite();
        assertThatThrownBy(() -> Sequential.of(new Seen(0, 0, 0), new Seen(0, 0, 0), 0, ERROR))
                .hasMessageContaining("must be above 0");
    }

    @Test
    void looksThatContradictEachOtherLeaveAnIntervalThatHoldsBoth() {
        Sequential up = Sequential.of(Seen.share(100, 1_000), Seen.share(400, 1_000), 0.1, ERROR);
        Sequential down = Sequential.of(Seen.share(400, 1_000), Seen.share(100, 1_000), 0.1, ERROR);

        Sequential both = down.after(up);

        assertThat(both.low()).isEqualTo(down.low()).isLessThan(up.low());
        assertThat(both.high()).isEqualTo(up.high()).isGreaterThan(down.high());
        assertThatThrownBy(() -> new Sequential(0, 1, -1, 1)).hasMessageContaining("must be ordered");
    }
}
