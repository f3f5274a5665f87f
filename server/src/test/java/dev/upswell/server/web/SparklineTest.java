package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final Instant START = Instant.parse("2026-01-14T00:00:00Z");

    @Test
    void gapsBreakTheLine() {
        Sparkline line = Sparkline.of(points(1.0, 2.0, null, null, 4.0, 5.0), null);

        assertThat(line.runs()).hasSize(2);
        assertThat(line.outlook()).isEmpty();
        assertThat(line.band()).isEmpty();
    }

    @Test
    void theLineSpansTheBoxFromLowToHigh() {
        assertThat(Sparkline.of(points(1.0, 3.0), null).runs()).containsExactly("3.0,35.0 147.0,3.0");
    }

    @Test
    void theOutlookContinuesTheLastKnownValue() {
        Sparkline line = Sparkline.of(points(0.0, 10.0),
                new Outlook(START.plus(Duration.ofHours(2)), 10, 15, 20));

        assertThat(line.runs()).containsExactly("3.0,35.0 75.0,19.0");
        assertThat(line.outlook()).isEqualTo("75.0,19.0 147.0,11.0");
        assertThat(line.band()).isEqualTo("75.0,19.0 147.0,3.0 147.0,19.0");
    }

    @Test
    void nothingKnownDrawsNothing() {
        assertThat(Sparkline.of(points(null, null), null).runs()).isEmpty();
        assertThat(Sparkline.of(List.of(), null).runs()).isEmpty();
    }

    @Test
    void longSeriesAreThinnedAndKeepTheirLastValue() {
        List<Point> points = IntStream.rangeClosed(0, 2_000)
                .mapToObj(hour -> new Point(START.plus(Duration.ofHours(hour)), (double) hour)).toList();

        String run = Sparkline.of(points, null).runs().getFirst();

        assertThat(run.split(" ")).hasSize(80);
        assertThat(run).endsWith("147.0,3.0");
    }

    private static List<Point> points(@Nullable Double... values) {
        List<@Nullable Double> list = Arrays.asList(values);
        return IntStream.range(0, list.size())
                .mapToObj(hour -> new Point(START.plus(Duration.ofHours(hour)), list.get(hour))).toList();
    }
}
