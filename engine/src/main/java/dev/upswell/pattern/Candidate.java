package dev.upswell.pattern;

import dev.upswell.wide.WideRows;

/// A column and a threshold that some videos suggest, to be tested on others.
///
/// @param rises whether engagement is expected to be higher above the threshold
/// @param votes how many of the four models point at it
/// @param contrast how far from 0 it is among the videos that chose it, in standard errors and in the direction expected
record Candidate(int column, double threshold, boolean rises, int votes, double contrast) {

    /// For each row 1 above the threshold and 0 below; NaN where there is no value.
    double[] side(WideRows rows) {
        return side(rows.columns()[column], threshold);
    }

    static double[] side(double[] values, double threshold) {
        double[] side = new double[values.length];
        for (int row = 0; row < side.length; row++) {
            side[row] = Double.isNaN(values[row]) ? Double.NaN : values[row] > threshold ? 1 : 0;
        }
        return side;
    }

    /// The same with the mean of the others where there is no value, so that such a row says nothing about it.
    static double[] filled(double[] side, double[] weights) {
        double sum = 0;
        double mass = 0;
        for (int row = 0; row < side.length; row++) {
            if (!Double.isNaN(side[row])) {
                sum += weights[row] * side[row];
                mass += weights[row];
            }
        }
        double[] filled = side.clone();
        for (int row = 0; row < side.length; row++) {
            if (Double.isNaN(side[row])) {
                filled[row] = mass == 0 ? 0 : sum / mass;
            }
        }
        return filled;
    }
}
