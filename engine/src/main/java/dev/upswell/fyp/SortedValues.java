package dev.upswell.fyp;

import dev.upswell.numeric.LowerBound;
import dev.upswell.numeric.Quantiles;
import java.util.Arrays;

/// Numbers kept in ascending order while more come.
final class SortedValues {

    private double[] values = new double[8];
    private int size;

    void add(double value) {
        int at = below(Math.nextUp(value));
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    int size() {
        return size;
    }

    double get(int index) {
        return values[index];
    }

    /// How many are less than this.
    int below(double value) {
        return LowerBound.of(size, i -> values[i] < value);
    }

    /// How many are less than this, with those equal to it counting half.
    double mid(double value) {
        return (below(value) + below(Math.nextUp(value))) / 2.0;
    }

    double median() {
        return Quantiles.ofSorted(Arrays.copyOf(values, size), 0.5);
    }
}
