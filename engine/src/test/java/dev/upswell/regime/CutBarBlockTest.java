package dev.upswell.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutBarBlockTest {

    private static final List<String> COLUMNS = List.of("futures_growth", "futures_growth_p5", "futures_growth_p25",
            "futures_growth_p50", "futures_growth_p75", "futures_growth_p95", "futures_cut_bar", "futures_pass_cut_bar",
            "futures_over_cut_bar");

    private static float[] row(double p5, double p25, double p50, double p75, double p95) {
        return new float[]{(float) p50, (float) p5, (float) p25, (float) p50, (float) p75, (float) p95, 9, 9, 9};
    }

    private static void fill(float[]... rows) {
        new CutBarBlock().fill(rows, COLUMNS::indexOf);
    }

    @Test
    void oneInTwentyOfAllFuturesPassesTheBar() {
        Random random = new Random(4);
        float[][] rows = new float[200][];
        for (int i = 0; i < rows.length; i++) {
            double wide = random.nextDouble();
            rows[i] = row(0.01 * wide, 0.02 * wide, 0.03 * wide, 0.05 * wide, 0.2 * wide);
        }

        fill(rows);

        double passing = 0;
        for (float[] row : rows) {
            assertThat(row[6]).isEqualTo(rows[0][6]);
            assertThat(row[7]).isBetween(0f, 1f);
            passing += row[7] / rows.length;
        }
        assertThat(passing).isCloseTo(0.05, within(1e-4));
    }

    @Test
    void whoGrowsMorePassesMore() {
        float[] low = row(0.01, 0.02, 0.03, 0.04, 0.05);
        float[] middle = row(0.05, 0.1, 0.2, 0.3, 0.4);
        float[] high = row(0.3, 0.4, 0.5, 0.6, 0.9);

        fill(low, middle, high);

        assertThat(low[7]).isLessThan(middle[7]);
        assertThat(middle[7]).isLessThan(high[7]);
        assertThat(high[8]).isCloseTo(0.5f - high[6], within(1e-6f));
    }

    @Test
    void whereNoFutureIsKnownNothingIsAndTheOthersKeepTheirBar() {
        float[] known = row(0.05, 0.1, 0.2, 0.3, 0.4);
        float[] alone = known.clone();
        float[] unknown = row(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        fill(known, unknown);
        fill(alone);

        assertThat(known).isEqualTo(alone);
        assertThat(unknown[6]).isNaN();
        assertThat(unknown[7]).isNaN();
        assertThat(unknown[8]).isNaN();
    }

    @Test
    void whereNothingGrowsTheBarIsZero() {
        float[] still = row(0, 0, 0, 0, 0);

        fill(still, row(0, 0, 0, 0, 0));

        assertThat(still[6]).isZero();
        assertThat(still[7]).isCloseTo(0.05f, within(1e-6f));
    }
}
