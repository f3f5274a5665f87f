package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LowerBoundTest {

    @Property
    void equalsALinearSearch(@ForAll @IntRange(min = -5, max = 5) int[] values,
            @ForAll @IntRange(min = -6, max = 6) int wanted) {
        Arrays.sort(values);

        long below = Arrays.stream(values).filter(value -> value < wanted).count();

        assertThat(LowerBound.of(values.length, i -> values[i] < wanted)).isEqualTo((int) below);
    }

    @Test
    void anEmptySequenceHasItsBorderAtZero() {
        assertThat(LowerBound.of(0, i -> true)).isZero();
    }
}
