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
        Dataset rows = Rows.linear(4000, 3, 0.3);

        LogisticRegression model = LogisticRegression.train(rows, PLAIN);

        assertThat(Rows.auc(rows, model.scores(rows.values(), rows.size()))).isGreaterThan(0.78);
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
    }
}
