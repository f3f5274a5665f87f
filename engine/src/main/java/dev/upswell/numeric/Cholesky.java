package dev.upswell.numeric;

/// Solves small symmetric positive definite systems.
public final class Cholesky {

    private Cholesky() {
    }

    /// The `x` with `matrix · x = right`; only the lower triangle is read, and both arguments are overwritten.
    ///
    /// Values are taken off in the order of the schoolbook, but a whole row of the factor at a time, which processors do several
    /// values at once, and not where there is nothing to take off: inputs that never occur together are common.
    public static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        turn(matrix);
        for (int j = 0; j < size; j++) {
            double[] column = matrix[j];
            for (int k = 0; k < j; k++) {
                double times = matrix[k][j];
                if (times != 0) {
                    takeOff(column, times, matrix[k], j);
                }
            }
            double root = Math.sqrt(Math.max(column[j], 1e-12));
            column[j] = root;
            for (int i = j + 1; i < size; i++) {
                column[i] /= root;
            }
        }
        for (int i = 0; i < size; i++) {
            right[i] /= matrix[i][i];
            takeOff(right, right[i], matrix[i], i + 1);
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }

    /// Copies the lower triangle onto the upper one, whose rows are the columns of the lower.
    private static void turn(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
    }

    private static void takeOff(double[] values, double times, double[] others, int from) {
        for (int i = from; i < values.length; i++) {
            values[i] -= times * others[i];
        }
    }

    /// The scalar product of two vectors of one length.
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
