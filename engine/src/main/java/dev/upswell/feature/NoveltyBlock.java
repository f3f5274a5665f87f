package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.E_NOVELTY;
import static dev.upswell.feature.FeatureGroup.F_CALENDAR;

import java.time.ZoneOffset;
import java.util.List;

/// Size and age of the entity, and where in the week the cut lies.
final class NoveltyBlock implements FeatureBlock {

    private static final double DAY_SECONDS = 86_400;

    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        return List.of(safe("log_level", E_NOVELTY, "log views", "missing without a level", "size at the cut"),
                safe("leading_digits", E_NOVELTY, "ratio", "missing without a level",
                        "level over its power of ten: a counter just past a power of ten steps widest"),
                safe("watched_days", E_NOVELTY, "days", "never missing", "time since the first reading, at most 400"),
                safe("day_of_week", F_CALENDAR, "1 to 7", "never missing", "weekday of the cut in UTC")
                        .from(FeatureDefinition.CLOCK),
                safe("hour_of_day", F_CALENDAR, "hours", "never missing", "hour of the cut in UTC")
                        .from(FeatureDefinition.CLOCK),
                safe("recent_bar", FeatureGroup.G_PAST_OUTCOME, "log ratio", "missing until a horizon has elapsed",
                        "mean of the bars that became known in the last 7 days, both ends included")
                        .from(FeatureDefinition.LABELS));
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastReadings past = known.readings();
        double level = past.logLevelAt(past.cutSecond());
        double tens = level / Math.log(10);
        double days = past.size() == 0 ? 0 : (past.cutSecond() - past.epochSecondAt(0)) / DAY_SECONDS;
        var cut = known.context().cut().atZone(ZoneOffset.UTC);
        row[offset] = (float) level;
        row[offset + 1] = (float) Math.pow(10, tens - Math.floor(tens));
        row[offset + 2] = (float) Math.min(400, days);
        row[offset + 3] = cut.getDayOfWeek().getValue();
        row[offset + 4] = cut.getHour();
        row[offset + 5] = (float) known.recentBar();
    }
}
