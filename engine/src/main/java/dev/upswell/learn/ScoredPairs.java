package dev.upswell.learn;

import java.util.Arrays;
import java.util.Optional;

/// Probabilities and what came, one pair per entity and cut, in order of the cuts.
///
/// Within a cut the order of the pairs decides between equal probabilities where only the first ones are looked at.
///
/// @param labels 0 or 1
/// @param entities numbered from 0
/// @param cuts epoch seconds, ascending
public record ScoredPairs(double[] probabilities, float[] labels, int[] entities, long[] cuts) {

    public ScoredPairs {
        int size = probabilities.length;
        if (labels.length != size || entities.length != size || cuts.length != size) {
            throw new IllegalArgumentException("scored pairs (" + size + ", " + labels.length + ", " + entities.length
                    + ", " + cuts.length + ") must have equal lengths\nMaybe a filter missed an array.");
        }
    }

    /// How many pairs there are.
    public int size() {
        return probabilities.length;
    }

    /// How many of them came true.
    public int positives() {
        int count = 0;
        for (float label : labels) {
            count += label > 0 ? 1 : 0;
        }
        return count;
    }

    /// The slope `b` of `log-odds(label) = a + b · log-odds(probability)`: 1 when probabilities are spread as widely as they
    /// should be; empty when all are equal.
    Optional<Double> calibrationSlope() {
        double first = probabilities.length == 0 ? 0 : probabilities[0];
        if (Arrays.stream(probabilities).allMatch(p -> p == first)) {
            return Optional.empty();
        }
        double[] weights = new double[probabilities.length];
        Arrays.fill(weights, 1);
        return Optional.of(Calibration.fit(Calibration.Kind.PLATT, probabilities, labels, weights).a());
    }
}
