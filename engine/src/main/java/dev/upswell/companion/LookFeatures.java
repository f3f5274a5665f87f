package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;
import static dev.upswell.feature.FeatureGroup.B_ENGAGEMENT;
import static dev.upswell.feature.FeatureGroup.E_NOVELTY;
import static dev.upswell.feature.FeatureGroup.F_CALENDAR;
import static dev.upswell.feature.FeatureGroup.G_PAST_OUTCOME;

import dev.upswell.feature.AbsentGroup;
import dev.upswell.feature.CutContext;
import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastOutcomes;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// Computes `look_set_v1`: what a counter tells that is read in crawls, a day or so apart and never exactly.
///
/// Growth counts in proportion to time, per horizon, between readings that lie at least six hours apart; nothing is asked for
/// at an exact hour, because no reading would be there.
///
/// **cost** a handful of readings per entity and cut.
public final class LookFeatures {

    private static final String FIRST_LOOK = "missing until an earlier reading is known";
    private static final String THIRD_LOOK = "missing until two earlier readings are known";
    private static final String AGELESS = "missing when the age is unknown";
    private static final String NO_LIKES = "missing when the source gives no likes";
    private static final String MADE = "time of making";
    private static final String TARGET_AND_MADE = "target counter and time of making";
    private static final String LIKES = "target counter and likes";
    private static final long APART = 6 * 3600;
    private static final double HOUR = 3600;
    private static final List<String> RANKED = List.of("growth_before", "growth_since_first", "life_growth",
            "log_level",
            "like_share", "like_growth_over_growth");

    /// How the set is computed. Rules go by rank, because the bar is one per band of age: the growth of a young video says
    /// nothing beside an old one's.
    public static final FeatureRecipe RECIPE = new FeatureRecipe("look_set_v1",
            "First set for counters that are read in crawls.", List.of(new Block()), RANKED, absent(),
            new FeatureRecipe.Baselines("rank_growth_before", "rank_growth_since_first", "rank_life_growth",
                    List.of("growth_before", "growth_since_first", "life_growth", "rank_growth_before",
                            "rank_life_growth")));

    private LookFeatures() {
    }

    private static List<FeatureDefinition> define() {
        return List.of(
                safe("growth_before", A_GROWTH, "log ratio", FIRST_LOOK, "growth per horizon since the look before"),
                safe("growth_before_that", A_GROWTH, "log ratio", THIRD_LOOK,
                        "growth per horizon between the two looks before"),
                safe("growth_since_first", A_GROWTH, "log ratio", FIRST_LOOK,
                        "growth per horizon since the first look"),
                safe("acceleration_before", A_GROWTH, "log ratio", THIRD_LOOK, "the first of these less the second"),
                safe("life_growth", A_GROWTH, "log ratio", AGELESS,
                        "growth over the next horizon at the mean pace since it was made").from(MADE),
                safe("gain_over_life", A_GROWTH, "log ratio",
                        FIRST_LOOK + ", when the age is unknown, or when the counter has fallen since",
                        "pace since the look before over the mean pace since it was made").from(TARGET_AND_MADE),
                safe("hours_since_look", A_GROWTH, "hours", FIRST_LOOK, "time since the look before"),
                safe("log_level", E_NOVELTY, "log count", "never missing", "size at the cut"),
                safe("age_hours", E_NOVELTY, "log hours", AGELESS, "time since it was made").from(MADE),
                safe("looks", E_NOVELTY, "count", "never missing", "how often it was read"),
                safe("made_hour", F_CALENDAR, "hours", AGELESS, "hour of the day at which it was made, UTC").from(MADE),
                safe("made_weekday", F_CALENDAR, "1 to 7", AGELESS, "weekday on which it was made, UTC").from(MADE),
                safe("hour_of_day", F_CALENDAR, "hours", "never missing", "hour of the cut in UTC")
                        .from(FeatureDefinition.CLOCK),
                safe("like_share", B_ENGAGEMENT, "log ratio", NO_LIKES, "likes over the counter").from(LIKES),
                safe("like_growth_over_growth", B_ENGAGEMENT, "log ratio", NO_LIKES + ", or " + FIRST_LOOK,
                        "growth of the likes less growth of the counter, per horizon, since the look before")
                        .from(LIKES),
                safe("recent_bar", G_PAST_OUTCOME, "log ratio", "missing until an outcome is known",
                        "mean of the bars that became known in the last 7 days, both ends included")
                        .from(FeatureDefinition.LABELS),
                safe("last_excess", G_PAST_OUTCOME, "log ratio", "missing until an outcome of it is known",
                        "growth less the bar at its last known cut").from(FeatureDefinition.LABELS));
    }

