package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    @Property(tries = 200)
    void giniIsHalfTheRelativeMeanAbsoluteDifference(@ForAll long seed) {
        Random random = new Random(seed);
        long[] amounts = random.longs(1 + random.nextInt(24), 0, 1000).toArray();
        amounts[0]++;
        double differences = 0;
        for (long a : amounts) {
            for (long b : amounts) {
                differences += Math.abs(a - b);
            }
        }
        double expected = differences / (2.0 * amounts.length * Arrays.stream(amounts).sum());

        assertThat(Concentration.gini(amounts)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void simpsonIsZeroForOneHolderAndHalfForTwoEqualOnes() {
        assertThat(Concentration.simpson(new long[]{7, 0})).isZero();
        assertThat(Concentration.simpson(new long[]{50, 50})).isEqualTo(0.5);
    }

    @Test
    void nothingToShareIsRefused() {
        assertThatThrownBy(() -> Concentration.gini(new long[]{0, 0})).hasMessageContaining("must be positive");
    }
}
