package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DrawnMeansTest {

    @Test
    void fewValuesAreDrawnToTheMeanOfAll() {
        DrawnMeans means = new DrawnMeans(2);
        means.add("a", 8, 2);
        means.add("b", 0, 6);

        assertThat(means.of("a")).isEqualTo((8 + 2 * 1.0) / 4);
        assertThat(means.of("b")).isEqualTo(2 * 1.0 / 8);
        assertThat(means.of("nobody")).isEqualTo(1);
    }

    @Test
    void withoutValuesThereIsNoMean() {
        assertThat(new DrawnMeans(5).of("a")).isZero();
        assertThatThrownBy(() -> new DrawnMeans(-1)).hasMessageContaining("doubt (-1.0) must be from 0");
    }
}
