package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.B_ENGAGEMENT;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.Known;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.EngagementPrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Likes, comments, shares and saves per view, and whether viewers have warmed or cooled.
///
/// As in the metrics a rate is drawn toward a prior by 1,000 views; here the prior is the entity's own rate of all time.
final class EngagementBlock implements FeatureBlock {

    private static final List<Counter> COUNTERS = List.of(Counter.LIKES, Counter.COMMENTS, Counter.SHARES,
            Counter.SAVES);
    private static final int EACH = 3;
    private static final double DAY_HOURS = 24;
    private static final double SHORT_HOURS = 6;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (Counter counter : COUNTERS) {
            String name = counter.label();
            String missing = "missing where the source does not give both views and " + name
                    + ", they were last read more than 3 h before, or less than half of a span is known";
            all.add(rate(counter, "_per_view_24h", "fraction", missing,
                    name + " gained per view gained in the last 24 h, drawn toward the rate of all time by 1,000 views"));
            all.add(rate(counter, "_per_view_change", "log ratio", missing,
                    "that rate of the last 24 h over the one of the 24 h before"));
            all.add(rate(counter, "_per_view_6h_change", "log ratio", missing,
                    "that rate of the last 6 h over the one of the last 24 h"));
        }
        return all;
    }

    private static FeatureDefinition rate(Counter counter, String suffix, String unit, String missing, String meaning) {
        return safe(counter.label() + suffix, B_ENGAGEMENT, unit, missing, meaning)
                .from("views and " + counter.label());
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastGains views = PastGains.of(known, Counter.VIEWS);
        for (int i = 0; i < COUNTERS.size(); i++) {
            PastGains engaged = views == null ? null : PastGains.of(known, COUNTERS.get(i));
            if (views == null || engaged == null) {
                Arrays.fill(row, offset + i * EACH, offset + (i + 1) * EACH, Float.NaN);
            } else {
                fill(views, engaged, row, offset + i * EACH);
            }
        }
    }

    private static void fill(PastGains views, PastGains engaged, float[] row, int offset) {
        double always = Math.min(1, engaged.level() / views.level());
        int day = PastGains.BINS_PER_DAY;
        double now = rate(views.over(DAY_HOURS), engaged.over(DAY_HOURS), always);
        double before = rate(views.between(day, 2 * day), engaged.between(day, 2 * day), always);
        double latest = rate(views.over(SHORT_HOURS), engaged.over(SHORT_HOURS), always);
        row[offset] = (float) now;
        row[offset + 1] = (float) Math.log(now / before);
        row[offset + 2] = (float) Math.log(latest / now);
    }

    private static double rate(double views, double engaged, double usual) {
        return (engaged + EngagementPrior.WEIGHT_VIEWS * usual) / (views + EngagementPrior.WEIGHT_VIEWS);
    }
}
