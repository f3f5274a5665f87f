package dev.upswell.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingSeriesTest {

    private final GrowingSeries growing = new GrowingSeries();

    @Test
    void aSeriesHoldsWhatWasAddedSinceTheLastOne() {
        growing.add(60, 5, 1);
        assertThat(growing.isEmpty()).isFalse();
        assertThat(told(growing.cut())).isEqualTo("60:5/1");

        growing.add(180, 9, 10);
        growing.add(120, 7, 10);

        assertThat(told(growing.cut())).isEqualTo("120:7/10 180:9/10");
        assertThat(growing.isEmpty()).isTrue();
    }

    @Test
    void aLongSeriesOutgrowsTheBuffers() {
        IntStream.range(0, 1_000).forEach(second -> growing.add(second, 3L * second, 1));

        CounterSeries series = growing.cut();

        assertThat(series.size()).isEqualTo(1_000);
        assertThat(series.valueAt(999)).isEqualTo(2_997);
    }

    private static String told(CounterSeries series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> series.epochSecondAt(i) + ":" + series.valueAt(i) + "/" + series.resolutionAt(i))
                .reduce((one, other) -> one + " " + other).orElse("");
    }
}
