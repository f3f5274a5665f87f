package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.Known;
import dev.upswell.timeline.Counter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How fast creators take the entity up: posts come before their views, so their pace foretells.
///
/// Counts are small, so every ratio adds half a post on both sides, and surprise is told in standard deviations.
final class PostsBlock implements FeatureBlock {

    private static final String MISSING = "missing where the source gives no posts, they were last read more than 3 h before,"
            + " or less than half of a span is known";
    private static final String UNSEASONED = MISSING + ", or fewer than two earlier days are";
    private static final int[] HOURS = {1, 2, 3, 6, 12, 24};
    private static final int[] RATIO_HOURS = {1, 2, 3, 6};
    private static final int[] BASE_HOURS = {24, 72, 168};
    private static final String[] BASE_NAMES = {"24h", "72h", "7d"};
    private static final int[] SEASON_HOURS = {1, 3, 6, 12};
    private static final int[] SURPRISE_HOURS = {1, 3, 6};
    private static final double[] HALF_LIVES = {1, 3, 6, 12, 24};
    private static final PastGains.Weights[] WEIGHTS = Arrays.stream(HALF_LIVES)
            .mapToObj(PastGains.Weights::forgetting).toArray(PastGains.Weights[]::new);
    private static final double DAY_HOURS = 24;
    private static final double WEEK_HOURS = 168;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (int hours : HOURS) {
            all.add(posts("posts_per_day_" + hours + "h", "log growth per day", MISSING,
                    "growth of posts a day at the pace of the last " + hours + " h"));
        }
        for (double halfLife : HALF_LIVES) {
            all.add(posts("forgetful_posts_" + (int) halfLife + "h", "log growth per day", MISSING,
                    "growth of posts a day at the mean pace that forgets with a half-life of " + (int) halfLife
                            + " h"));
        }
        for (int hours : RATIO_HOURS) {
            for (String base : BASE_NAMES) {
                all.add(posts("posts_ratio_" + hours + "h_" + base, "log ratio", MISSING,
                        "posts of the last " + hours + " h over those of the mean pace of the last " + base));
            }
        }
        all.add(posts("posts_ratio_24h_7d", "log ratio", MISSING,
                "posts of the last 24 h over those of the mean pace of the last 7d"));
        all.add(posts("forgetful_posts_turn", "log ratio", MISSING,
                "mean pace of posts of half-life 3 h over that of half-life 12 h"));
        for (int hours : SEASON_HOURS) {
            all.add(posts("posts_" + hours + "h_of_season", "log ratio", UNSEASONED,
                    "posts of the last " + hours + " h over the mean of the same hours of earlier days"));
        }
        for (int hours : SURPRISE_HOURS) {
            all.add(posts("posts_surprise_" + hours + "h", "standard deviations", UNSEASONED, "posts of the last "
                    + hours
                    + " h beyond the mean of the same hours of earlier days, each as its variance-stable root"));
        }
        return all;
    }

    private static FeatureDefinition posts(String name, String unit, String missing, String meaning) {
        return safe(name, A_GROWTH, unit, missing, meaning).from(Counter.POSTS.label());
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastGains posts = PastGains.of(known, Counter.POSTS);
        if (posts == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        int at = offset;
        for (int hours : HOURS) {
            row[at++] = (float) LogRatio.ofPace(posts.perHour(hours), posts.level());
        }
        double[] forgetful = posts.weighed(WEIGHTS);
        for (double pace : forgetful) {
            row[at++] = (float) LogRatio.ofPace(pace, posts.level());
        }
        for (int hours : RATIO_HOURS) {
            for (int base : BASE_HOURS) {
                row[at++] = (float) LogRatio.ofCounts(posts.over(hours), hours * posts.perHour(base));
            }
        }
        row[at++] = (float) LogRatio.ofCounts(posts.over(DAY_HOURS), DAY_HOURS * posts.perHour(WEEK_HOURS));
        row[at++] = (float) LogRatio.ofCounts(3 * forgetful[1], 3 * forgetful[3]);
        fillSeason(posts, row, at);
    }

    private static void fillSeason(PastGains posts, float[] row, int offset) {
        int at = offset;
        for (int hours : SEASON_HOURS) {
            row[at++] = (float) LogRatio.ofCounts(posts.over(hours), posts.sameHoursOfEarlierDays(hours));
        }
        for (int hours : SURPRISE_HOURS) {
            row[at++] = (float) (root(posts.over(hours)) - root(posts.sameHoursOfEarlierDays(hours)));
        }
    }

    /// Anscombe's root, under which a Poisson count has a variance of about one whatever its mean.
    private static double root(double count) {
        return 2 * Math.sqrt(count + 3.0 / 8);
    }
}
