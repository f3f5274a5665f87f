package dev.upswell.tune;

import dev.upswell.learn.Dataset;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up rows of two columns: the first tells the label with some noise, the second tells nothing.
final class MadeRows {

    static final long DAY = 24 * 3600;
    static final int ENTITIES = 40;

    private MadeRows() {
    }

    /// So many daily cuts of 40 entities; every tenth row or so is positive.
    static Dataset of(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = days * ENTITIES;
        float[] values = new float[2 * size];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int row = 0; row < size; row++) {
            labels[row] = random.nextInt(10) == 0 ? 1 : 0;
            values[2 * row] = (float) (labels[row] + random.nextGaussian());
            values[2 * row + 1] = (float) random.nextGaussian();
            entities[row] = row % ENTITIES;
            cuts[row] = row / ENTITIES * DAY;
        }
        return new Dataset(List.of("telling", "noise"), values, labels, entities, cuts);
    }

    /// Labels that are known a day after their cut.
    static long[] knownADayLater(Dataset rows) {
        long[] known = rows.cuts().clone();
        for (int i = 0; i < known.length; i++) {
            known[i] += DAY;
        }
        return known;
    }

    static Folds folds(Dataset rows) {
        return Folds.of(rows, knownADayLater(rows), 5).orElseThrow();
    }
}
