package dev.upswell.learn;

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
}
