package dev.upswell.feature;

import java.time.Duration;
import java.util.ArrayList;
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

    private static final List<FeatureBlock> BLOCKS = List.of(new GrowthBlock(), new TickBlock(), new PaceBlock(),
            new HawkesEstimate(),
            new NoveltyBlock(), new OutcomeBlock());
    private static final int[] OFFSETS = new int[BLOCKS.size()];
    private static final MarketBlock MARKET;
    private static final CutRanks RANKS;

    static {
        List<FeatureDefinition> all = new ArrayList<>();
        for (int i = 0; i < OFFSETS.length; i++) {
            OFFSETS[i] = all.size();
            all.addAll(BLOCKS.get(i).definitions());
        }
        MARKET = new MarketBlock(List.copyOf(all));
        all.addAll(MarketBlock.definitions());
        RANKS = new CutRanks(List.copyOf(all));
        all.addAll(CutRanks.definitions(List.copyOf(all)));
        V1 = LeakGuard.admit(new FeatureSet("feature_set_v1", "First set: view counters only.", all, absent()));
    }

    private static FeatureDefinition outcome(String name, String unit, String meaning) {
        return new FeatureDefinition(name, FeatureGroup.G_PAST_OUTCOME, unit, FeatureDefinition.FRESHNESS,
                "missing until the horizon has elapsed", LeakClass.OUTCOME, meaning);
    }

    /// How [#V1] is computed.
    public static final FeatureRecipe RECIPE = new Recipe();

    private HashtagFeatures() {
    }

    /// The recipe of the first set.
    record Recipe() implements FeatureRecipe {

        @Override
        public FeatureSet set() {
            return V1;
        }

        @Override
        public float[][] at(CutContext context, List<Subject> subjects) {
            return HashtagFeatures.at(context, subjects);
        }

        @Override
        public String persistence(Duration horizon) {
            String name = "growth_" + horizon.toHours() + "h";
            return V1.names().contains(name) ? name : "growth_24h";
        }

        @Override
        public String toString() {
            return V1.version();
        }
    }

    /// The vectors of all these entities at one cut, in their order.
    public static float[][] at(CutContext context, List<FeatureRecipe.Subject> subjects) {
        float[][] rows = new float[subjects.size()][V1.size()];
        for (int i = 0; i < rows.length; i++) {
            FeatureRecipe.Subject subject = subjects.get(i);
            fill(FeatureBlock.Known.of(subject.readings(), subject.outcomes(), context), rows[i]);
        }
        MARKET.fill(rows);
        RANKS.fill(rows);
        return rows;
    }

    private static void fill(FeatureBlock.Known known, float[] row) {
        if (known.readings().cutSecond() != known.context().cut().getEpochSecond()) {
            throw new IllegalArgumentException("cut of the readings (" + known.readings().cutSecond()
                    + ") must be the cut of the row (" + known.context().cut()
                    + ")\nMaybe the readings were taken as of another instant.");
        }
        for (int i = 0; i < OFFSETS.length; i++) {
            BLOCKS.get(i).fill(known, row, OFFSETS[i]);
        }
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
