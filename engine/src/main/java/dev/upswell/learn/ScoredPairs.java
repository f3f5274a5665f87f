package dev.upswell.learn;

import java.util.Arrays;

/// Probabilities and what came, one pair per entity and cut, in order of the cuts.
///
/// Within a cut the order of the pairs decides between equal probabilities where only the first ones are looked at.
///
/// **shape** the arrays are shared, not copied: a backtest evaluates tens of thousands of pairs in several ways.
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

    /// How often each pair counts when its entity was drawn so often.
    double[] weights(int[] draws) {
        return Arrays.stream(entities).mapToDouble(entity -> draws[entity]).toArray();
    }

    /// Whether this draw holds pairs that came true and pairs that did not.
    boolean bothClasses(int[] draws) {
        boolean came = false;
        boolean failed = false;
        for (int i = 0; i < labels.length && !(came && failed); i++) {
            boolean drawn = draws[entities[i]] > 0;
            came |= drawn && labels[i] > 0;
            failed |= drawn && labels[i] == 0;
        }
        return came && failed;
    }

    /// Whether all probabilities are equal, so that they rank nothing.
    boolean uniform() {
        return Arrays.stream(probabilities).allMatch(p -> p == probabilities[0]);
    }
}