    private static List<AbsentGroup> absent() {
        return List.of(new AbsentGroup(FeatureGroup.C_DIVERSITY, "one video has one creator"),
                new AbsentGroup(FeatureGroup.D_CLUSTER, "themes do not exist yet"),
                new AbsentGroup(FeatureGroup.H_OTHER_PLATFORM, "no source of another platform is connected"));
    }

    /// All of them, because they come of the same few readings.
    private static final class Block implements FeatureBlock {

        private static final List<FeatureDefinition> DEFINITIONS = define();

        @Override
        public List<FeatureDefinition> definitions() {
            return DEFINITIONS;
        }

        @Override
        public void fill(Known known, float[] row, int offset) {
            float[] values = new float[DEFINITIONS.size()];
            Arrays.fill(values, Float.NaN);
            if (known.readings().size() > 0) {
                LookFeatures.fill(known, values);
            }
            System.arraycopy(values, 0, row, offset, values.length);
        }
    }

    private static void fill(Known known, float[] row) {
        CutContext context = known.context();
        Looks looks = Looks.of(known.readings(), context.horizon().toSeconds());
        row[0] = (float) looks.growth(0, 1);
        row[1] = (float) looks.growth(1, 2);
        row[2] = (float) looks.growthSinceFirst();
        row[3] = row[0] - row[1];
        row[6] = (float) looks.hours(0, 1);
        row[7] = (float) looks.logLevel(0);
        row[9] = looks.count();
        row[12] = context.cut().atZone(ZoneOffset.UTC).getHour();
        known.createdAt().ifPresent(made -> fillLife(looks, made, context, row));
        known.counter(Counter.LIKES).filter(likes -> likes.size() > 0)
                .ifPresent(likes -> fillLikes(looks, Looks.of(likes, context.horizon().toSeconds()), row));
        row[15] = (float) known.recentBar();
        PastOutcomes outcomes = known.outcomes();
        row[16] = outcomes.size() == 0 ? Float.NaN : (float) outcomes.excessAt(outcomes.size() - 1);
    }

    private static void fillLife(Looks looks, Instant made, CutContext context, float[] row) {
        double age = Math.max(HOUR, looks.second(0) - made.getEpochSecond());
        double horizon = context.horizon().toSeconds();
        row[4] = (float) Math.log1p(horizon / age);
        row[5] = (float) Math.log((Math.exp(looks.logLevel(0)) - Math.exp(looks.logLevel(1)) + 1)
                / (looks.hours(0, 1) * HOUR) / (Math.exp(looks.logLevel(0)) / age));
        row[8] = (float) Math.log(age / HOUR);
        row[10] = made.atZone(ZoneOffset.UTC).getHour();
        row[11] = made.atZone(ZoneOffset.UTC).getDayOfWeek().getValue();
    }

    private static void fillLikes(Looks looks, Looks likes, float[] row) {
        row[13] = (float) (likes.logLevel(0) - looks.logLevel(0));
        row[14] = (float) (likes.growth(0, 1) - looks.growth(0, 1));
    }

    /// The readings of one counter that lie at least six hours apart, the latest first; at least one is there.
    private record Looks(PastReadings past, int[] indices, long horizon) {

        private static final int MOST = 3;

        static Looks of(PastReadings past, long horizon) {
            int[] found = new int[MOST];
            int count = 0;
            for (int i = past.size() - 1; i >= 0 && count < MOST; i--) {
                if (count == 0 || past.epochSecondAt(found[count - 1]) - past.epochSecondAt(i) >= APART) {
                    found[count++] = i;
                }
            }
            return new Looks(past, Arrays.copyOf(found, count), horizon);
        }

        int count() {
            return indices.length;
        }

        long second(int look) {
            return past.epochSecondAt(indices[look]);
        }

        double logLevel(int look) {
            return look < indices.length ? Math.log(Math.max(1, past.valueAt(indices[look]))) : Double.NaN;
        }

        double hours(int later, int earlier) {
            return earlier < indices.length ? (second(later) - second(earlier)) / HOUR : Double.NaN;
        }

        /// Growth per horizon from one look to a later one; NaN when there are too few.
        double growth(int later, int earlier) {
            return (logLevel(later) - logLevel(earlier)) * horizon / (hours(later, earlier) * HOUR);
        }

        double growthSinceFirst() {
            long span = past.epochSecondAt(past.size() - 1) - past.epochSecondAt(0);
            return span < APART
                    ? Double.NaN
                    : (logLevel(0) - Math.log(Math.max(1, past.valueAt(0)))) * horizon / span;
        }
    }
}
