package dev.upswell.forecast;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Dataset;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/// Next day's log growth as a linear function of log growth over the last 1, 2, 3 and 7 days.
///
/// **absence** a missing past growth counts as none · **source** Szabo and Huberman, Predicting the popularity of online
/// content (2010), with several reference times after Pinto, Almeida and Gonçalves (2013).
record LogLinearFit(double[] weights) {

    private static final int[] COLUMNS = {column("growth_24h"), column("growth_48h"), column("growth_72h"),
            column("growth_7d")};
    private static final double RIDGE = 1e-3;
    private static final double CLIP = 0.5;

    private static int column(String name) {
        return HashtagFeatures.V1.indexOf(name);
    }

    /// Least squares over all rows; growths beyond ±0.5 are clipped, because single recounts would rule the fit.
    static LogLinearFit of(Dataset rows, float[] growths) {
        int size = COLUMNS.length + 1;
        RealMatrix squares = new Array2DRowRealMatrix(size, size);
        RealVector products = new ArrayRealVector(size);
        double[] inputs = new double[size];
        for (int row = 0; row < rows.size(); row++) {
            fill(rows.values(), row * rows.columns().size(), inputs);
            double growth = Math.clamp(growths[row], -CLIP, CLIP);
            for (int i = 0; i < size; i++) {
                products.addToEntry(i, inputs[i] * growth);
                for (int j = 0; j < size; j++) {
                    squares.addToEntry(i, j, inputs[i] * inputs[j]);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            squares.addToEntry(i, i, RIDGE);
        }
        return new LogLinearFit(new LUDecomposition(squares).getSolver().solve(products).toArray());
    }

    /// The log growth expected over the next 24 hours, by row.
    double[] growths(float[] values, int rows) {
        int width = HashtagFeatures.V1.size();
        double[] inputs = new double[weights.length];
        double[] all = new double[rows];
        for (int row = 0; row < rows; row++) {
            fill(values, row * width, inputs);
            for (int i = 0; i < inputs.length; i++) {
                all[row] += inputs[i] * weights[i];
            }
        }
        return all;
    }

    private static void fill(float[] values, int offset, double[] inputs) {
        for (int i = 0; i < COLUMNS.length; i++) {
            float value = values[offset + COLUMNS[i]];
            inputs[i] = Float.isNaN(value) ? 0 : Math.clamp(value, -CLIP, CLIP);
        }
        inputs[COLUMNS.length] = 1;
    }
}
