package dev.upswell.learn;

import java.util.Arrays;

/// The rows and weights that a trainer really sees: all positives, some negatives, newer ones heavier if so set.
record RowSample(Dataset rows, float[] weights) {

    private static final double DAY_SECONDS = 86_400;
    private static final long MIX = 0x9E3779B97F4A7C15L;

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

    /// Chosen by a hash of cut and entity, so that a row stays chosen when rows are added.
    private static int[] kept(Dataset all, double share) {
        int[] indices = new int[all.size()];
        int count = 0;
        for (int i = 0; i < indices.length; i++) {
            if (all.labels()[i] > 0 || uniform(all.cuts()[i] * 31 + all.entities()[i]) < share) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private static double uniform(long key) {
        long mixed = key * MIX;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
