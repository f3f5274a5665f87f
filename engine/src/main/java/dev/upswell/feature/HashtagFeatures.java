package dev.upswell.feature;

import java.util.ArrayList;
import java.util.List;

/// Computes `feature_set_v1`: what the view counter of a hashtag tells at a cut.
///
/// **cost** one pass over the last 60 days of readings per entity and cut.
public final class HashtagFeatures {

    /// The set that [#at] computes.
    public static final FeatureSet V1;

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

    private HashtagFeatures() {
    }

    /// One entity at a cut: what was known of its counter and of its earlier outcomes.
    public record Subject(PastReadings readings, PastOutcomes outcomes) {
    }

    /// The vectors of all these entities at one cut, in their order.
    public static float[][] at(CutContext context, List<Subject> subjects) {
        float[][] rows = new float[subjects.size()][V1.size()];
        for (int i = 0; i < rows.length; i++) {
            Subject subject = subjects.get(i);
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
                new AbsentGroup(FeatureGroup.B_ENGAGEMENT,
                        "hashtag series carry views only; likes, comments and shares come with video observations"),
                new AbsentGroup(FeatureGroup.C_DIVERSITY, "the creators behind a hashtag are not in its view counter"),
                new AbsentGroup(FeatureGroup.D_CLUSTER, "themes do not exist yet"),
                new AbsentGroup(FeatureGroup.H_OTHER_PLATFORM, "no source of another platform is connected"));
    }
}
