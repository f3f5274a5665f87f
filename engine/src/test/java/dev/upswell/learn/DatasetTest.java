package dev.upswell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private final Dataset rows = Rows.linear(100, 1, 0);

    @Test
    void findsTheFirstRowAtOrAfterASecond() {
        assertThat(rows.firstAt(-1)).isZero();
        assertThat(rows.firstAt(86_400)).isEqualTo(20);
        assertThat(rows.firstAt(86_401)).isEqualTo(40);
        assertThat(rows.firstAt(Long.MAX_VALUE)).isEqualTo(100);
    }

    @Test
    void theFingerprintTellsEveryChange() {
        float[] labels = rows.labels().clone();
        labels[7] = 1 - labels[7];

        assertThat(Fingerprint.of(rows)).isEqualTo(Fingerprint.of(Rows.linear(100, 1, 0)))
                .isNotEqualTo(Fingerprint.of(rows.withLabels(labels)))
                .isNotEqualTo(Fingerprint.of(rows.slice(0, 99))).hasSize(64);
    }

    @Test
    void anArrayOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Dataset(List.of("x"), new float[2], new float[2], new int[1], new long[2]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must have one of each per row");
    }
}
