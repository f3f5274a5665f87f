package dev.upswell.learn;

import dev.upswell.numeric.Cholesky;

/// A number as a linear function of some columns, fitted by least squares.
///
/// **absence** a missing value counts as 0 · **range** values and labels beyond ±0.5 are clipped, because single outliers
/// would rule the fit.
///
/// **shape** the arrays are shared, not copied; nobody writes to them after the fit.
///
/// @param columns which columns of a row enter
/// @param width how many columns a row has
/// @param weights one per column, and the constant last
public record LeastSquares(int[] columns, int width, double[] weights) {

    private static final double RIDGE = 1e-3;
    private static final double CLIP = 0.5;

    /// The function that fits the labels of these rows best.
    public static LeastSquares of(Dataset rows, int[] columns) {
        int size = columns.length + 1;
        int width = rows.columns().size();
        double[][] squares = new double[size][size];
        double[] products = new double[size];
        double[] inputs = new double[size];
        for (int row = 0; row < rows.size(); row++) {
            fill(rows.values(), row * width, columns, inputs);
            double label = Math.clamp(rows.labels()[row], -CLIP, CLIP);
            for (int i = 0; i < size; i++) {
                products[i] += inputs[i] * label;
                for (int j = 0; j <= i; j++) {
                    squares[i][j] += inputs[i] * inputs[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            squares[i][i] += RIDGE;
        }
        return new LeastSquares(columns.clone(), width, Cholesky.solve(squares, products));
    }

    /// The value of the function, by row.
    public double[] values(float[] values, int rows) {
        double[] inputs = new double[weights.length];
        double[] all = new double[rows];
        for (int row = 0; row < rows; row++) {
            fill(values, row * width, columns, inputs);
            all[row] = Cholesky.dot(inputs, weights);
        }
        return all;
    }

    private static void fill(float[] values, int offset, int[] columns, double[] inputs) {
        for (int i = 0; i < columns.length; i++) {
            float value = values[offset + columns[i]];
            inputs[i] = Float.isNaN(value) ? 0 : Math.clamp(value, -CLIP, CLIP);
        }
        inputs[columns.length] = 1;
    }
}
