package dev.upswell.learn.sketch;

import dev.upswell.numeric.SplitMix;

/// Rows taken evenly over a table: one at random from each of equal stretches, always the same ones.
public final class SpreadRows {

    private static final int JUDGED = 4096;

    private SpreadRows() {
    }

    /// All rows, or this many when there are more.
    public static int[] of(int rows, int most) {
        int[] picked = new int[Math.min(rows, most)];
        for (int i = 0; i < picked.length; i++) {
            double within = rows <= most ? 0 : SplitMix.unit(SplitMix.mix((i + 1L) * SplitMix.GOLDEN));
            picked[i] = (int) Math.min(rows - 1, (long) ((i + within) * rows / picked.length));
        }
        return picked;
    }

    /// Up to 4,096 of these rows, to judge their strangeness.
    public static int[] judged(int[] rows) {
        int[] picked = of(rows.length, JUDGED);
        for (int i = 0; i < picked.length; i++) {
            picked[i] = rows[picked[i]];
        }
        return picked;
    }

    /// Up to 4,096 of all rows.
    public static int[] judged(int rows) {
        return of(rows, JUDGED);
    }
}
