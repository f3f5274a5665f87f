package dev.upswell.embed;

/// A matrix of which most is zero, row by row.
///
/// @param columns for each row the columns that are not zero
/// @param values what stands there
record SparseRows(int[][] columns, float[][] values, int width) {

    int height() {
        return columns.length;
    }

    /// This matrix times another of `width` rows.
    double[][] times(double[][] other) {
        int wide = other[0].length;
        double[][] product = new double[height()][wide];
        for (int row = 0; row < product.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                add(other[columns[row][i]], values[row][i], product[row]);
            }
        }
        return product;
    }

    /// This matrix turned over, times another of as many rows as this has.
    double[][] turnedTimes(double[][] other) {
        int wide = other[0].length;
        double[][] product = new double[width][wide];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                add(other[row], values[row][i], product[columns[row][i]]);
            }
        }
        return product;
    }

    private static void add(double[] row, double times, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * row[i];
        }
    }
}
