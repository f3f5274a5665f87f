package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final int THROWS = 100_000;

    @Test
    void marksWeighOneOnAverageHoweverManyAreSummed() {
        assertThat(mean(dice -> Marks.sum(1, dice))).isCloseTo(1, within(0.05));
        assertThat(mean(dice -> Marks.sum(100, dice)) / 100).isCloseTo(1, within(0.02));
    }

    private static double mean(ToDoubleFunction<Dice> draw) {
        Dice dice = Dice.of(5, "test", 0);
        return IntStream.range(0, THROWS).mapToDouble(i -> draw.applyAsDouble(dice)).sum() / THROWS;
    }
}
