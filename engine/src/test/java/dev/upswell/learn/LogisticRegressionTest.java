package dev.upswell.learn;

import dev.upswell.numeric.Odds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    private static final LogisticRegression.Settings PLAIN = new LogisticRegression.Settings(1, 1);

    @Test
    void findsTheWeightsThatMadeTheLabels() {
        Dataset rows = Rows.linear(8000, 1, 0);

        LogisticRegression model = LogisticRegression.train(rows, PLAIN);

        float[] points = {1, 0, 0, 0, 0, 0, 0, 1, 0};
        double[] scores = model.scores(points, 3);
        assertThat(Odds.of(scores[0]) - Odds.of(scores[1])).isCloseTo(2, within(0.15));
        assertThat(Odds.of(scores[2]) - Odds.of(scores[1])).isCloseTo(-1, within(0.15));
    }

    @Test
    void rareLabelsOnAHeavyTailDoNotMakeItRunAway() {
        Random random = new Random(6);
        int size = 6000;
        float[] values = new float[size * 3];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            double x = Math.pow(random.nextDouble(), -2) / 1000;
            values[3 * i] = (float) x;
            values[3 * i + 1] = (float) (x * (1 + 1e-4 * random.nextGaussian()));
            values[3 * i + 2] = (float) Math.log(x);
            labels[i] = x > 0.1 && random.nextDouble() < 0.5 ? 1 : 0;
        }
        Dataset rows = new Dataset(List.of("x", "twin", "log"), values, labels, new int[size], new long[size]);

        double[] scores = LogisticRegression.train(rows, PLAIN).scores(values, size);

        assertThat(Rows.auc(rows, scores)).isGreaterThan(0.9);
        assertThat(Arrays.stream(scores).average().orElseThrow()).isCloseTo((double) rows.positives() / size,
                within(0.002));
    }

    @Test
    void contributionsSumToTheLogOdds() {
        Dataset rows = Rows.linear(500, 2, 0.2);
        LogisticRegression model = LogisticRegression.train(rows, PLAIN);

        float[][] shares = model.contributions(rows.values(), rows.size());
        double[] scores = model.scores(rows.values(), rows.size());

        for (int i = 0; i < rows.size(); i++) {
            double sum = 0;
            for (float share : shares[i]) {
                sum += share;
            }
            assertThat(sum).isCloseTo(Odds.of(scores[i]), within(1e-4));
        }
    }

    @Test
    void missingValuesAreLearntFromNotScoredAsBad() {
        Random random = new Random(3);
        int size = 4000;
        float[] values = new float[size];
        float[] labels = new float[size];
        for (int i = 0; i < size; i++) {
            boolean missing = i % 4 == 0;
            double x = 5 + random.nextGaussian();
            values[i] = missing ? Float.NaN : (float) x;
            labels[i] = random.nextDouble() < (missing ? 0.6 : Odds.probability(x - 5 - 2)) ? 1 : 0;
        }
        Dataset rows = new Dataset(List.of("x"), values, labels, new int[size], new long[size]);

        double[] scores = LogisticRegression.train(rows, PLAIN).scores(new float[]{Float.NaN, 4, 5, 6}, 4);

        assertThat(scores[0]).as("missing speaks for the label").isCloseTo(0.6, within(0.05));
        assertThat(scores[1]).isCloseTo(Odds.probability(-3), within(0.03));
        assertThat(scores[2]).isCloseTo(Odds.probability(-2), within(0.03));
        assertThat(scores[3]).isCloseTo(Odds.probability(-1), within(0.05));
    }

    @Test
    void keepingFewerNegativesHardlyMovesTheScores() {
        Dataset rows = Rows.linear(8000, 4, 0);
        double[] all = LogisticRegression.train(rows, PLAIN).scores(rows.values(), 100);
        double[] some = LogisticRegression.train(rows, new LogisticRegression.Settings(1, 0.5)).scores(rows.values(),
                100);

        for (int i = 0; i < all.length; i++) {
            assertThat(some[i]).isCloseTo(all[i], within(0.05));
        }
    }

    @Test
    void writtenAndLoadedItScoresTheSameAndTrainsToTheSameBytes() {
        Dataset rows = Rows.linear(500, 5, 0.1);
        LogisticRegression model = LogisticRegression.train(rows, PLAIN);

        assertThat(LogisticRegression.load(model.bytes()).scores(rows.values(), 50))
                .containsExactly(model.scores(rows.values(), 50));
        assertThat(LogisticRegression.train(rows, PLAIN).bytes()).isEqualTo(model.bytes());
        assertThatThrownBy(() -> LogisticRegression.load(new byte[]{0, 0, 0, 3, 1}))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must be a logistic regression");
        for (byte[] start : List.of(new byte[]{-1, -1, -1, -1}, new byte[]{127, -1, -1, -1})) {
            byte[] damaged = model.bytes();
            System.arraycopy(start, 0, damaged, 0, 4);
            assertThatThrownBy(() -> LogisticRegression.load(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settingsThatCannotFitAreRefused() {
        assertThatThrownBy(() -> new LogisticRegression.Settings(0, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive");
        assertThatThrownBy(() -> new LogisticRegression.Settings(1, 1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
