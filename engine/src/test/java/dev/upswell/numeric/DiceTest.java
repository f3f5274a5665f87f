package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int THROWS = 100_000;

    @Test
    void streamsOfOneSeedDiffer() {
        assertThat(IntStream.range(0, 1000).mapToLong(i -> Dice.of(1, i % 2 == 0 ? "a" : "b", i / 2).nextLong())
                .distinct())
                .hasSize(1000);
    }

    @Test
    void poissonHasItsMeanBelowAndAboveTheSwitchToNormal() {
        for (double mean : new double[]{0.1, 3, 29, 31, 500}) {
            assertThat(mean(dice -> dice.poisson(mean))).isCloseTo(mean, within(4 * Math.sqrt(mean / THROWS)));
        }
    }

    @Test
    void gaussianHasMeanZeroAndVarianceOne() {
        assertThat(mean(Dice::gaussian)).isCloseTo(0, within(0.02));
        assertThat(mean(dice -> Math.pow(dice.gaussian(), 2))).isCloseTo(1, within(0.02));
    }

    private static double mean(ToDoubleFunction<Dice> draw) {
        Dice dice = Dice.of(5, "test", 0);
        return IntStream.range(0, THROWS).mapToDouble(i -> draw.applyAsDouble(dice)).sum() / THROWS;
    }
}
