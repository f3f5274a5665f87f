package dev.upswell.companion;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.Known;
import dev.upswell.feature.PastReadings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the target has moved in the last minutes and hours, with the season of the day taken out.
///
/// A reading stands for its level at most three windows long: the growth of 15 minutes is missing when the last reading is
/// older than 45 minutes.
final class ShortLagBlock implements FeatureBlock {

    private static final String STALE = "missing when a level at either end is older than three times the span";
    private static final String UNREAD = "missing when the target was last read more than 3 h before, or less than half"
            + " of a span is known";
    private static final String UNSEASONED = UNREAD + ", or fewer than two earlier days are";
    private static final int[] LAG_MINUTES = {15, 30, 60, 120};
    private static final String[] LAG_NAMES = {"15m", "30m", "1h", "2h"};
    private static final int[] TURN_HOURS = {1, 3, 6};
    private static final int[] PACE_HOURS = {1, 2, 3, 6, 12, 24};
    private static final int[] SEASON_HOURS = {1, 3, 6, 12};
    private static final double[] HALF_LIVES = {1, 3, 6};
    private static final PastGains.Weights[] WEIGHTS = Arrays.stream(HALF_LIVES)
            .mapToObj(PastGains.Weights::forgetting).toArray(PastGains.Weights[]::new);
    private static final int[] WINDOW_HOURS = {1, 24};
    private static final double WEEK_HOURS = 168;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (String lag : LAG_NAMES) {
            all.add(growth("growth_" + lag, "log ratio", STALE, "growth of the level over the last " + lag));
        }
        for (int hours : TURN_HOURS) {
            all.add(growth("acceleration_" + hours + "h", "log ratio", STALE,
                    "growth of the last " + hours + " h less that of the " + hours + " h before"));
        }
        for (int hours : PACE_HOURS) {
            all.add(growth("pace_" + hours + "h_of_week", "log ratio", UNREAD,
                    "pace of the last " + hours + " h over the mean pace of the trailing week"));
        }
        for (int hours : SEASON_HOURS) {
            all.add(growth("pace_" + hours + "h_of_season", "log ratio", UNSEASONED, "gain of the last " + hours
                    + " h over the mean gain in the same hours of earlier days, relative to the level"));
        }
        for (double halfLife : HALF_LIVES) {
            all.add(growth("forgetful_pace_" + (int) halfLife + "h", "log growth per day", UNREAD,
                    "growth a day at the mean pace that forgets with a half-life of " + (int) halfLife + " h"));
        }
        for (int hours : WINDOW_HOURS) {
            all.add(growth("window_velocity_" + hours + "h", "ratio", UNREAD + ", or nothing was gained before",
                    "gain of the last " + hours + " h against that of the " + hours
                            + " h before, as the metric velocity"));
            all.add(growth("window_acceleration_" + hours + "h", "ratio",
                    UNREAD + ", or the velocity before is as good as 0",
                    "change of that velocity, as the metric acceleration"));
            all.add(growth("window_momentum_" + hours + "h", "score", UNREAD + ", or nothing was gained before",
                    "weighted velocity and acceleration, as the metric momentum where no other term is known"));
        }
        return all;
    }

    private static FeatureDefinition growth(String name, String unit, String missing, String meaning) {
        return safe(name, A_GROWTH, unit, missing, meaning);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastReadings past = known.readings();
        int at = offset;
        for (int minutes : LAG_MINUTES) {
            row[at++] = (float) growth(past, 0, minutes * 60L);
        }
        for (int hours : TURN_HOURS) {
            row[at++] = (float) (growth(past, 0, hours * 3600L) - growth(past, hours * 3600L, hours * 3600L));
        }
        PastGains gains = PastGains.of(known, known.target());
        if (gains == null) {
            Arrays.fill(row, at, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        fillPaces(gains, row, at);
    }

    /// Growth over a span that ends so many seconds before the cut.
    private static double growth(PastReadings past, long ago, long span) {
        long end = past.cutSecond() - ago;
        return past.logLevelAt(end, 3 * span) - past.logLevelAt(end - span, 3 * span);
    }

    private static void fillPaces(PastGains gains, float[] row, int offset) {
        double tiny = 1e-6 * gains.level();
        double week = gains.perHour(WEEK_HOURS);
        int at = offset;
        for (int hours : PACE_HOURS) {
            row[at++] = (float) Math.log((gains.perHour(hours) + tiny) / (week + tiny));
        }
        for (int hours : SEASON_HOURS) {
            row[at++] = (float) Math.log((gains.over(hours) + tiny * hours)
                    / (gains.sameHoursOfEarlierDays(hours) + tiny * hours));
        }
        for (double pace : gains.weighed(WEIGHTS)) {
            row[at++] = (float) LogRatio.ofPace(pace, gains.level());
        }
        for (int hours : WINDOW_HOURS) {
            WindowMomentum momentum = WindowMomentum.of(gains, hours);
            row[at++] = (float) momentum.velocity();
            row[at++] = (float) momentum.acceleration();
            row[at++] = (float) momentum.score();
        }
    }
}
