package dev.upswell.learn;

import dev.upswell.numeric.SplitMix;
import java.util.Arrays;

/// The rows and weights that a trainer really sees: all positives, some negatives, newer ones heavier if so set.
record RowSample(Dataset rows, float[] weights) {

    private static final double DAY_SECONDS = 86_400;

    static RowSample of(Dataset all, TreeSettings settings) {
        return of(all, settings.negativeShare(), settings.halfLifeDays());
    }

    /// Keeps every positive row and about `negativeShare` of the others, each of those with the inverse as its weight.
    static RowSample of(Dataset all, double negativeShare, double halfLifeDays) {
        Dataset rows = negativeShare < 1 ? all.rows(kept(all, negativeShare)) : all;
        float[] weights = new float[rows.size()];
        long newest = all.size() == 0 ? 0 : all.cuts()[all.size() - 1];
        for (int i = 0; i < weights.length; i++) {
            double weight = rows.labels()[i] > 0 ? 1 : 1 / negativeShare;
            double age = (newest - rows.cuts()[i]) / DAY_SECONDS;
            weights[i] = (float) (halfLifeDays > 0 ? weight * Math.pow(0.5, age / halfLifeDays) : weight);
        }
        return new RowSample(rows, weights);
    }

    /// Chosen by a hash of cut and entity number, so that the choice depends neither on the order of the rows nor on how many come
    /// after them. Whoever numbers the entities must therefore not let a new one renumber the others.
    private static int[] kept(Dataset all, double share) {
        int[] indices = new int[all.size()];
        int count = 0;
        for (int i = 0; i < indices.length; i++) {
            if (all.labels()[i] > 0 || uniform(all, i) < share) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private static double uniform(Dataset all, int row) {
        return SplitMix.unit(SplitMix.mix((all.cuts()[row] * 31 + all.entities()[row]) * SplitMix.GOLDEN));
    }
}
