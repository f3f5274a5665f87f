package dev.upswell.feature;

import java.time.Duration;
import java.util.List;

/// How the vectors of one feature set are computed: the only way from readings to a row.
///
/// A new set is a new recipe; rows, models and artefacts take the recipe as a value and name it by the version of its set.
public sealed interface FeatureRecipe permits HashtagFeatures.Recipe {

    /// The set whose vectors this makes.
    FeatureSet set();

    /// The vectors of all these entities, which are compared with each other at one cut, in their order.
    float[][] at(CutContext context, List<Subject> subjects);

    /// The column of this set that says "it goes on as it did": growth over the last so long a time as the horizon.
    String persistence(Duration horizon);

    /// The recipe of the set with this version.
    ///
    /// **errors** `IllegalArgumentException` when this code computes no such set.
    static FeatureRecipe of(String version) {
        for (FeatureRecipe recipe : ALL) {
            if (recipe.set().version().equals(version)) {
                return recipe;
            }
        }
        throw new IllegalArgumentException("feature set (" + version + ") must be one of "
                + ALL.stream().map(recipe -> recipe.set().version()).toList() + "\nMaybe train the model again.");
    }

    /// Every recipe, the oldest first.
    List<FeatureRecipe> ALL = List.of(HashtagFeatures.RECIPE);

    /// One entity at a cut: what was known of its counter, of its earlier outcomes, and of all else.
    ///
    /// @param readings of the counter that is foretold
    record Subject(PastReadings readings, PastOutcomes outcomes, Companions companions) {
    }
}
