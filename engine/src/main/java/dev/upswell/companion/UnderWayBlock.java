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

/// Views that posts have promised and that have not come yet.
///
/// A post brings its views over hours. With the usual views per post, what the latest posts will bring can be told before
/// it shows: under way are the posts of each age times the share of their views still to come, unpaid the posts of a span
/// times their usual views less the views that came in it.
final class UnderWayBlock implements FeatureBlock {

    private static final String MISSING = "missing where the source does not give both views and posts, they were last read"
            + " more than 3 h before, or less than half of a span is known";
    private static final double[] DELAYS = {3, 6, 9, 12, 24};
    private static final PastGains.Weights[] WEIGHTS = Arrays.stream(DELAYS)
            .mapToObj(PastGains.Weights::stillToCome).toArray(PastGains.Weights[]::new);
    private static final int[] UNPAID_HOURS = {6, 12, 24, 48};
    private static final double WEEK_HOURS = 168;
    private static final double PRIOR_POSTS = 20;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        all.add(views("views_per_post", "log views", "views over posts, all time"));
        all.add(views("views_per_post_7d", "log views",
                "views gained per post gained in the last 7 d, drawn toward those of all time by 20 posts"));
        all.add(views("views_per_post_24h", "log ratio", "the same of the last 24 h over that of the last 7 d"));
        for (double delay : DELAYS) {
            all.add(views("views_under_way_" + (int) delay + "h", "log ratio",
                    "growth by views still to come of posts so far, when they follow with a mean delay of "
                            + (int) delay
                            + " h"));
        }
        for (int hours : UNPAID_HOURS) {
            all.add(views("views_unpaid_" + hours + "h", "ratio", "views to be expected of the posts of the last "
                    + hours + " h less the views gained in them, over the level"));
        }
        all.add(views("posts_ahead_of_views", "log ratio",
                "growth of posts over growth of views, at mean paces that forget with a half-life of 6 h"));
        all.add(views("posts_ahead_of_views_24h", "log ratio",
                "growth of posts over growth of views in the last 24 h"));
        return all;
    }

    private static FeatureDefinition views(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning).from("views and posts");
    }

    private static final PastGains.Weights SIX_HOURS = PastGains.Weights.forgetting(6);

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastGains posts = PastGains.of(known, Counter.POSTS);
        PastGains views = PastGains.of(known, Counter.VIEWS);
        if (posts == null || views == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        double always = views.level() / posts.level();
        double week = perPost(views, posts, WEEK_HOURS, always);
        int at = offset;
        row[at++] = (float) Math.log(always);
        row[at++] = (float) Math.log(week);
        row[at++] = (float) Math.log(perPost(views, posts, 24, week) / week);
        for (double coming : posts.weighed(WEIGHTS)) {
            row[at++] = (float) Math.log1p(week * coming / views.level());
        }
        for (int hours : UNPAID_HOURS) {
            row[at++] = (float) ((week * posts.over(hours) - views.over(hours)) / views.level());
        }
        row[at++] = (float) (LogRatio.ofPace(posts.weighed(SIX_HOURS), posts.level())
                - LogRatio.ofPace(views.weighed(SIX_HOURS), views.level()));
        row[at] = (float) (LogRatio.ofPace(posts.perHour(24), posts.level())
                - LogRatio.ofPace(views.perHour(24), views.level()));
    }

    private static double perPost(PastGains views, PastGains posts, double hours, double usual) {
        return (views.over(hours) + PRIOR_POSTS * usual) / (posts.over(hours) + PRIOR_POSTS);
    }
}
