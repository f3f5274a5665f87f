package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final TreeSettings SMALL = new TreeSettings(30, 3, 0.2, 0.8, 0.7, 2, 1, 64, 1, 0, 42);

    private final Dataset rows = Rows.linear(1500, 1, 0.2);

    @Test
    void sameRowsAndSeedGiveTheSameBytes() {
        assertThat(BoostedTrees.probability(rows, SMALL).bytes())
                .isEqualTo(BoostedTrees.probability(rows, SMALL).bytes());
        assertThat(BoostedTrees.probability(rows, SMALL.seed(43)).bytes())
                .isNotEqualTo(BoostedTrees.probability(rows, SMALL).bytes());
    }

    @Test
    void sameRowsAndSeedGiveTheSameBytesOnSeveralThreadsToo() {
        Dataset many = Rows.linear(BoostedTrees.ROWS_WORTH_THREADS + 1000, 2, 0.1);
        TreeSettings few = new TreeSettings(6, 4, 0.2, 0.8, 0.7, 2, 1, 64, 1, 0, 42);

        byte[] once = BoostedTrees.probability(many, few).bytes();

        for (int again = 0; again < 3; again++) {
            assertThat(BoostedTrees.probability(many, few).bytes()).isEqualTo(once);
        }
    }

    @Test
    void loadedTreesScoreTheSameAndWriteTheSameBytes() {
        BoostedTrees trees = BoostedTrees.probability(rows, SMALL);

        BoostedTrees loaded = BoostedTrees.load(trees.bytes());

        assertThat(loaded.scores(rows.values(), rows.size())).containsExactly(trees.scores(rows.values(), rows.size()));
        assertThat(loaded.bytes()).isEqualTo(trees.bytes());
        assertThat(Rows.auc(rows, loaded.scores(rows.values(), rows.size()))).isGreaterThan(0.8);
    }

    @Test
    void contributionsSumToTheLogOdds() {
        BoostedTrees trees = BoostedTrees.probability(rows, SMALL);

        float[][] shares = trees.contributions(rows.values(), 100);
        double[] scores = trees.scores(rows.values(), 100);

        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).hasSize(4);
            double sum = 0;
            for (float share : shares[i]) {
                sum += share;
            }
            assertThat(sum).isCloseTo(Odds.of(scores[i]), within(1e-3));
        }
    }

    @Test
    void quantilesHoldAboutTheirShareOfTheLabels() {
        float[] noise = new float[rows.size()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = rows.values()[3 * i + 1] * 10;
        }

        float[][] found = BoostedTrees.quantiles(rows.withLabels(noise), SMALL, 0.05, 0.5, 0.95).predict(rows.values(),
                rows.size());

        int inside = 0;
        for (int i = 0; i < noise.length; i++) {
            inside += noise[i] >= found[i][0] && noise[i] <= found[i][2] ? 1 : 0;
        }
        assertThat((double) inside / noise.length).isBetween(0.8, 1.0);
    }

    @Test
    void bytesThatAreNoTreesAreRefused() {
        assertThatThrownBy(() -> BoostedTrees.load(new byte[]{1, 2, 3})).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be XGBoost trees");
    }
}
