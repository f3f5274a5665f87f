package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmoothQuantileTest {

    @Test
    void itIsWhatTheQuantileIsOnAverageOverAllResamples() {
        double[] values = {0.01, 0.04, 0.05, 0.11, 0.3};

        // of five values the second, third and fourth in order are the quantiles 1/3, 1/2 and 2/3
        for (int place = 2; place <= 4; place++) {
            assertThat(SmoothQuantile.ofSorted(values, place / 6.0)).isEqualTo(overAllResamples(values, place),
                    within(1e-12));
        }
    }

    @Test
    void everyValueAddsToIt() {
        double[] values = {1, 2, 3, 4, 5};
        for (int i = 0; i < values.length; i++) {
            double[] other = values.clone();
            other[i] += 0.5;
            assertThat(SmoothQuantile.ofSorted(other, .25)).isGreaterThan(SmoothQuantile.ofSorted(values, .25));
        }
        assertThat(SmoothQuantile.ofSorted(new double[]{7}, .25)).isEqualTo(7, within(1e-12));
    }

    @Test
    void noValueAndNoQuantileAreRefused() {
        assertThatThrownBy(() -> SmoothQuantile.ofSorted(new double[0], .5))
                .hasMessageContaining("quantile (0.5 of 0 values)");
        assertThatThrownBy(() -> SmoothQuantile.ofSorted(new double[]{1}, 1)).hasMessageContaining("quantile (1.0");
    }

    /// The mean of the value at this place, from 1, over all samples with replacement.
    private static double overAllResamples(double[] values, int place) {
        int samples = (int) Math.pow(values.length, values.length);
        double sum = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] drawn = new double[values.length];
            int rest = sample;
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = values[rest % values.length];
                rest /= values.length;
            }
            Arrays.sort(drawn);
            sum += drawn[place - 1];
        }
        return sum / samples;
    }
}
