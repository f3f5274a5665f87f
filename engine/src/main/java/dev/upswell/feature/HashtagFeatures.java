package dev.upswell.feature;

import java.util.List;

/// Computes `feature_set_v1`: what the view counter of a hashtag tells at a cut.
///
/// **cost** one pass over the last 60 days of readings per entity and cut.
public final class HashtagFeatures {

    /// The set that [#at] computes.
    public static final FeatureSet V1;

    /// What a cut is asked about and only later readings answer: labels and their parts, never a column of a training row.
    public static final List<FeatureDefinition> OUTCOMES = List.of(
            outcome("surged_24h", "0 or 1", "whether the growth of the next 24 hours lies above 0 and above the bar"),
            outcome("future_growth_24h", "log ratio", "growth of the level over the next 24 hours"),
            outcome("hours_to_bar", "hours", "time from the cut to the first reading whose growth passes its bar"));

    /// The blocks of the first set; later sets begin with them.
    public static final List<FeatureBlock> BLOCKS = List.of(new GrowthBlock(), new TickBlock(), new PaceBlock(),
            new HawkesEstimate(), new NoveltyBlock(), new OutcomeBlock());

    /// The names of the features that the first set ranks.
    public static final List<String> RANKED = CutRanks.OF_TARGET;

    /// How the first set is computed.
    public static final FeatureRecipe RECIPE = new FeatureRecipe("feature_set_v1", "First set: view counters only.",
            BLOCKS, RANKED, absent());

    static {
        V1 = RECIPE.set();
    }

    private static FeatureDefinition outcome(String name, String unit, String meaning) {
        return new FeatureDefinition(name, FeatureGroup.G_PAST_OUTCOME, unit, FeatureDefinition.FRESHNESS,
                "missing until the horizon has elapsed", LeakClass.OUTCOME, meaning, FeatureDefinition.LABELS);
    }

    private HashtagFeatures() {
    }

    /// The vectors of all these entities at one cut, in their order.
    public static float[][] at(CutContext context, List<FeatureRecipe.Subject> subjects) {
        return RECIPE.at(context, subjects);
    }

    private static List<AbsentGroup> absent() {
        return List.of(
                new AbsentGroup(FeatureGroup.A_GROWTH,
                        "present but for velocity, acceleration and momentum as the metrics define them, which compare windows"
                                + " that rounded counters read every few hours do not fill, and growth of the last hour, which is"
                                + " shorter than their cadence"),
                new AbsentGroup(FeatureGroup.B_ENGAGEMENT,
                        "hashtag series carry views only; likes, comments and shares come with video observations"),
                new AbsentGroup(FeatureGroup.C_DIVERSITY, "the creators behind a hashtag are not in its view counter"),
                new AbsentGroup(FeatureGroup.D_CLUSTER, "themes do not exist yet"),
                new AbsentGroup(FeatureGroup.H_OTHER_PLATFORM, "no source of another platform is connected"));
    }
}
