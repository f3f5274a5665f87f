package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NonNegativeTest {

    private final SplittableRandom random = new SplittableRandom(17);

    /// The conditions of Karush, Kuhn and Tucker, which only the least value meets: no coefficient below 0, no slope downwards, and none
    /// at all where a coefficient is above 0.
    private static void assertIsLeast(double[][] gram, double[] right, double[] solution) {
        double size = Math.max(1e-12, Arrays.stream(right).map(Math::abs).max().orElse(0));
        for (int i = 0; i < right.length; i++) {
            double slope = (Cholesky.dot(gram[i], solution) - right[i]) / size;
            assertThat(solution[i]).isGreaterThanOrEqualTo(0);
            assertThat(slope).isGreaterThan(-1e-7);
            assertThat(solution[i] > 0 ? slope : 0).isCloseTo(0, within(1e-7));
        }
    }

    private double[][] columns(int count, int rows) {
        double[][] columns = new double[count][rows];
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextGaussian();
            }
        }
        return columns;
    }

    private static double[][] gram(double[][] columns) {
        double[][] gram = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                gram[i][j] = Cholesky.dot(columns[i], columns[j]);
            }
        }
        return gram;
    }

    private static double[] right(double[][] columns, double[] target) {
        double[] right = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            right[i] = Cholesky.dot(columns[i], target);
        }
        return right;
    }

    @Test
    void noCoefficientsThatAreAllowedComeNearer() {
        for (int round = 0; round < 300; round++) {
            double[][] columns = columns(1 + random.nextInt(12), 20);
            double[] target = columns(1, 20)[0];

            assertIsLeast(gram(columns), right(columns, target),
                    NonNegative.solve(gram(columns), right(columns, target)));
        }
    }

    @Test
    void columnsThatDependOnEachOtherDoNoHarm() {
        for (int round = 0; round < 200; round++) {
            double[][] few = columns(4, 20);
            double[][] mixed = new double[30][20];
            for (double[] column : mixed) {
                for (double[] one : few) {
                    double share = random.nextDouble();
                    for (int i = 0; i < column.length; i++) {
                        column[i] += share * one[i];
                    }
                }
            }
            double[] target = columns(1, 20)[0];

            assertIsLeast(gram(mixed), right(mixed, target), NonNegative.solve(gram(mixed), right(mixed, target)));
        }
    }

    @Test
    void whereNothingGoesAlongAllIsZero() {
        assertThat(NonNegative.solve(new double[][]{{1, 0}, {0, 1}}, new double[]{-1, 0})).containsExactly(0, 0);
        assertThat(NonNegative.solve(new double[][]{{1, 0}, {0, 1}}, new double[]{3, -1})).containsExactly(3, 0);
    }
}
