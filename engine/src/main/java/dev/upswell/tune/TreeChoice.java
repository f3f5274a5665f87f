package dev.upswell.tune;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.learn.TreeSettings;
import org.jspecify.annotations.Nullable;

/// How boosted trees are trained: what is searched for.
///
/// @param featureSet version of a narrower set than the one that suits the entities; null for that one, so that richer sets that
///     come later are not held off
public record TreeChoice(@Nullable String featureSet, TreeSettings trees) {

    /// How the rows are computed where this recipe suits the entities: the narrower set by name, as long as the suiting one
    /// still holds its columns.
    public FeatureRecipe recipe(FeatureRecipe suiting) {
        if (featureSet == null) {
            return suiting;
        }
        FeatureRecipe narrower = FeatureRecipes.of(featureSet);
        return suiting.set().names().containsAll(narrower.set().names()) ? narrower : suiting;
    }
}
