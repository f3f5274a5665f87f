package dev.upswell.companion;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.FeatureSet;
import dev.upswell.regime.CutBarBlock;
import dev.upswell.regime.RegimeBlock;
import java.util.List;
import java.util.stream.Stream;

/// Computes `feature_set_v4`: all of the second set, and what is believed of outbreaks by constants that are learnt with each
/// model.
///
/// **cost** beside the second set's about a millisecond per entity and cut, and a minute to learn the constants.
public final class OutbreakFeatures {

    private static final List<String> RANKED = List.of("regime_branching", "regime_excitation", "regime_under_way",
            "futures_growth", "futures_growth_p5", "futures_growth_p50", "futures_growth_p95");

    /// How the fourth set is computed, before anything was learnt.
    public static final FeatureRecipe RECIPE = new FeatureRecipe("feature_set_v4",
            "All of the second set; hidden regimes of a self-exciting process of posts, filtered by constants learnt"
                    + " from all entities, and what their futures would bring beside those of all others.",
            Stream.concat(CompanionFeatures.blocks(), Stream.of(new RegimeBlock())).toList(),
            List.of(new CutBarBlock()),
            Stream.concat(CompanionFeatures.ranked(), RANKED.stream()).toList(), CompanionFeatures.absent());

    /// The set that [#RECIPE] computes.
    public static final FeatureSet V4 = RECIPE.set();

    private OutbreakFeatures() {
    }
}
