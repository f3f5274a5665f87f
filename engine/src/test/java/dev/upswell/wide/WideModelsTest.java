package dev.upswell.wide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideModelsTest {

    private static final TreeGrowth GROWTH = new TreeGrowth(8, 5, 1, 1);
    private static final int ROWS = 120;
    private static final int WIDTH = 30;

    /// Labels are 2 higher where column 4 exceeds 0.5, with noise of 0.5.
    private final WideRows rows = made();

    @Test
    void treeForestAndNetFindTheColumnThatMatters() {
        double[] tree = RegressionForest.tree(rows, GROWTH, 42).gains().importance();
        double[] forest = RegressionForest.of(rows, 100, new TreeGrowth(10, 5, .3, 1), 42).gains().importance();

        assertThat(largest(tree)).isEqualTo(4);
        assertThat(largest(forest)).isEqualTo(4);
        assertThat(Arrays.stream(forest).sum()).isCloseTo(1, within(1e-9));
        assertThat(ElasticNet.of(rows).entered().getFirst()).isEqualTo(4);
        assertThat(ElasticNet.of(negative()).entered().getFirst()).isEqualTo(~4);
    }

    @Test
    void aTreeSaysWhichSideOfWhichThresholdIsHigher() {
        SplitGains gains = RegressionForest.tree(rows, new TreeGrowth(1, 5, 1, 1), 42).gains();
        double[] thresholds = Cuts.of(rows).thresholds()[4];

        assertThat(thresholds[largest(gains.byCut()[4])]).isCloseTo(.5, within(.25));
        assertThat(gains.signed()[4]).isPositive();
        assertThat(RegressionForest.tree(negative(), GROWTH, 42).gains().signed()[4]).isNegative();
    }

    @Test
    void modelsForetellRowsThatTheyWereNotTrainedOn() {
        WideRows training = rows.take(IntStream.range(0, 80).toArray());
        WideRows judged = rows.take(IntStream.range(80, ROWS).toArray());

        assertThat(error(RegressionForest.of(training, 100, GROWTH, 1).values(judged), judged)).isLessThan(.8);
        assertThat(error(ElasticNet.of(training).values(judged), judged)).isLessThan(1);
        assertThat(deviation(judged.labels())).isGreaterThan(1);
    }

    @Test
    void leastSquaresMeetEveryLabelOfFewRowsAndForetellNothing() {
        WideRows few = rows.take(IntStream.range(0, 20).toArray());
        WideRows judged = rows.take(IntStream.range(80, ROWS).toArray());

        assertThat(LeastSquares.of(few).values(few)).containsExactly(few.labels(), within(1e-6));
        assertThat(error(LeastSquares.of(few).values(judged), judged)).as("no better than the mean")
                .isGreaterThan(deviation(judged.labels()));
    }

    @Test
    void leastSquaresOfManyRowsAreThoseOfTheNormalEquations() {
        double[] line = {1, 2, 3, 4, 5, 6};
        double[] labels = {3, 5, 7, 9, 11, 13};
        double[] ones = {1, 1, 1, 1, 1, 1};
        var straight = new WideRows(new double[][]{line}, labels, ones, new int[]{0, 1, 2, 3, 4, 5});

        assertThat(LeastSquares.of(straight).values(straight)).containsExactly(labels, within(1e-9));
    }

    @Test
    void aMissingValueDecidesNothing() {
        double[][] columns = Arrays.stream(rows.columns()).map(double[]::clone).toArray(double[][]::new);
        double[] labels = rows.labels().clone();
        for (int row = 0; row < ROWS; row += 3) {
            columns[9][row] = Double.NaN;
            labels[row] += 5;
        }
        WideRows holed = new WideRows(columns, labels, rows.weights(), rows.owners());

        assertThat(RegressionForest.tree(holed, new TreeGrowth(1, 5, 1, 1), 42).gains().byCut()[9])
                .as("that it is missing goes with labels, but is not learnt").containsOnly(0);
        assertThat(RobustScaler.of(holed).scaled(holed)[3][9]).isZero();
    }

    @Test
    void aScaleIsTheMedianAndTheInterquartileRangeAndOneOddValueDoesNotMoveIt() {
        WideRows few = new WideRows(new double[][]{{1, 2, 3, 4, 5}, {0, 0, 0, 0, 1}, {7, 7, 7, 7, 7}},
                new double[5], new double[]{1, 1, 1, 1, 1}, new int[5]);
        WideRows odd = new WideRows(new double[][]{{1, 2, 3, 4, 500}}, new double[5], new double[]{1, 1, 1, 1, 1},
                new int[5]);

        RobustScaler scaler = RobustScaler.of(few);

        assertThat(scaler.medians()).containsExactly(3, 0, 7);
        assertThat(scaler.spreads()).containsExactly(new double[]{2, .4, 1}, within(1e-9));
        assertThat(RobustScaler.of(odd).spreads()).containsExactly(2);
        assertThat(RobustScaler.of(odd).scaled(odd)[4]).as("clipped").containsExactly(3);
    }

    @Test
    void clustersAreThoseThatStandApart() {
        Dice dice = Dice.of(3, "clusters", 0);
        double[][] columns = new double[4][60];
        for (int row = 0; row < 60; row++) {
            for (double[] column : columns) {
                column[row] = row % 3 * 10 + dice.gaussian();
            }
        }
        WideRows apart = new WideRows(columns, IntStream.range(0, 60).mapToDouble(row -> row % 3).toArray(),
                IntStream.range(0, 60).mapToDouble(_ -> 1).toArray(), new int[60]);

        KMeans clusters = KMeans.of(apart, 3, 42);

        assertThat(clusters.labels(apart)).as("every cluster is of one kind").containsExactly(apart.labels());
        assertThat(clusters.silhouette(apart)).isGreaterThan(.7);
        assertThat(KMeans.of(rows, 5, 42).silhouette(rows)).isLessThan(.2);
    }

    @Test
    void rowsOfAnOwnerStayTogetherAndPartsAreEven() {
        int[] owners = {0, 0, 0, 1, 1, 2, 3, 4, 5, 6};

        int[] dealt = Folds.deal(owners, 2, 42);

        assertThat(Arrays.stream(dealt).sum()).isEqualTo(5);
        assertThat(new int[]{dealt[1], dealt[2], dealt[4]}).containsExactly(dealt[0], dealt[0], dealt[3]);
        assertThat(Folds.deal(owners, 2, 42)).isEqualTo(dealt);
    }

    @Test
    void refusesColumnsOfAnotherLength() {
        assertThatThrownBy(() -> new WideRows(new double[][]{{1}}, new double[2], new double[2], new int[2]))
                .hasMessage("wide rows (2 labels) must have as many weights, owners and values\n"
                        + "Maybe a column was read twice.");
    }

    private WideRows made() {
        Dice dice = Dice.of(1, "wide", 0);
        double[][] columns = new double[WIDTH][ROWS];
        for (double[] column : columns) {
            Arrays.setAll(column, _ -> dice.gaussian());
        }
        double[] labels = IntStream.range(0, ROWS)
                .mapToDouble(row -> (columns[4][row] > .5 ? 2 : 0) + .5 * dice.gaussian()).toArray();
        return new WideRows(columns, labels, IntStream.range(0, ROWS).mapToDouble(_ -> 1).toArray(),
                IntStream.range(0, ROWS).toArray());
    }

    private WideRows negative() {
        return rows.with(Arrays.stream(rows.labels()).map(label -> -label).toArray());
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length).boxed()
                .max((a, b) -> Double.compare(Math.abs(values[a]), Math.abs(values[b]))).orElseThrow();
    }

    private static double error(double[] values, WideRows rows) {
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(row -> Math.pow(values[row] - rows.labels()[row], 2)).average().orElseThrow());
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
    }
}
