package dev.upswell.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightedMedianTest {

    @Test
    void halfOfAllWeightLiesBelowIt() {
        assertThat(WeightedMedian.of(new double[]{5, 1, 3}, new double[]{1, 1, 1}, 3)).isEqualTo(3);
        assertThat(WeightedMedian.of(new double[]{5, 1, 3}, new double[]{9, 1, 1}, 3)).isEqualTo(5);
        assertThat(WeightedMedian.of(new double[]{2, 1, 7}, new double[]{1, 1, 9}, 2)).isEqualTo(1);
        assertThat(WeightedMedian.of(new double[0], new double[0], 0)).isNaN();
    }

    @Property(tries = 100)
    void isWhatSortingAllValuesGives(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(size).map(x -> Math.rint(x * 50)).toArray();
        double[] weights = random.doubles(size).toArray();

        List<Integer> order = IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
        double half = 0;
        for (double weight : weights) {
            half += weight / 2;
        }
        int at = 0;
        for (half -= weights[order.getFirst()]; half > 0; half -= weights[order.get(at)]) {
            at++;
        }

        assertThat(WeightedMedian.of(values, weights, size)).isEqualTo(values[order.get(at)]);
    }
}
