package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMixTest {

    @Test
    void mixesAsTheJdksSplittableRandomDoes() {
        SplittableRandom reference = new SplittableRandom(17);

        for (int i = 1; i <= 100; i++) {
            assertThat(SplitMix.mix(17 + i * SplitMix.GOLDEN)).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void unitsLieBelowOne() {
        assertThat(SplitMix.unit(-1)).isLessThan(1).isGreaterThan(0.999);
        assertThat(SplitMix.unit(0)).isZero();
    }
}
