package dev.upswell.benchmarks.offpolicy;

import dev.upswell.ranking.OffPolicyValue;
import dev.upswell.ranking.OffPolicyValue.Logged;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// In how many of some runs the 95 % interval of each of two configurations, told from logs dealt to both, holds what it is worth when it
/// serves alone; and how wide it is beside the interval of serving it alone as often.
///
/// Arguments: number of runs, lives that the truth is the mean of.
public final class OffPolicyFigures {

    private static final long SEED = 20_261_122;
    /// Lives whose own intervals tell how wide one is when a configuration serves alone.
    private static final int WIDTHS = 20;

    private OffPolicyFigures() {
    }

    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        int lives = Integer.parseInt(arguments[1]);
        MadeAudience audience = new MadeAudience(SEED);
        double[] truth = new double[2];
        double[] alone = new double[2];
        for (int configuration = 0; configuration < 2; configuration++) {
            double[] widths = new double[WIDTHS];
            for (int life = 0; life < lives; life++) {
                List<Logged> logs = audience.alone(configuration, life);
                truth[configuration] += logs.stream().mapToDouble(Logged::reward).average().orElseThrow() / lives;
                if (life < WIDTHS) {
                    OffPolicyValue value = OffPolicyValue.of(logs, life).orElseThrow();
                    widths[life] = value.high() - value.low();
                }
            }
            alone[configuration] = median(widths);
        }
        double[][] widths = new double[2][runs];
        int[] held = new int[2];
        int ordered = 0;
        for (int run = 0; run < runs; run++) {
            List<List<Logged>> logs = audience.dealt(1_000 + run);
            double[] values = new double[2];
            for (int configuration = 0; configuration < 2; configuration++) {
                OffPolicyValue value = OffPolicyValue.of(logs.get(configuration), run).orElseThrow();
                values[configuration] = value.value();
                widths[configuration][run] = value.high() - value.low();
                if (value.low() <= truth[configuration] && truth[configuration] <= value.high()) {
                    held[configuration]++;
                }
            }
            ordered += (values[0] > values[1]) == (truth[0] > truth[1]) ? 1 : 0;
        }
        for (int configuration = 0; configuration < 2; configuration++) {
            System.out.println(String.format(Locale.ROOT,
                    "%s: truly worth %.3f likes a request; interval held it in %d of %d runs; median width %.3f, %.2f times that of "
                            + "serving alone (%.3f)",
                    configuration == 0 ? "A" : "B", truth[configuration], held[configuration], runs, median(widths[configuration]),
                    median(widths[configuration]) / alone[configuration], alone[configuration]));
        }
        System.out.println(String.format(Locale.ROOT, "The better one had the higher value in %d of %d runs", ordered, runs));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
