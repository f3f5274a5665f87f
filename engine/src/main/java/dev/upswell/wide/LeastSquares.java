package dev.upswell.wide;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// A number as a linear function of all columns, without any penalty: what few rows with many columns do to a fit.
///
/// Where there are as many columns as rows or more, every label is met exactly, and of all functions that do so this is the one with the least
/// coefficients. **absence** a missing value counts as the median · **cost** cubic in the smaller of rows and columns
public final class LeastSquares {

    private final LinearFunction function;

    private LeastSquares(LinearFunction function) {
        this.function = function;
    }

    /// The function for these rows.
    public static LeastSquares of(WideRows rows) {
        RobustScaler scaler = RobustScaler.of(rows);
        double[][] scaled = scaler.scaled(rows);
        double[] weights = rows.weights();
        double mass = Arrays.stream(weights).sum();
        double constant = 0;
        double[] means = new double[rows.width()];
        for (int row = 0; row < scaled.length; row++) {
            constant += weights[row] / mass * rows.labels()[row];
            for (int column = 0; column < means.length; column++) {
                means[column] += weights[row] / mass * scaled[row][column];
            }
        }
        double[] labels = new double[scaled.length];
        for (int row = 0; row < scaled.length; row++) {
            double root = Math.sqrt(weights[row]);
            labels[row] = root * (rows.labels()[row] - constant);
            for (int column = 0; column < means.length; column++) {
                scaled[row][column] = root * (scaled[row][column] - means[column]);
            }
        }
        return new LeastSquares(new LinearFunction(scaler, means, constant,
                new SingularValueDecomposition(new Array2DRowRealMatrix(scaled, false)).getSolver().getInverse()
                        .operate(labels)));
    }

    /// What it foretells for each of these rows.
    public double[] values(WideRows rows) {
        return function.values(rows);
    }
}
