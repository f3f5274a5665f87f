package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Growth and pace of each counter that stands beside the target.
final class CompanionBlock implements FeatureBlock {

    private static final int[] GROWTH_HOURS = {1, 3, 6, 12, 24, 48};
    private static final int[] PACE_HOURS = {1, 3, 6};
    private static final int EACH = GROWTH_HOURS.length + PACE_HOURS.length;
    private static final double WEEK_HOURS = 168;
    private static final long MAX_AGE_HOURS = 12;
    private static final Counter[] COUNTERS = Counter.values();
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (Counter counter : COUNTERS) {
            String name = counter.label();
            String absent = "missing where the source gives no " + name + ", or they are the target";
            for (int hours : GROWTH_HOURS) {
                all.add(safe(name + "_growth_" + hours + "h", group(counter), "log ratio", absent
                        + ", or a level at either end is older than " + maxAgeHours(hours) + " h",
                        "growth of " + name + " over the last " + hours + " h").from(name));
            }
            for (int hours : PACE_HOURS) {
                all.add(safe(name + "_pace_" + hours + "h_of_week", group(counter), "log ratio", absent
                        + ", were last read more than 3 h before, or less than half of a span is known",
                        "gain of " + name + " in the last " + hours + " h over that of the trailing week's mean pace")
                        .from(name));
            }
        }
        return all;
    }

    private static FeatureGroup group(Counter counter) {
        return switch (counter) {
            case LIKES, COMMENTS, SHARES, SAVES -> FeatureGroup.B_ENGAGEMENT;
            case VIEWS, POSTS, FOLLOWERS -> FeatureGroup.A_GROWTH;
        };
    }

    private static long maxAgeHours(int spanHours) {
        return Math.min(3L * spanHours, MAX_AGE_HOURS);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        int at = offset;
        for (Counter counter : COUNTERS) {
            PastReadings past = counter == known.target() ? null : known.counter(counter).orElse(null);
            if (past == null) {
                Arrays.fill(row, at, at + EACH, Float.NaN);
            } else {
                fill(past, PastGains.of(known, counter), row, at);
            }
            at += EACH;
        }
    }

    private static void fill(PastReadings past, @Nullable PastGains gains, float[] row, int offset) {
        int at = offset;
        long cut = past.cutSecond();
        for (int hours : GROWTH_HOURS) {
            long age = 3600 * maxAgeHours(hours);
            row[at++] = (float) (past.logLevelAt(cut, age) - past.logLevelAt(cut - hours * 3600L, age));
        }
        for (int hours : PACE_HOURS) {
            row[at++] = gains == null
                    ? Float.NaN
                    : (float) LogRatio.ofCounts(gains.over(hours), hours * gains.perHour(WEEK_HOURS));
        }
    }
}
