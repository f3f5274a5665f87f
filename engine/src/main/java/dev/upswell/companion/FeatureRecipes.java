package dev.upswell.companion;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntitySeries;
import java.util.Collection;
import java.util.List;

/// Every feature set that this code computes.
public final class FeatureRecipes {

    /// Every recipe, the oldest first.
    public static final List<FeatureRecipe> ALL = List.of(HashtagFeatures.RECIPE, CompanionFeatures.RECIPE,
            OutbreakFeatures.RECIPE, LookFeatures.RECIPE);

    private FeatureRecipes() {
    }

    /// The recipe of the set with this version.
    ///
    /// **errors** `IllegalArgumentException` when this code computes no such set.
    public static FeatureRecipe of(String version) {
        for (FeatureRecipe recipe : ALL) {
            if (recipe.set().version().equals(version)) {
                return recipe;
            }
        }
        throw new IllegalArgumentException("feature set (" + version + ") must be one of "
                + ALL.stream().map(recipe -> recipe.set().version()).toList() + "\nMaybe train the model again.");
    }

    /// The recipe for these entities: the fourth where any of them has posts beside views, else the second where any has a counter
    /// beside the target or a carrying video, else the first, which asks for no more than the target.
    public static FeatureRecipe suiting(Collection<EntitySeries> entities, Counter target) {
        if (entities.stream().anyMatch(entity -> has(entity, Counter.POSTS) && has(entity, Counter.VIEWS))) {
            return OutbreakFeatures.RECIPE;
        }
        boolean accompanied = entities.stream().anyMatch(entity -> entity.carriersIfAny().isPresent()
                || entity.counters().keySet().stream().anyMatch(each -> each != target && has(entity, each)));
        return accompanied ? CompanionFeatures.RECIPE : HashtagFeatures.RECIPE;
    }

    private static boolean has(EntitySeries entity, Counter counter) {
        return entity.counter(counter).map(series -> series.size() > 0).orElse(false);
    }
}
