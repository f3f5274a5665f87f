package dev.upswell.companion;

import dev.upswell.feature.AbsentGroup;
import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.HashtagFeatures;
import java.util.List;
import java.util.stream.Stream;

/// Computes `feature_set_v2`: all of the first set, and what companion counters and carrying videos tell.
///
/// **cost** one pass over the last 60 days of the target and the last 8 days of each companion per entity and cut.
public final class CompanionFeatures {

    private static final List<FeatureBlock> ADDED = List.of(new ShortLagBlock(), new CompanionBlock(), new PostsBlock(),
            new SelfExcitationBlock(), new UnderWayBlock(), new EngagementBlock(), new DiversityBlock());

    private static final List<String> RANKED = List.of("growth_1h", "forgetful_pace_1h", "forgetful_pace_6h",
            "posts_growth_3h", "posts_growth_6h", "posts_growth_12h", "posts_growth_24h", "forgetful_posts_3h",
            "forgetful_posts_6h", "forgetful_posts_12h", "posts_expected_24h_memory_2h", "views_under_way_6h",
            "views_under_way_12h", "views_under_way_24h");

    /// How the second set is computed.
    public static final FeatureRecipe RECIPE = new FeatureRecipe("feature_set_v2",
            "All of the first set; short lags of the target, growth and pace of companion counters, posts as a"
                    + " self-exciting process, views under way, engagement per view, and the creators who carry the entity.",
            blocks().toList(), ranked().toList(), absent());

    /// The set that [#RECIPE] computes.
    public static final FeatureSet V2 = RECIPE.set();

    private CompanionFeatures() {
    }

    static Stream<FeatureBlock> blocks() {
        return Stream.concat(HashtagFeatures.BLOCKS.stream(), ADDED.stream());
    }

    static Stream<String> ranked() {
        return Stream.concat(HashtagFeatures.RANKED.stream(), RANKED.stream());
    }

    static List<AbsentGroup> absent() {
        return List.of(new AbsentGroup(FeatureGroup.D_CLUSTER, "themes do not exist yet"),
                new AbsentGroup(FeatureGroup.H_OTHER_PLATFORM, "no source of another platform is connected"));
    }
}
