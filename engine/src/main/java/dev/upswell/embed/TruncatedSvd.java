package dev.upswell.embed;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// The directions in which the rows of a large, mostly empty matrix differ most.
///
/// **source** Halko, Martinsson and Tropp (2011): a random sketch, sharpened by three power iterations, then the exact decomposition of the
/// little matrix that is left. The signs are those in which the farthest entry of each direction is positive.
///
/// @param directions for each column of the matrix its place along each direction
/// @param strengths singular values, the largest first
record TruncatedSvd(double[][] directions, double[] strengths) {

    private static final int SPARE = 10;
    private static final int ITERATIONS = 3;
    private static final double NOTHING = 1e-9;

    /// At most so many directions; fewer where the matrix has fewer.
    static TruncatedSvd of(SparseRows matrix, int count, long seed) {
        int sketch = Math.min(Math.min(matrix.height(), matrix.width()), count + SPARE);
        Dice dice = Dice.of(seed, "svd", 0);
        double[][] random = new double[matrix.width()][sketch];
        for (double[] row : random) {
            Arrays.setAll(row, i -> dice.gaussian());
        }
        double[][] range = orthonormal(matrix.times(random));
        for (int i = 0; i < ITERATIONS; i++) {
            range = orthonormal(matrix.times(orthonormal(matrix.turnedTimes(range))));
        }
        return of(matrix.turnedTimes(range), Math.min(count, sketch));
    }

    /// From the matrix as seen in its range, turned over: columns by directions of the range.
    private static TruncatedSvd of(double[][] seen, int count) {
        int sketch = seen[0].length;
        double[][] square = new double[sketch][sketch];
        for (double[] row : seen) {
            for (int i = 0; i < sketch; i++) {
                for (int j = 0; j < sketch; j++) {
                    square[i][j] += row[i] * row[j];
                }
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(square, false));
        int kept = 0;
        double[] strengths = new double[count];
        while (kept < count && eigen.getRealEigenvalue(kept) > NOTHING * eigen.getRealEigenvalue(0)) {
            strengths[kept] = Math.sqrt(eigen.getRealEigenvalue(kept));
            kept++;
        }
        double[][] directions = new double[seen.length][kept];
        for (int direction = 0; direction < kept; direction++) {
            double[] mix = eigen.getEigenvector(direction).toArray();
            double farthest = 0;
            for (int row = 0; row < seen.length; row++) {
                double place = 0;
                for (int i = 0; i < sketch; i++) {
                    place += seen[row][i] * mix[i];
                }
                directions[row][direction] = place / strengths[direction];
                farthest = Math.abs(place) > Math.abs(farthest) ? place : farthest;
            }
            for (int row = 0; farthest < 0 && row < seen.length; row++) {
                directions[row][direction] = -directions[row][direction];
            }
        }
        return new TruncatedSvd(directions, Arrays.copyOf(strengths, kept));
    }

    /// The columns made orthogonal and of length one (Gram and Schmidt, twice over); columns that hang on others become zero.
    private static double[][] orthonormal(double[][] matrix) {
        double[][] columns = turned(matrix);
        for (int column = 0; column < columns.length; column++) {
            double[] own = columns[column];
            double before = Math.sqrt(product(own, own));
            for (int other = 0; other < 2 * column; other++) {
                double[] against = columns[other % column];
                double shared = product(own, against);
                for (int row = 0; row < own.length; row++) {
                    own[row] -= shared * against[row];
                }
            }
            double length = Math.sqrt(product(own, own));
            boolean nothing = length <= NOTHING * before;
            for (int row = 0; row < own.length; row++) {
                own[row] = nothing ? 0 : own[row] / length;
            }
        }
        return turned(columns);
    }

    private static double[][] turned(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < turned.length; column++) {
                turned[column][row] = matrix[row][column];
            }
        }
        return turned;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
