package dev.upswell.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Least squares whose coefficients are at least 0.
///
/// The active set method: coefficients enter by what they would gain most, and leave when the solution over those that are in would
/// make them negative. It ends after finitely many steps at the one least value, also where columns depend on each other, because a
/// column that would still gain something does not depend on those that are in.
///
/// **source** Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23
public final class NonNegative {

    private static final double NOTHING = 1e-11;
    private static final int ROUNDS = 10;

    private NonNegative() {
    }

    /// The `x ≥ 0` for which `xᵀ·gram·x − 2·xᵀ·right` is least.
    ///
    /// @param gram the products of all columns with each other, symmetric
    /// @param right the products of all columns with the target
    public static double[] solve(double[][] gram, double[] right) {
        int size = right.length;
        double[] solution = new double[size];
        boolean[] in = new boolean[size];
        double least = NOTHING * Arrays.stream(right).map(Math::abs).max().orElse(0);
        for (int round = 0; round < ROUNDS * size; round++) {
            int next = mostGaining(gram, right, solution, in);
            if (next < 0 || gain(gram[next], right[next], solution) <= least) {
                return solution;
            }
            in[next] = true;
            double[] free = over(gram, right, in);
            if (free[next] <= 0) {
                return solution;
            }
            while (smallest(free, in) <= 0) {
                solution = towards(free, solution, in);
                free = over(gram, right, in);
            }
            solution = free;
        }
        return solution;
    }

    private static int mostGaining(double[][] gram, double[] right, double[] solution, boolean[] in) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < right.length; i++) {
            double gain = in[i] ? 0 : gain(gram[i], right[i], solution);
            if (gain > most) {
                most = gain;
                best = i;
            }
        }
        return best;
    }

    private static double gain(double[] row, double right, double[] solution) {
        return right - Cholesky.dot(row, solution);
    }

    /// The plain solution over the columns that are in; 0 for the others.
    private static double[] over(double[][] gram, double[] right, boolean[] in) {
        int[] columns = IntStream.range(0, in.length).filter(i -> in[i]).toArray();
        double[][] matrix = new double[columns.length][columns.length];
        double[] target = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            target[i] = right[columns[i]];
            for (int j = 0; j < columns.length; j++) {
                matrix[i][j] = gram[columns[i]][columns[j]];
            }
        }
        double[] solved = Cholesky.solve(matrix, target);
        double[] all = new double[in.length];
        for (int i = 0; i < columns.length; i++) {
            all[columns[i]] = solved[i];
        }
        return all;
    }

    private static double smallest(double[] free, boolean[] in) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < free.length; i++) {
            smallest = in[i] ? Math.min(smallest, free[i]) : smallest;
        }
        return smallest;
    }

    /// As far towards the plain solution as nothing becomes negative; what reaches 0 leaves.
    private static double[] towards(double[] free, double[] solution, boolean[] in) {
        double step = 1;
        int leaving = -1;
        for (int i = 0; i < free.length; i++) {
            if (in[i] && free[i] <= 0) {
                double reach = solution[i] / (solution[i] - free[i]);
                if (leaving < 0 || reach < step) {
                    step = reach;
                    leaving = i;
                }
            }
        }
        double[] moved = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            moved[i] = in[i] ? solution[i] + step * (free[i] - solution[i]) : 0;
            if (in[i] && (i == leaving || moved[i] <= 0)) {
                in[i] = false;
                moved[i] = 0;
            }
        }
        return moved;
    }
}
