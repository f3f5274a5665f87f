package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {

    @Property(tries = 100)
    void distanceIsTheLargestGapAtAnyValueWithTies(@ForAll int seed, @ForAll @IntRange(min = 1, max = 30) int levels,
            @ForAll @IntRange(min = 1, max = 50) int size) {
        Random random = new Random(seed);
        double[] left = random.ints(size, 0, levels).asDoubleStream().sorted().toArray();
        double[] right = random.ints(17, 0, levels).asDoubleStream().sorted().toArray();

        double largest = 0;
        for (int level = 0; level < levels; level++) {
            double at = level;
            largest = Math.max(largest, Math.abs(Arrays.stream(left).filter(v -> v <= at).count() / (double) size
                    - Arrays.stream(right).filter(v -> v <= at).count() / 17.0));
        }
        assertThat(KolmogorovSmirnov.distance(left, right)).isCloseTo(largest, within(1e-12));
    }

    @Test
    void pValuesEqualTheTablesOfKolmogorov() {
        assertThat(KolmogorovSmirnov.pValue(1.2238)).isCloseTo(0.10, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.3581)).isCloseTo(0.05, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(1.6276)).isCloseTo(0.01, within(1e-4));
        assertThat(KolmogorovSmirnov.pValue(0)).isEqualTo(1);
    }

    @Test
    void pValueWithEstimatedScaleIsTheMeanOverItsScatter() {
        Random random = new Random(7);
        int degrees = 12;
        double sum = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            double scale = 0;
            for (int j = 0; j < degrees; j++) {
                double normal = random.nextGaussian();
                scale += normal * normal / degrees;
            }
            sum += KolmogorovSmirnov.pValue(1.5 * Math.sqrt(scale));
        }
        assertThat(KolmogorovSmirnov.pValue(1.5, degrees)).isCloseTo(sum / draws, within(0.002));
    }

    @Property(tries = 100)
    void pValuesFallWithTheDistanceAndWithKnowledge(@ForAll @IntRange(min = 1, max = 400) int hundredths) {
        double scaled = hundredths / 100.0;

        assertThat(KolmogorovSmirnov.pValue(scaled + 0.01, 10))
                .isLessThanOrEqualTo(KolmogorovSmirnov.pValue(scaled, 10));
        if (scaled > 1.2) {
            assertThat(KolmogorovSmirnov.pValue(scaled, 10)).isGreaterThanOrEqualTo(KolmogorovSmirnov.pValue(scaled));
        }
    }

    @Test
    void emptySamplesAndTooFewDegreesAreRefused() {
        assertThatThrownBy(() -> KolmogorovSmirnov.distance(new double[0], new double[]{1}))
                .hasMessageContaining("(0 and 1 values) must both have a value");
        assertThatThrownBy(() -> KolmogorovSmirnov.pValue(1, 2)).hasMessageContaining("too few entities");
    }
}
