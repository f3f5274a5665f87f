package dev.upswell.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class ViewingTest {

    @Test
    void sharesArePartsOfOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewing(45.0, null, null, null, null, null, null, null))
                .withMessage("completion rate (45.0) must lie in [0, 1]\nMaybe it was told in percent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewing(null, null, Double.NaN, null, null, null, null, null))
                .withMessageStartingWith("rewatch ratio (NaN) must lie in [0, 1]");
    }

    @Test
    void nobodyComesBackBetweenThreeAndFiveSeconds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewing(null, null, null, 0.5, 0.6, null, null, null))
                .withMessageStartingWith("retention at 5 s (0.6) must be at most that at 3 s (0.5)");
        assertThatNoException().isThrownBy(() -> new Viewing(null, null, null, 0.5, 0.5, null, null, null));
    }

    @Test
    void whatIsToldLaterStandsBesideWhatWasToldBefore() {
        Viewing first = new Viewing(0.4, 10.0, null, 0.7, 0.5, 8L, null, 3L);
        Viewing later = new Viewing(0.3, null, null, null, 0.6, null, 2L, 0L);

        assertThat(later.withEarlier(first)).isEqualTo(new Viewing(0.3, 10.0, null, 0.7, 0.6, 8L, 2L, 0L));
        assertThat(Viewing.NONE.withEarlier(first)).isEqualTo(first);
        assertThat(first.withEarlier(Viewing.NONE)).isEqualTo(first);
    }

    @Test
    void anEarlierRetentionThatContradictsALaterOneIsNoLongerBelieved() {
        Viewing first = new Viewing(null, null, null, 0.5, 0.4, null, null, null);

        assertThat(new Viewing(null, null, null, null, 0.6, null, null, null).withEarlier(first))
                .isEqualTo(new Viewing(null, null, null, null, 0.6, null, null, null));
        assertThat(new Viewing(null, null, null, 0.3, null, null, null, null).withEarlier(first))
                .isEqualTo(new Viewing(null, null, null, 0.3, null, null, null, null));
    }

    @Test
    void timesAndCountsAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewing(null, -1.0, null, null, null, null, null, null))
                .withMessageStartingWith("average watch time (-1.0 s) must be at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Viewing(null, null, null, null, null, 1L, -2L, null))
                .withMessageStartingWith("link clicks (-2) must be at least 0");
    }
}
