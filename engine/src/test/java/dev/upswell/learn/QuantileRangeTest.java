package dev.upswell.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.BoostedTrees.EmptyColumns;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileRangeTest {

    private static final TreeSettings SMALL = new TreeSettings(20, 3, 0.2, 0.8, 0.7, 2, 1, 64, 1, 0, 42);

    private final Dataset rows = numbers(Rows.linear(3000, 1, 0.1));
    private final BoostedTrees trees = QuantileRange.train(rows.slice(0, 1000), SMALL, EmptyColumns.KEPT);
    private final Dataset heldBack = rows.slice(1000, 1500);

    /// Of 500 rows the 451st smallest miss, ⌈0.9 · 501⌉: a new row is one of 501 whose ranks are equally likely.
    @Test
    void marginIsTheSmallestThatHoldsNineTenthsOfOneRowMoreThanWereHeldBack() {
        double margin = QuantileRange.of(trees, heldBack.values(), heldBack.labels()).margin();

        assertThat(misses(heldBack, margin)).isEqualTo(451);
        assertThat(misses(heldBack, Math.nextDown(margin))).isEqualTo(450);
    }

    @Test
    void newRowsLieInsideAboutAsOftenAsIsSaid() {
        QuantileRange range = QuantileRange.of(trees, heldBack.values(), heldBack.labels());
        Dataset later = rows.slice(1500, 3000);
        double[][] said = range.of(later.values(), later.size());

        int inside = 0;
        for (int i = 0; i < said.length; i++) {
            assertThat(said[i]).hasSize(3).isSorted();
            inside += later.labels()[i] >= said[i][0] && later.labels()[i] <= said[i][2] ? 1 : 0;
        }
        assertThat(inside / 1500.0).isCloseTo(0.9, within(0.03));
    }

    @Test
    void withTooFewHeldBackTheWidestMissCountsAndWithNoneTheRangeStays() {
        Dataset three = heldBack.slice(0, 3);

        assertThat(misses(three, QuantileRange.of(trees, three.values(), three.labels()).margin())).isEqualTo(3);
        assertThat(QuantileRange.of(trees, new float[0], new float[0]).margin()).isZero();
    }

    /// How many rows lie beyond the quantiles of the trees by this margin at most.
    private int misses(Dataset some, double margin) {
        float[][] foretold = trees.predict(some.values(), some.size());
        int count = 0;
        for (int i = 0; i < foretold.length; i++) {
            double miss = Math.max(foretold[i][0] - some.labels()[i], some.labels()[i] - foretold[i][2]);
            count += miss <= margin ? 1 : 0;
        }
        return count;
    }

    /// The same rows with a number to foretell: x, and as much noise as y is large.
    private static Dataset numbers(Dataset rows) {
        Random random = new Random(987_654_321_123L);
        float[] labels = new float[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            float x = rows.values()[3 * i];
            labels[i] = (float) ((Float.isNaN(x) ? 0 : x) + Math.abs(rows.values()[3 * i + 1]) * random.nextGaussian());
        }
        return rows.withLabels(labels);
    }
}
