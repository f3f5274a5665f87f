package dev.upswell.wide;

/// A constant and a share of each column, once it is scaled and its mean is taken off.
///
/// @param scaler how columns are scaled; a missing value becomes the median
/// @param means mean of each scaled column
/// @param constant what is foretold where every column stands at its mean
/// @param coefficients change of the label for one unit of each scaled column; 0 for a column without a share
record LinearFunction(RobustScaler scaler, double[] means, double constant, double[] coefficients) {

    /// What it foretells for each of these rows.
    double[] values(WideRows rows) {
        double[][] scaled = scaler.scaled(rows);
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = constant;
            for (int column = 0; column < coefficients.length; column++) {
                if (coefficients[column] != 0) {
                    values[row] += coefficients[column] * (scaled[row][column] - means[column]);
                }
            }
        }
        return values;
    }
}
