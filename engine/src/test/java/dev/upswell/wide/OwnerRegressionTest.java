package dev.upswell.wide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class OwnerRegressionTest {

    private static final int ROWS = 40;

    private final Dice dice = Dice.of(5, "owners", 0);
    private final double[][] inputs = {gaussians(), gaussians()};
    private final double[] labels = gaussians();
    private final double[] ones = IntStream.range(0, ROWS).mapToDouble(_ -> 1).toArray();

    @Test
    void coefficientsAreThoseOfLeastSquares() {
        int[] owners = IntStream.range(0, ROWS).map(row -> row / 2).toArray();

        OwnerRegression fit = OwnerRegression.of(inputs, labels, ones, owners).orElseThrow();

        assertThat(fit.coefficients()).containsExactly(plain(owners, -1), within(1e-9));
        assertThat(fit.freedom()).isEqualTo(20 - 3);
    }

    /// The oracle: how coefficients change when each owner in turn is left out.
    @Test
    void errorsAreThoseOfLeavingOutEachOwner() {
        int[] owners = IntStream.range(0, ROWS).map(row -> row % 11 * (row % 3 == 0 ? 1 : 2)).toArray();
        double[] all = plain(owners, -1);
        double[] squares = new double[2];
        for (int owner : Arrays.stream(owners).distinct().toArray()) {
            double[] without = plain(owners, owner);
            for (int i = 0; i < 2; i++) {
                squares[i] += (without[i] - all[i]) * (without[i] - all[i]);
            }
        }

        OwnerRegression fit = OwnerRegression.of(inputs, labels, ones, owners).orElseThrow();

        assertThat(fit.errors()).containsExactly(Arrays.stream(squares).map(Math::sqrt).toArray(), within(1e-9));
    }

    @Test
    void weighsARowOfTwiceTheWeightLikeTwoRowsOfItsOwner() {
        int[] owners = IntStream.range(0, ROWS).toArray();
        double[] weights = ones.clone();
        weights[7] = 2;
        int[] twice = IntStream.concat(IntStream.range(0, ROWS), IntStream.of(7)).toArray();
        WideRows doubled = new WideRows(inputs, labels, ones, owners).take(twice);

        OwnerRegression weighted = OwnerRegression.of(inputs, labels, weights, owners).orElseThrow();
        OwnerRegression repeated = OwnerRegression
                .of(doubled.columns(), doubled.labels(), doubled.weights(), doubled.owners()).orElseThrow();

        assertThat(weighted.coefficients()).containsExactly(repeated.coefficients(), within(1e-9));
        assertThat(weighted.errors()).containsExactly(repeated.errors(), within(1e-9));
    }

    @Test
    void hasNoAnswerWhereInputsAreTheSameOrOwnersTooFew() {
        int[] owners = IntStream.range(0, ROWS).toArray();

        assertThat(OwnerRegression.of(new double[][]{inputs[0], inputs[0]}, labels, ones, owners)).isEmpty();
        assertThat(OwnerRegression.of(inputs, labels, ones, IntStream.range(0, ROWS).map(row -> row % 3).toArray()))
                .isEmpty();
    }

    private double[] plain(int[] owners, int without) {
        int[] kept = IntStream.range(0, ROWS).filter(row -> owners[row] != without).toArray();
        OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
        ols.newSampleData(Arrays.stream(kept).mapToDouble(row -> labels[row]).toArray(), Arrays.stream(kept)
                .mapToObj(row -> new double[]{inputs[0][row], inputs[1][row]}).toArray(double[][]::new));
        return Arrays.copyOfRange(ols.estimateRegressionParameters(), 1, 3);
    }

    private double[] gaussians() {
        return IntStream.range(0, ROWS).mapToDouble(_ -> dice.gaussian()).toArray();
    }
}
