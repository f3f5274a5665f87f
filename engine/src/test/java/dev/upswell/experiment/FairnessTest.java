package dev.upswell.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Whether groups were dealt fairly, and what the past of their units takes out of the noise.
class FairnessTest {

    @Test
    void chiSquaredIsThatOfTheTables() {
        // 3.841 is exceeded by chance in 5 of 100 cases with two groups.
        double off = Math.sqrt(3.841 * 1_000 / 4) * 1;
        long more = Math.round(500 + off);
        assertThat(SampleRatio.of(new long[]{more, 1_000 - more}, new double[]{1, 1}).p()).isCloseTo(0.05,
                within(0.002));
        assertThat(SampleRatio.of(new long[]{500, 500}, new double[]{0.5, 0.5}).p()).isEqualTo(1);
        assertThat(SampleRatio.of(new long[]{900, 100}, new double[]{9, 1}).isOff()).isFalse();
        assertThat(SampleRatio.of(new long[]{50_000, 51_500}, new double[]{1, 1}).isOff()).isTrue();
    }

    @Test
    void groupsWithoutUnitsAreRefused() {
        assertThatThrownBy(() -> SampleRatio.of(new long[]{0, 0}, new double[]{1, 1}))
                .hasMessageContaining("two or more");
        assertThatThrownBy(() -> SampleRatio.of(new long[]{1, 2}, new double[]{1})).hasMessageContaining("two or more");
    }

    @Test
    void thePastTakesOutAsMuchOfTheVarianceAsItTells() {
        var random = new SplittableRandom(3);
        int units = 20_000;
        double[] before = new double[units];
        double[] during = new double[units];
        for (int i = 0; i < units; i++) {
            before[i] = 50 + 10 * random.nextGaussian();
            during[i] = 20 + 0.5 * before[i] + 5 * random.nextGaussian();
        }
        Cuped cuped = Cuped.of(during, before);
        double plain = 0;
        double less = 0;
        double mean = 0;
        for (int i = 0; i < units; i++) {
            plain += (during[i] - 45) * (during[i] - 45) / units;
            double adjusted = cuped.adjusted(during[i], before[i]);
            less += (adjusted - 45) * (adjusted - 45) / units;
            mean += (adjusted - during[i]) / units;
        }

        assertThat(cuped.slope()).isCloseTo(0.5, within(0.01));
        assertThat(cuped.explained()).as("half").isCloseTo(0.5, within(0.02));
        assertThat(less / plain).isCloseTo(1 - cuped.explained(), within(0.01));
        assertThat(mean).as("the mean stays").isCloseTo(0, within(1e-9));
    }

    @Test
    void aPastThatTellsNothingChangesNothing() {
        Cuped cuped = Cuped.of(new double[]{1, 2, 3}, new double[]{7, 7, 7});

        assertThat(cuped.explained()).isZero();
        assertThat(cuped.adjusted(2, 7)).isEqualTo(2);
        assertThatThrownBy(() -> Cuped.of(new double[]{1}, new double[]{1})).hasMessageContaining("two or more units");
    }
}
