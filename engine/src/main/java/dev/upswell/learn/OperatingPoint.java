package dev.upswell.learn;

import java.util.Arrays;
import java.util.Optional;

/// The lowest probability at which alerts are right often enough.
public record OperatingPoint(double threshold, double precision, double recall) {

    /// The lowest threshold at which the pairs at or above it reach this precision; empty when none does.
    public static Optional<OperatingPoint> lowest(double[] probabilities, float[] labels, double precision) {
        Integer[] order = new Integer[probabilities.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(probabilities[y], probabilities[x]));
        double positives = 0;
        for (float label : labels) {
            positives += label;
        }
        OperatingPoint best = null;
        double hits = 0;
        for (int i = 0; i < order.length; i++) {
            hits += labels[order[i]];
            boolean groupEnds = i + 1 == order.length || probabilities[order[i + 1]] != probabilities[order[i]];
            if (groupEnds && hits / (i + 1) >= precision) {
                best = new OperatingPoint(probabilities[order[i]], hits / (i + 1), hits / positives);
            }
        }
        return Optional.ofNullable(best);
    }
}
