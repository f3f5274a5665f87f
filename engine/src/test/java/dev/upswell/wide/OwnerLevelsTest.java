package dev.upswell.wide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class OwnerLevelsTest {

    private static final int OWNERS = 400;

    private final Dice dice = Dice.of(3, "levels", 0);
    private final int[] owners = IntStream.range(0, OWNERS).flatMap(owner -> IntStream.range(0, 1 + owner % 4)
            .map(_ -> owner)).toArray();
    private final double[] ones = Arrays.stream(owners).mapToDouble(_ -> 1).toArray();

    @Test
    void tellsHowAlikeRowsOfAnOwnerAre() {
        assertThat(OwnerLevels.alike(labels(.3), owners)).isCloseTo(.3, within(.06));
        assertThat(OwnerLevels.alike(labels(0), owners)).isCloseTo(0, within(.06));
        assertThat(OwnerLevels.alike(labels(1), owners)).isEqualTo(.9);
    }

    @Test
    void takesNothingOffWhereEachRowHasAnOwnerOfItsOwn() {
        double[] labels = {1, 5, 2};

        assertThat(OwnerLevels.of(new WideRows(new double[0][], labels, new double[]{1, 1, 1}, new int[]{7, 2, 4}))
                .freed(labels)).containsExactly(1, 5, 2);
    }

    @Test
    void makesOriginsEqual() {
        double[] labels = {1, 5, 2, 12};

        assertThat(OwnerLevels.of(new WideRows(new double[0][], labels, new double[]{1, 1, 1, 1},
                new int[]{0, 1, 2, 3}, new int[]{4, 4, 9, 9})).freed(labels)).containsExactly(3, 7, 0, 10);
    }

    /// Both choices are habits of the second origin, whose rows have higher labels; only the first matters. Labels alone made equal, the
    /// second choice would seem to harm.
    @Test
    void aHabitOfAnOriginIsNoEffectBesideOneThatIs() {
        double sum = 0;
        for (int world = 0; world < 40; world++) {
            int rows = 200;
            int[] origins = IntStream.range(0, rows).map(row -> row % 2).toArray();
            double[][] choices = {habit(origins), habit(origins)};
            double[] labels = IntStream.range(0, rows)
                    .mapToDouble(row -> 1.2 * choices[0][row] + 2 * origins[row] + dice.gaussian()).toArray();
            double[] ones = IntStream.range(0, rows).mapToDouble(_ -> 1).toArray();
            OwnerRegression fit = OwnerRegression.levelled(choices,
                    new WideRows(choices, labels, ones, IntStream.range(0, rows).toArray(), origins)).orElseThrow();
            sum += fit.coefficients()[1] / fit.errors()[1] / 40;
        }

        assertThat(sum).as("mean of 40 standardised coefficients, whose deviation is 0.16").isBetween(-.5, .5);
    }

    private double[] habit(int[] origins) {
        return Arrays.stream(origins).mapToDouble(origin -> dice.chance(origin == 1 ? .8 : .2) ? 1 : 0).toArray();
    }

    /// The oracle: generalised least squares with the covariance written out.
    @Test
    void leastSquaresOfWhatIsLeftIsGeneralisedLeastSquares() {
        int rows = 60;
        int[] few = Arrays.copyOf(owners, rows);
        double[] labels = Arrays.copyOf(labels(.5), rows);
        double[] input = IntStream.range(0, rows).mapToDouble(_ -> dice.gaussian()).toArray();
        double[] weights = Arrays.copyOf(ones, rows);
        double alike = OwnerLevels.alike(labels, few);

        OwnerRegression fit = OwnerRegression
                .levelled(new double[][]{input}, new WideRows(new double[][]{input}, labels, weights, few))
                .orElseThrow();

        assertThat(alike).isBetween(.1, .89);
        assertThat(fit.coefficients()[0]).isCloseTo(generalised(input, labels, few, alike), within(1e-9));
    }

    private static double generalised(double[] input, double[] labels, int[] owners, double alike) {
        RealMatrix covariance = new Array2DRowRealMatrix(owners.length, owners.length);
        RealMatrix design = new Array2DRowRealMatrix(owners.length, 2);
        for (int i = 0; i < owners.length; i++) {
            design.setRow(i, new double[]{1, input[i]});
            for (int j = 0; j < owners.length; j++) {
                covariance.setEntry(i, j, i == j ? 1 : owners[i] == owners[j] ? alike : 0);
            }
        }
        RealMatrix inverse = new LUDecomposition(covariance).getSolver().getInverse();
        RealMatrix left = design.transpose().multiply(inverse);
        return new LUDecomposition(left.multiply(design)).getSolver().getInverse()
                .operate(left.operate(labels))[1];
    }

    private double[] labels(double alike) {
        double[] levels = IntStream.range(0, OWNERS).mapToDouble(_ -> dice.gaussian()).toArray();
        return Arrays.stream(owners).mapToDouble(
                owner -> Math.sqrt(alike) * levels[owner] + Math.sqrt(1 - alike) * dice.gaussian()).toArray();
    }
}
