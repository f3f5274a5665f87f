package dev.upswell.server.narrative;

import dev.upswell.feature.FeatureSet;
import java.util.Optional;

/// What a model expects of one vector if one thing in it were otherwise and all others were held.
///
/// It tells what the model makes of the change, and not what would happen: nobody tried it.
///
/// @param before the value of the feature as it is
/// @param after the value that is put in its place
/// @param expected the probability of a surge as it is
/// @param otherwise the probability with the other value
record Counterfactual(double before, double after, double expected, double otherwise) {

    /// How evenly the carrying videos of a week are spread over their creators [0..1].
    static final String DISPERSION = "creator_entropy_7d";

    private static final double TIMES = 2;
    private static final double SAME = 0.0005;

    /// Gives each of some vectors, packed row after row, its calibrated probability; empty where it cannot be asked.
    interface Asked {

        Optional<double[]> probabilities(float[] vectors);
    }

    /// What the model makes of twice the dispersion of creators, at most 1.
    ///
    /// A network that looks back is asked with its history as it was read: no step of it tells how views are spread over creators, so
    /// there is nothing in it to be doubled.
    ///
    /// **absence** empty where the model does not look at it, where it is not known or as high as it can be, and where the model cannot
    /// be asked
    static Optional<Counterfactual> ofDispersion(FeatureSet features, float[] vector, Asked model) {
        int column = features.names().indexOf(DISPERSION);
        if (column < 0 || Float.isNaN(vector[column]) || vector[column] <= 0 || vector[column] >= 1) {
            return Optional.empty();
        }
        float[] both = new float[2 * vector.length];
        System.arraycopy(vector, 0, both, 0, vector.length);
        System.arraycopy(vector, 0, both, vector.length, vector.length);
        float after = (float) Math.min(1, TIMES * vector[column]);
        both[vector.length + column] = after;
        return model.probabilities(both)
                .map(found -> new Counterfactual(vector[column], after, found[0], found[1]));
    }

    /// Whether the change makes no difference that would be told.
    boolean isSame() {
        return Math.abs(otherwise - expected) < SAME;
    }
}
