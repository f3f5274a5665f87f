package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentileRankTest {

    @Test
    void rankIsTheShareBelowPlusHalfOfTheEqualOnes() {
        double[] ascending = {-1, 0, 0, 5};

        assertThat(PercentileRank.of(ascending, -1)).isEqualTo(0.125);
        assertThat(PercentileRank.of(ascending, 0)).isEqualTo(0.5);
        assertThat(PercentileRank.of(ascending, 5)).isEqualTo(0.875);
        assertThat(PercentileRank.of(ascending, 9)).isEqualTo(1);
    }
}
