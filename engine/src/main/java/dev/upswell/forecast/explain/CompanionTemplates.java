package dev.upswell.forecast.explain;

import static dev.upswell.forecast.explain.Template.plain;
import static dev.upswell.forecast.explain.Template.signed;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;

/// What the last hours of the target, its companion counters and the videos that carry it say.
final class CompanionTemplates {

    private static final String SPAN = "(?<span>\\d+[hd])";
    private static final String COUNTER = "(?<of>views|likes|comments|shares|saves|posts|followers)";
    private static final String MEMORY = "memory_(?<of>\\d+h)";

    static final List<Template> ALL = List.of(
            plain("pace_" + SPAN + "_of_week", "paceOfWeek", Unit.TIMES),
            plain("pace_" + SPAN + "_of_season", "paceOfSeason", Unit.TIMES),
            plain("forgetful_pace_" + SPAN, "recentPace", Unit.LOG_CHANGE_PER_DAY),
            signed("window_velocity_" + SPAN, "velocity", Unit.RATIO),
            signed("window_acceleration_" + SPAN, "turn", Unit.RATIO),
            plain("window_momentum_" + SPAN, "momentum", Unit.NUMBER),
            signed(COUNTER + "_growth_" + SPAN, "companionGrowth", Unit.CHANGE),
            plain(COUNTER + "_pace_" + SPAN + "_of_week", "companionPace", Unit.TIMES),
            plain("posts_per_day_" + SPAN, "postsPace", Unit.LOG_CHANGE_PER_DAY),
            plain("forgetful_posts_" + SPAN, "recentPosts", Unit.LOG_CHANGE_PER_DAY),
            plain("posts_ratio_" + SPAN + "_(?<of>\\d+[hd])", "postsRatio", Unit.TIMES),
            plain("forgetful_posts_turn", "postsTurn", Unit.TIMES),
            plain("posts_" + SPAN + "_of_season", "postsOfSeason", Unit.TIMES),
            signed("posts_surprise_" + SPAN, "postsSurprise", Unit.NUMBER),
            plain("posts_branching_" + SPAN + "_" + MEMORY, "branching", Unit.NUMBER),
            plain("posts_excitation_" + MEMORY, "excitation", Unit.TIMES),
            signed("posts_expected_" + SPAN + "_" + MEMORY, "postsExpected", Unit.CHANGE),
            plain("views_per_post", "viewsPerPost", Unit.SIZE),
            plain("views_per_post_7d", "viewsPerPostWeek", Unit.SIZE),
            plain("views_per_post_24h", "viewsPerPostDay", Unit.TIMES),
            plain("views_under_way_" + SPAN, "underWay", Unit.CHANGE),
            signed("views_unpaid_" + SPAN, "unpaid", Unit.RATIO),
            plain("posts_ahead_of_views", "postsAhead", Unit.TIMES),
            plain("posts_ahead_of_views_24h", "postsAheadDay", Unit.TIMES),
            plain(COUNTER + "_per_view_24h", "rate", Unit.SHARE),
            plain(COUNTER + "_per_view_change", "rateDay", Unit.TIMES),
            plain(COUNTER + "_per_view_6h_change", "rateHours", Unit.TIMES),
            plain("carriers_" + SPAN, "carriers", Unit.COUNT),
            plain("new_creators_" + SPAN, "newCreators", Unit.COUNT),
            plain("new_creator_share_7d", "newShare", Unit.SHARE),
            plain("top_creator_share_7d", "topShare", Unit.SHARE),
            plain("creator_entropy_7d", "evenness", Unit.SHARE), plain("carriers_turn", "carriersTurn", Unit.TIMES));

    private CompanionTemplates() {
    }
}
