package dev.upswell.server.narrative;

import dev.upswell.forecast.SurgeModel;
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

    /// What the model makes of twice the dispersion of creators, at most 1.
    ///
    /// **absence** empty where the model does not look at it, or where it is not known or as high as it can be
    static Optional<Counterfactual> ofDispersion(SurgeModel.ByRows model, float[] vector) {
        int column = model.features().names().indexOf(DISPERSION);
        if (column < 0 || Float.isNaN(vector[column]) || vector[column] <= 0 || vector[column] >= 1) {
            return Optional.empty();
        }
        float[] both = new float[2 * vector.length];
        System.arraycopy(vector, 0, both, 0, vector.length);
        System.arraycopy(vector, 0, both, vector.length, vector.length);
        float after = (float) Math.min(1, TIMES * vector[column]);
        both[vector.length + column] = after;
        double[] probabilities = model.probabilities(both, 2);
        return Optional.of(new Counterfactual(vector[column], after, probabilities[0], probabilities[1]));
    }

    /// Whether the change makes no difference that would be told.
    boolean isSame() {
        return Math.abs(otherwise - expected) < SAME;
    }
}
