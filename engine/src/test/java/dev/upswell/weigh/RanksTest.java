package dev.upswell.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class RanksTest {

    private final SplittableRandom random = new SplittableRandom(9);

    @Test
    void equalValuesShareTheirRank() {
        assertThat(Ranks.middle(new double[]{5, 1, 5, 9})).containsExactly(0.5, 0.125, 0.5, 0.875);
    }

    @Test
    void correlationOfRanksIsSpearmansWhereValuesCountSeveralTimes() {
        for (int round = 0; round < 50; round++) {
            double[] one = IntStream.range(0, 40).mapToDouble(_ -> random.nextInt(12)).toArray();
            double[] other = IntStream.range(0, 40).mapToDouble(i -> one[i] + random.nextInt(15)).toArray();
            int[] counts = IntStream.range(0, 40).map(_ -> random.nextInt(4)).toArray();

            double found = Ranks.correlation(Ranks.of(one).counting(counts), Ranks.of(other).counting(counts), counts);

            assertThat(found).isCloseTo(
                    new SpearmansCorrelation().correlation(repeated(one, counts), repeated(other, counts)),
                    within(1e-12));
        }
    }

    private static double[] repeated(double[] values, int[] counts) {
        return IntStream.range(0, values.length).boxed()
                .flatMapToDouble(i -> Arrays.stream(new double[counts[i]]).map(_ -> values[i])).toArray();
    }

    @Test
    void whatDoesNotVaryGoesAlongWithNothing() {
        assertThat(Ranks.correlation(new double[]{1, 1}, new double[]{1, 2}, new int[]{1, 1})).isZero();
        assertThat(Ranks.correlation(new double[]{1, 2}, new double[]{1, 2}, new int[]{0, 0})).isZero();
    }
}
