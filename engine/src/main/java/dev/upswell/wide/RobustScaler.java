package dev.upswell.wide;

import java.util.Arrays;

/// Brings columns to one scale: 0 is the median, 1 is an interquartile range above it.
///
/// **range** within ±3: a single odd video shall not rule a fit · **absence** a missing value becomes 0, the median, so that it speaks
/// for neither side · **edge cases** where half of the values are equal, the standard deviation takes the range's place; a constant
/// column becomes 0 throughout.
///
/// @param medians one for each column
/// @param spreads one for each column, above 0
public record RobustScaler(double[] medians, double[] spreads) {

    private static final double FARTHEST = 3;

    /// The scale of these columns.
    public static RobustScaler of(WideRows rows) {
        double[] medians = new double[rows.width()];
        double[] spreads = new double[rows.width()];
        for (int column = 0; column < rows.width(); column++) {
            double[] known = Arrays.stream(rows.columns()[column]).filter(value -> !Double.isNaN(value)).sorted()
                    .toArray();
            medians[column] = at(known, .5);
            double range = at(known, .75) - at(known, .25);
            spreads[column] = range > 0 ? range : deviation(known);
        }
        return new RobustScaler(medians, spreads);
    }

    /// All columns of these rows on the scale, row by row.
    public double[][] scaled(WideRows rows) {
        double[][] scaled = new double[rows.size()][rows.width()];
        for (int column = 0; column < rows.width(); column++) {
            double[] values = rows.columns()[column];
            for (int row = 0; row < values.length; row++) {
                scaled[row][column] = Double.isNaN(values[row])
                        ? 0
                        : Math.clamp((values[row] - medians[column]) / spreads[column], -FARTHEST, FARTHEST);
            }
        }
        return scaled;
    }

    private static double at(double[] ascending, double share) {
        if (ascending.length == 0) {
            return 0;
        }
        double position = (ascending.length - 1) * share;
        int low = (int) position;
        int high = Math.min(low + 1, ascending.length - 1);
        return ascending[low] + (ascending[high] - ascending[low]) * (position - low);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return squares > 0 ? Math.sqrt(squares / values.length) : 1;
    }
}
