package dev.upswell.wide;

import java.util.Arrays;

/// Few rows with many columns, and a label for each row.
///
/// **shape** `columns` has one array for each column, with one value for each row; arrays are shared, not copied, and nobody writes to
/// them. **absence** NaN where a row has no value in a column, as in the data sets of trainers.
///
/// @param labels one for each row, each a number
/// @param weights what each row counts for, above 0
/// @param owners a number for each row: rows of one owner resemble each other, and are never divided between fitting and judging
/// @param origins a number for each row: rows are compared with those of the same origin only
public record WideRows(double[][] columns, double[] labels, double[] weights, int[] owners, int[] origins) {

    public WideRows {
        int rows = labels.length;
        if (weights.length != rows || owners.length != rows || origins.length != rows
                || Arrays.stream(columns).anyMatch(column -> column.length != rows)) {
            throw new IllegalArgumentException("wide rows (" + rows
                    + " labels) must have as many weights, owners and values\nMaybe a column was read twice.");
        }
    }

    /// Rows of one origin.
    public WideRows(double[][] columns, double[] labels, double[] weights, int[] owners) {
        this(columns, labels, weights, owners, new int[owners.length]);
    }

    /// How many rows there are.
    public int size() {
        return labels.length;
    }

    /// How many columns there are.
    public int width() {
        return columns.length;
    }

    /// Only these rows, in this order; a row may be taken more than once.
    public WideRows take(int[] rows) {
        return new WideRows(Arrays.stream(columns).map(column -> pick(column, rows)).toArray(double[][]::new),
                pick(labels, rows), pick(weights, rows), Arrays.stream(rows).map(row -> owners[row]).toArray(),
                Arrays.stream(rows).map(row -> origins[row]).toArray());
    }

    /// The same rows with other labels.
    public WideRows with(double[] others) {
        return new WideRows(columns, others, weights, owners, origins);
    }

    /// The same rows with other weights.
    public WideRows weighted(double[] others) {
        return new WideRows(columns, labels, others, owners, origins);
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
