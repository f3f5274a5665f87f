package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the present pace compares with the gain that a surge would need.
///
/// The gain needed is the smallest whole number of display steps that passes the recent bar, less what is likely used up of
/// the present step. The pace is measured in several ways, because none is best for all counters: over the last steps, and
/// as a mean of gains that forgets with several half-lives.
final class PaceBlock implements FeatureBlock {

    private static final String UNREAD = "missing without a reading in the last 60 days";
    private static final String UNBARRED = UNREAD + ", or before any bar is known";
    private static final String UNCOMPARED = "missing until the steps it needs were seen in the last 60 days,"
            + " or before any bar is known";
    private static final String UNWATCHED = "missing until the counter has been read for a tenth of a day";
    private static final String NO_DAY = "missing until growth of one of its days is known, or before any bar is known";
    private static final int[] STEPS = {1, 2, 5, 8};
    private static final double LEAST_STEP = 0.02;
    private static final long DAY = 24 * 3600;
    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        all.add(pace("needed_growth", "log ratio", UNBARRED, "growth of the whole steps that pass the recent bar")
                .falling());
        for (int steps : STEPS) {
            all.add(pace("needed_ratio_" + steps + "_steps", "log ratio", UNCOMPARED,
                    "gain at the pace of the last " + (steps == 1 ? "step" : steps + " steps")
                            + " over the gain needed")
                    .rising());
        }
        for (String name : Steps.HALF_LIFE_NAMES) {
            all.add(pace("forgetful_growth_" + name, "ratio per day", UNWATCHED,
                    "mean gain a day relative to the level, forgetting with a half-life of " + name));
            all.add(pace("needed_ratio_" + name, "log ratio", UNCOMPARED,
                    "gain at the mean pace of half-life " + name + " over the gain needed").rising());
        }
        all.add(pace("bar_days_7d", "fraction", NO_DAY,
                "share of the last 7 days that grew by more than the recent bar"));
        all.add(pace("bar_days_30d", "fraction", NO_DAY,
                "share of the last 30 days that grew by more than the recent bar"));
        return all;
    }

    private static FeatureDefinition pace(String name, String unit, String missing, String meaning) {
        return safe(name, A_GROWTH, unit, missing, meaning);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        Steps steps = known.steps();
        double bar = known.barToPass();
        if (steps == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        double resolution = steps.resolution();
        double whole = (Math.floor(steps.level() * Math.expm1(bar) / resolution) + 1) * resolution;
        double days = known.context().horizonDays();
        int at = offset;
        row[at++] = (float) Math.log1p(whole / steps.level());
        for (int count : STEPS) {
            row[at++] = ratio(steps, steps.gainPerDay(count), days, whole);
        }
        for (int i = 0; i < Steps.HALF_LIFE_NAMES.size(); i++) {
            double gain = steps.forgetfulGainPerDay(i);
            row[at++] = (float) (gain / steps.level());
            row[at++] = ratio(steps, gain, days, whole);
        }
        row[at++] = barDays(known, 7);
        row[at] = barDays(known, 30);
    }

    private static float ratio(Steps steps, double gainPerDay, double days, double whole) {
        double resolution = steps.resolution();
        double used = Math.min(0.95, gainPerDay * steps.hoursSinceStep() / 24 / resolution);
        return (float) Math.log((gainPerDay * days + LEAST_STEP * resolution) / (whole - used * resolution));
    }

    /// Growth over a horizon that ended at each midnight's distance from the cut, against the bar of a horizon.
    private static float barDays(Known at, int days) {
        PastReadings past = at.readings();
        double bar = at.barToPass();
        long horizon = at.context().horizon().toSeconds();
        int known = 0;
        int over = 0;
        for (int day = 0; day < days; day++) {
            double before = horizon == DAY && day < Known.DAYS
                    ? at.logLevelDaysAgo(day + 1)
                    : past.logLevelAt(past.cutSecond() - day * DAY - horizon);
            double growth = at.logLevelDaysAgo(day) - before;
            if (!Double.isNaN(growth)) {
                known++;
                over += growth > bar ? 1 : 0;
            }
        }
        return known == 0 || Double.isNaN(bar) ? Float.NaN : (float) over / known;
    }
}
