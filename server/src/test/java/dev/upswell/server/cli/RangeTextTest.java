package dev.upswell.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.forecast.BacktestSummary;
import org.junit.jupiter.api.Test;

class RangeTextTest {

    @Test
    void saysHowManyOutcomesLayInTheirRange() {
        assertThat(RangeText.of(new BacktestSummary.Ranges(53_000, 0.9012, 0.0415)))
                .isEqualTo("What came in its 90 % range: 90.1 % of 53,000 outcomes; median width 0.042 in log growth.");
    }

    @Test
    void saysThatARangeWasNotMeasured() {
        assertThat(RangeText.of(null)).contains("not measured");
    }
}
