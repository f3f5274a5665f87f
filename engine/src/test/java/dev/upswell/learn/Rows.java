package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import java.util.List;
import java.util.Random;

/// Small labelled tables whose truth is known: the log-odds are `2x − y`, and `z` says nothing.
final class Rows {

    private Rows() {
    }

    static Dataset linear(int size, long seed, double missing) {
        Random random = new Random(seed);
        float[] values = new float[size * 3];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            values[3 * i] = random.nextDouble() < missing ? Float.NaN : (float) x;
            values[3 * i + 1] = (float) y;
            values[3 * i + 2] = (float) random.nextGaussian();
            labels[i] = random.nextDouble() < Odds.probability(2 * x - y - 1) ? 1 : 0;
            entities[i] = i % 20;
            cuts[i] = i / 20 * 86_400L;
        }
        return new Dataset(List.of("x", "y", "z"), values, labels, entities, cuts);
    }

    static double auc(Dataset rows, double[] scores) {
        return Evaluation.of(new ScoredPairs(scores, rows.labels(), rows.entities(), rows.cuts()), 0, 1).orElseThrow()
                .value(Figure.AUC);
    }
}
