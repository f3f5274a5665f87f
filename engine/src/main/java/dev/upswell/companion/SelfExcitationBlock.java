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

/// How many further posts each post provokes: posts as a self-exciting process.
///
/// Posts that nobody provoked come at a steady pace, shaped by the season of the day; each post provokes others with an
/// intensity that forgets. Background and usual branching are fitted to the trailing week by Poisson regression; the
/// branching of the last hours is what came beyond the background over what the posts before would have provoked with one
/// child each, drawn toward the usual one by two posts' worth of evidence.
///
/// **source** Hawkes, Spectra of some self-exciting and mutually exciting point processes (1971), here on counts of half hours
/// as an autoregression: Kirchner, Hawkes and INAR(∞) processes (2016).
final class SelfExcitationBlock implements FeatureBlock {

    private static final String MISSING = "missing where the source gives no posts, they were last read more than 3 h before,"
            + " or less than a day is known";
    private static final double[] MEMORIES = {2, 6};
    private static final int[] HOURS = {3, 6, 12};
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (double memory : MEMORIES) {
            String name = "_memory_" + (int) memory + "h";
            String half = " that forget with a half-life of " + (int) memory + " h";
            all.add(posts("posts_branching_7d" + name, "ratio",
                    "posts that a post provokes, fitted to the trailing week, with effects" + half));
            for (int hours : HOURS) {
                all.add(posts("posts_branching_" + hours + "h" + name, "ratio",
                        "posts that a post provokes, by those of the last " + hours + " h, with effects" + half));
            }
            all.add(posts("posts_excitation" + name, "log ratio",
                    "posts provoked per hour now, with one child each, over the background, with effects" + half));
            all.add(posts("posts_expected_24h" + name, "log ratio",
                    "growth of posts expected in the next 24 h while the branching of the last 6 h returns to the usual"
                            + " one, with effects" + half));
        }
        return all;
    }

    private static FeatureDefinition posts(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning).from(Counter.POSTS.label());
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastGains posts = PastGains.of(known, Counter.POSTS);
        if (posts == null || Double.isNaN(posts.over(24))) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        int at = offset;
        SelfExcitation.Season season = SelfExcitation.Season.of(posts);
        for (double memory : MEMORIES) {
            SelfExcitation fit = SelfExcitation.of(season, memory);
            row[at++] = (float) fit.usualBranching();
            for (int hours : HOURS) {
                row[at++] = (float) fit.branching(hours);
            }
            row[at++] = (float) fit.excitation();
            row[at++] = (float) Math.log1p(fit.expected(24) / posts.level());
        }
    }
}
