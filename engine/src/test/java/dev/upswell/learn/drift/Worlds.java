package dev.upswell.learn.drift;

import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rows of entities that keep their own level for long: an even mix of a lasting level and a slow walk around it, per entity and column.
final class Worlds {

    static final long DAY = 86_400;
    private static final double SLOW = 0.9;

    private final Random random;
    private final int entities;
    private final int columns;
    private final double[] levels;
    private final double[] walk;
    private long day;

    Worlds(long seed, int entities, int columns) {
        random = new Random(seed);
        this.entities = entities;
        this.columns = columns;
        walk = new double[entities * columns];
        for (int i = 0; i < walk.length; i++) {
            walk[i] = random.nextGaussian();
        }
        levels = new double[entities * columns];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = random.nextGaussian();
        }
    }

    /// The next days; the first `moved` columns are shifted by so much, and this share of the values is missing.
    Dataset days(int days, int moved, double shift, double missing) {
        float[] values = new float[days * entities * columns];
        float[] labels = new float[days * entities];
        int[] numbers = new int[days * entities];
        long[] cuts = new long[days * entities];
        int next = 0;
        for (int row = 0; row < labels.length; row++) {
            numbers[row] = row % entities;
            cuts[row] = (day + row / entities) * DAY;
            labels[row] = random.nextDouble() < 0.05 ? 1 : 0;
            for (int column = 0; column < columns; column++) {
                int at = numbers[row] * columns + column;
                walk[at] = SLOW * walk[at] + Math.sqrt(1 - SLOW * SLOW) * random.nextGaussian();
                double value = levels[at] + walk[at] + (column < moved ? shift : 0);
                values[next++] = random.nextDouble() < missing ? Float.NaN : (float) value;
            }
        }
        day += days;
        return new Dataset(names(columns), values, labels, numbers, cuts);
    }

    static List<String> names(int columns) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            names.add("f" + column);
        }
        return names;
    }
}
