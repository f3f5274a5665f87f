package dev.upswell.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureSet;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.learn.BoostedTrees;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Made-up rows: the first feature decides, the second says nothing, the third is missing in half of them, the fourth in all.
class DependenceTest {

    private static final int ROWS = 800;
    private static final FeatureSet SET = new FeatureSet("test_set", "",
            Stream.of("decides", "silent", "gappy", "empty")
                    .map(name -> FeatureDefinition.safe(name, FeatureGroup.A_GROWTH, "log ratio", "", "")).toList(),
            List.of());

    private final Dataset rows = rows();
    private final BoostedTrees trees = BoostedTrees.probability(rows,
            new TreeSettings(30, 3, 0.2, 1, 1, 2, 1, 64, 1, 0, 42));
    private final Calibration calibration = new Calibration(1.2, 0.9, 0.1);
    private final SurgeModel.ByRows model = new SurgeModel.ByRows(SET, trees, calibration);

    private static Dataset rows() {
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[ROWS * 4];
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double decides = random.nextDouble(-1, 1);
            values[row * 4] = (float) decides;
            values[row * 4 + 1] = (float) random.nextDouble(-1, 1);
            values[row * 4 + 2] = row % 2 == 0 ? Float.NaN : (float) random.nextDouble(-1, 1);
            values[row * 4 + 3] = Float.NaN;
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-4 * decides)) ? 1 : 0;
        }
        return new Dataset(SET.names(), values, labels, IntStream.range(0, ROWS).toArray(), new long[ROWS]);
    }

    @Test
    void whatDecidesIsMostImportantAndWhatIsNeverKnownNotAtAll() {
        List<FeatureImportance> all = FeatureImportance.of(model, rows);

        assertThat(all).extracting(FeatureImportance::rank).containsExactly(1, 2, 3, 4);
        assertThat(all.getFirst().feature()).isEqualTo("decides");
        assertThat(all.getFirst().share()).isGreaterThan(0.6);
        assertThat(all.getFirst().gain()).isGreaterThan(0.6);
        assertThat(all.stream().mapToDouble(FeatureImportance::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(all.stream().mapToDouble(one -> one.gain() == null ? 0 : one.gain()).sum()).isCloseTo(1,
                within(1e-9));
        assertThat(all.getLast()).isEqualTo(new FeatureImportance("empty", 4, 0, 0, 0.0, 1));
        assertThat(all).filteredOn(one -> one.feature().equals("gappy"))
                .allSatisfy(one -> assertThat(one.missing()).isEqualTo(0.5));
    }

    @Test
    void theEffectIsTheMeanOfAbsoluteContributions() {
        float[][] contributions = trees.contributions(rows.values(), rows.size());
        double expected = Arrays.stream(contributions).mapToDouble(row -> Math.abs(row[1])).average().orElseThrow();

        assertThat(FeatureImportance.of(model, rows)).filteredOn(one -> one.feature().equals("silent")).first()
                .satisfies(one -> assertThat(one.effect()).isCloseTo(expected, within(1e-6)));
    }

    @Test
    void aModelWithoutSplitsHasNoGain() {
        var regression = LogisticRegression.train(rows, new LogisticRegression.Settings(1, 1));

        assertThat(FeatureImportance.of(new SurgeModel.ByRows(SET, regression, calibration), rows))
                .allSatisfy(one -> assertThat(one.gain()).isNull()).first()
                .extracting(FeatureImportance::feature).isEqualTo("decides");
    }

    @Test
    void theCurveIsTheMeanOverAllRowsWithTheFeatureSet() {
        Dependence curve = Dependence.of(model, rows, "decides").orElseThrow();

        for (Dependence.Point point : List.of(curve.points().getFirst(), curve.points().get(7))) {
            float[] changed = rows.values().clone();
            for (int row = 0; row < ROWS; row++) {
                changed[row * 4] = (float) point.x();
            }
            double[] raw = trees.scores(changed, ROWS);
            assertThat(point.mean()).isCloseTo(
                    Arrays.stream(calibration.probabilities(raw)).average().orElseThrow(), within(1e-9));
        }
    }

    @Test
    void theCurveRisesWhereTheLabelDoesAndStaysFlatWhereItDoesNot() {
        Dependence decides = Dependence.of(model, rows, "decides").orElseThrow();
        Dependence silent = Dependence.of(model, rows, "silent").orElseThrow();

        assertThat(span(decides)).isGreaterThan(0.6);
        assertThat(decides.points().getLast().mean()).isGreaterThan(decides.points().getFirst().mean());
        assertThat(span(silent)).isLessThan(0.15);
        assertThat(decides.points()).allSatisfy(point -> {
            assertThat(point.low()).isLessThanOrEqualTo(point.high());
            assertThat(point.mean()).isBetween(point.low() - 0.1, point.high() + 0.1);
        });
        assertThat(decides.points()).extracting(Dependence.Point::x).isSorted();
        assertThat(decides.quantiles()).hasSize(11).isSorted();
        assertThat(decides.unknown()).isNull();
    }

    private static double span(Dependence curve) {
        var means = curve.points().stream().mapToDouble(Dependence.Point::mean).summaryStatistics();
        return means.getMax() - means.getMin();
    }

    @Test
    void aFeatureThatIsMissingNowAndThenSaysWhatTheModelDoesThen() {
        Dependence gappy = Dependence.of(model, rows, "gappy").orElseThrow();

        assertThat(gappy.missing()).isEqualTo(0.5);
        assertThat(gappy.unknown()).isBetween(0.0, 1.0);
        assertThat(Dependence.of(model, rows, "empty")).isEmpty();
        assertThatThrownBy(() -> Dependence.of(model, rows, "moon_phase"))
                .hasMessageContaining("feature (moon_phase) must be in test_set");
    }

    @Test
    void rowsAreDrawnAtEvenDistances() {
        assertThat(rows.evenly(3).entities()).containsExactly(0, 266, 533);
        assertThat(rows.evenly(5_000).entities()).hasSize(ROWS);
    }
}
