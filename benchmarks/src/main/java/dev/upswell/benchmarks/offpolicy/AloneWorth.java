package dev.upswell.benchmarks.offpolicy;

import dev.upswell.ranking.OffPolicyValue;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/// What a configuration is worth when it serves alone.
///
/// @param value mean reward a request over all lives
/// @param width of the 95 % interval that one life tells, at the median [reward]
record AloneWorth(double value, double width) {

    /// Lives whose own intervals tell how wide one is.
    private static final int WIDTHS = 20;

    static AloneWorth of(LongFunction<List<Logged>> alone, int lives) {
        double sum = 0;
        double[] widths = new double[Math.min(WIDTHS, lives)];
        for (int life = 0; life < lives; life++) {
            List<Logged> logs = alone.apply(life);
            sum += logs.stream().mapToDouble(Logged::reward).average().orElseThrow();
            if (life < widths.length) {
                OffPolicyValue value = OffPolicyValue.of(logs, life).orElseThrow();
                widths[life] = value.high() - value.low();
            }
        }
        return new AloneWorth(sum / lives, median(widths));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
