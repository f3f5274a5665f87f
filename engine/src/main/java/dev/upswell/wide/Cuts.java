package dev.upswell.wide;

import java.util.Arrays;

/// Thresholds between the values of each column, and on which side of each of them every row lies.
///
/// Few enough to try all of them at every split: at most fifteen a column, at equal shares of its rows, each halfway between two
/// values that occur.
///
/// @param thresholds for each column, ascending; none where it is constant
/// @param codes for each column and row how many thresholds lie below its value; −1 where it has none
public record Cuts(double[][] thresholds, byte[][] codes) {

    /// Most thresholds of a column.
    static final int MOST = 15;

    /// The thresholds of these rows.
    public static Cuts of(WideRows rows) {
        double[][] thresholds = Arrays.stream(rows.columns()).map(Cuts::thresholds).toArray(double[][]::new);
        return new Cuts(thresholds, codes(rows, thresholds));
    }

    /// Where other rows lie among these thresholds.
    public Cuts on(WideRows rows) {
        return new Cuts(thresholds, codes(rows, thresholds));
    }

    private static double[] thresholds(double[] column) {
        double[] known = Arrays.stream(column).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] distinct = Arrays.stream(known).distinct().toArray();
        if (distinct.length <= MOST + 1) {
            double[] all = new double[Math.max(0, distinct.length - 1)];
            Arrays.setAll(all, i -> (distinct[i] + distinct[i + 1]) / 2);
            return all;
        }
        double[] spread = new double[MOST];
        int found = 0;
        for (int i = 1; i <= MOST; i++) {
            int place = i * known.length / (MOST + 1);
            double threshold = (known[place - 1] + known[place]) / 2;
            if (known[place - 1] < known[place] && (found == 0 || threshold > spread[found - 1])) {
                spread[found++] = threshold;
            }
        }
        return Arrays.copyOf(spread, found);
    }

    private static byte[][] codes(WideRows rows, double[][] thresholds) {
        byte[][] codes = new byte[rows.width()][rows.size()];
        for (int column = 0; column < rows.width(); column++) {
            double[] values = rows.columns()[column];
            double[] limits = thresholds[column];
            for (int row = 0; row < values.length; row++) {
                codes[column][row] = code(values[row], limits);
            }
        }
        return codes;
    }

    private static byte code(double value, double[] limits) {
        if (Double.isNaN(value)) {
            return -1;
        }
        byte below = 0;
        while (below < limits.length && value > limits[below]) {
            below++;
        }
        return below;
    }
}
