package dev.upswell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttentionTest {

    @Test
    void whereNobodyLookedNothingIsSaid() {
        Attention nobody = new Attention(0, 0, 0, 0);

        assertThat(nobody.dwell()).isEmpty();
        assertThat(nobody.actionRate()).isEmpty();
    }

    @Test
    void oneTextHasATimeAndNoInterval() {
        assertThat(new Attention(1, 4, 0, 1).dwell()).hasValue(new Attention.Dwell(4, null, null));
    }

    /// By hand: 2, 4 and 6 s have mean 4 and variance 4; Student's 97.5 % quantile with 2 degrees is 4.3027; 4.3027 · √(4/3) = 4.968.
    @Test
    void theIntervalIsStudentsAndNeverBelowNothing() {
        Attention.Dwell dwell = new Attention(3, 4, 4, 1).dwell().orElseThrow();

        assertThat(dwell.low()).isZero();
        assertThat(dwell.high()).isCloseTo(8.968, within(0.001));
        assertThat(new Attention(4, 100, 16, 1).dwell().orElseThrow().low()).isCloseTo(100 - 3.1824 * 2, within(0.001));
    }

    @Test
    void moreActsThanTextsAreACountingError() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attention(1, 1, 0, 2))
                .withMessageContaining("acts among what was seen");
    }
}
