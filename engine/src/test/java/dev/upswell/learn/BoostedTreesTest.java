package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import static dev.upswell.learn.BoostedTrees.EmptyColumns.LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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
    void contributionsAreThoseOfTheLibraryButForRounding() {
        for (int depth : new int[]{2, 4, 6}) {
            BoostedTrees trees = BoostedTrees.probability(rows,
                    new TreeSettings(30, depth, 0.2, 0.8, 0.7, 2, 1, 64, 1, 0, 42));

            float[][] shares = trees.contributions(rows.values(), 300);
            float[][] library = trees.libraryContributions(rows.values(), 300);

            for (int i = 0; i < shares.length; i++) {
                for (int column = 0; column < shares[i].length; column++) {
                    assertThat(shares[i][column]).as("row " + i + ", column " + column)
                            .isCloseTo(library[i][column], within(2e-5f));
                }
            }
        }
    }

    @Test
    void contributionsToAQuantileAddUpToIt() {
        BoostedTrees median = BoostedTrees.quantiles(rows, SMALL, 0.5);

        float[] shares = median.contributions(rows.values(), 1)[0];

        assertThat(shares[0] + shares[1] + shares[2] + shares[3]).isCloseTo(median.predict(rows.values(), 1)[0][0],
                within(1e-4f));
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

    @Test
    void columnsThatAreMissingInEveryRowChangeNothingThatIsLearnt() {
        Dataset padded = withEmptyColumns(rows);
        BoostedTrees plain = BoostedTrees.probability(rows, SMALL);
        BoostedTrees trees = BoostedTrees.load(BoostedTrees.probability(padded, SMALL, LEFT_OUT).bytes());

        assertThat(trees.scores(padded.values(), padded.size()))
                .containsExactly(plain.scores(rows.values(), rows.size()));
        float[] shares = trees.contributions(padded.values(), 1)[0];
        float[] plainShares = plain.contributions(rows.values(), 1)[0];
        assertThat(shares).containsExactly(0, plainShares[0], 0, plainShares[1], plainShares[2], 0, plainShares[3]);
    }

    @Test
    void damagedColumnsAreRefused() {
        byte[] bytes = BoostedTrees.probability(withEmptyColumns(rows), SMALL, LEFT_OUT).bytes();
        bytes[15] = 99;

        assertThatThrownBy(() -> BoostedTrees.load(bytes)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be XGBoost trees");
    }

    /// The columns x, y and z with an empty one before, between and after.
    private static Dataset withEmptyColumns(Dataset rows) {
        float[] values = new float[6 * rows.size()];
        Arrays.fill(values, Float.NaN);
        for (int i = 0; i < rows.size(); i++) {
            values[6 * i + 1] = rows.values()[3 * i];
            values[6 * i + 3] = rows.values()[3 * i + 1];
            values[6 * i + 4] = rows.values()[3 * i + 2];
        }
        return new Dataset(List.of("a", "x", "b", "y", "z", "c"), values, rows.labels(), rows.entities(), rows.cuts());
    }
}
