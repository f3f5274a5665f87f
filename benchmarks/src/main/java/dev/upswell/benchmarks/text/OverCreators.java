package dev.upswell.benchmarks.text;

import dev.upswell.numeric.EntityBootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A mean over creators with its 95 % interval, by drawing creators.
record OverCreators(double mean, double low, double high) {

    private static final long SEED = 20;
    private static final int DRAWS = 2_000;

    /// @param values one a creator, in an order that is always the same
    static OverCreators of(List<Double> values) {
        EntityBootstrap bootstrap = EntityBootstrap.of(IntStream.range(0, values.size()).toArray(), SEED);
        double[] means = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int[] draws = bootstrap.draws(i);
            means[i] = IntStream.range(0, draws.length).mapToDouble(k -> draws[k] * values.get(k)).sum()
                    / values.size();
        }
        Arrays.sort(means);
        return new OverCreators(values.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                means[(int) (0.025 * DRAWS)], means[(int) (0.975 * DRAWS) - 1]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean, low, high);
    }
}
