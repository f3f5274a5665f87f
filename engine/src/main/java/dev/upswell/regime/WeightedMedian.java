package dev.upswell.regime;

import java.util.Arrays;

/// The value below which half of all weight lies.
final class WeightedMedian {

    private WeightedMedian() {
    }

    /// Of the first `size` values; NaN of none.
    static double of(double[] values, double[] weights, int size) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(values[x], values[y]));
        double half = 0;
        for (int i = 0; i < size; i++) {
            half += weights[i] / 2;
        }
        for (int i : order) {
            half -= weights[i];
            if (half <= 0) {
                return values[i];
            }
        }
        return Double.NaN;
    }
}
