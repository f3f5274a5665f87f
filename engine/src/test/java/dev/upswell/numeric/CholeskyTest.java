package dev.upswell.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CholeskyTest {

    @Property(tries = 60)
    void solvesToTheLastBitAsTheSchoolbookDoes(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] matrix = positiveDefinite(size, random);
        double[] right = random.doubles(size, -3, 3).toArray();

        double[] solution = Cholesky.solve(copy(matrix), right.clone());

        assertThat(solution).isEqualTo(schoolbook(copy(matrix), right.clone()));
        for (int i = 0; i < size; i++) {
            double product = 0;
            for (int j = 0; j < size; j++) {
                product += matrix[Math.max(i, j)][Math.min(i, j)] * solution[j];
            }
            assertThat(product).isBetween(right[i] - 1e-6, right[i] + 1e-6);
        }
    }

    /// Sums of squares of sparse vectors, so that many entries are 0, and a diagonal; the upper triangle is never to be read.
    private static double[][] positiveDefinite(int size, Random random) {
        double[][] matrix = new double[size][size];
        for (int row = 0; row < 2 * size; row++) {
            double[] inputs = random.doubles(size).map(x -> x < 0.6 ? 0 : 4 * x - 3).toArray();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += inputs[i] * inputs[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i][i] += 1;
            for (int j = i + 1; j < size; j++) {
                matrix[i][j] = Double.NaN;
            }
        }
        return matrix;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    private static double[] schoolbook(double[][] lower, double[] right) {
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
            for (int k = 0; k < i; k++) {
                right[i] -= lower[i][k] * right[k];
            }
            right[i] /= lower[i][i];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < right.length; k++) {
                right[i] -= lower[k][i] * right[k];
            }
            right[i] /= lower[i][i];
        }
        return right;
    }
}
