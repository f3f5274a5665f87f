package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the steps of a rounded counter tell about the growth between them.
///
/// A count shown as "5.4M" stands still for days and then jumps by 100,000. Between two steps the growth is hidden, but the
/// times of the steps give its pace, and the time since the last step how much of the present tick is likely used up. For
/// exact counters the tick is 1 and these features say that every span has its step.
///
/// A step is a reading above all readings of the last 60 days before it, so that a flip between two rounded values is none.
final class TickBlock implements FeatureBlock {

    private static final String UNREAD = "missing without a reading in the last 60 days";
    private static final String UNSTEPPED = "missing until the steps it needs were seen in the last 60 days";
    private static final String UNCOMPARED = UNSTEPPED + ", or before any bar is known";
    private static final String UNBARRED = UNREAD + ", or before any bar is known";
    private static final int[] RECENT_DAYS = {1, 3, 7, 14, 30};
    private static final int[] PACE_STEPS = {1, 2, 3, 5, 8};

    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        all.add(tick("tick_size", "log ratio", UNREAD, "growth that one step of the display is worth"));
        all.add(tick("hours_since_step", "hours", UNSTEPPED, "time since the last step"));
        all.add(tick("hours_since_change", "hours", UNREAD, "time since any change of the display"));
        all.add(tick("last_step_growth", "log ratio", UNSTEPPED, "growth of the last step"));
        all.add(tick("last_step_hours", "hours", UNSTEPPED, "time between the last two steps"));
        all.add(tick("waiting_ratio", "ratio", UNSTEPPED,
                "time since the last step over the time between the last two"));
        for (int days : RECENT_DAYS) {
            all.add(tick("steps_" + days + "d", "count", UNREAD,
                    days == 1 ? "steps in the last day" : "steps in the last " + days + " days"));
        }
        for (int steps : PACE_STEPS) {
            all.add(tick("pace_" + steps + "_steps", "ratio per day", UNSTEPPED, "gain a day over the last "
                    + (steps == 1 ? "step" : steps + " steps")
                    + ", relative to the level, never more than the present wait allows"));
        }
        all.add(tick("tick_used", "fraction", UNSTEPPED, "share of the present tick that is likely used up"));
        all.add(tick("expected_steps_24h", "count", UNSTEPPED,
                "steps to be expected in the next 24 hours at that pace"));
        all.add(tick("expected_growth_24h", "log ratio", UNSTEPPED, "growth in whole ticks at that pace"));
        all.add(tick("needed_steps", "count", UNBARRED, "steps needed to pass the recent bar").falling());
        all.add(tick("needed_pace_ratio", "log ratio", UNCOMPARED,
                "expected gain over the gain needed to pass the recent bar").rising());
        all.add(tick("bar_margin", "log ratio", UNBARRED, "growth of one tick less the recent bar"));
        all.add(tick("drawdown", "log ratio", UNREAD, "highest value of the last 60 days over the level"));
        all.add(tick("falls_7d", "count", UNREAD, "readings of the last 7 days that fell"));
        all.add(tick("reading_age_hours", "hours", UNREAD, "age of the last reading"));
        all.add(tick("readings_24h", "count", UNREAD, "readings in the last 24 hours"));
        return all;
    }

    private static FeatureDefinition tick(String name, String unit, String missing, String meaning) {
        return safe(name, A_GROWTH, unit, missing, meaning);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        Steps steps = known.steps();
        if (steps == null) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        int at = offset;
        row[at++] = (float) Math.log1p(steps.resolution() / steps.level());
        row[at++] = (float) steps.hoursSinceStep();
        row[at++] = (float) steps.hoursSinceChange();
        row[at++] = (float) steps.growthOfStep(0);
        row[at++] = (float) steps.hoursOverSteps(1);
        row[at++] = (float) (steps.hoursSinceStep() / steps.hoursOverSteps(1));
        for (int days : RECENT_DAYS) {
            row[at++] = steps.countSince(days);
        }
        for (int count : PACE_STEPS) {
            row[at++] = (float) (steps.gainPerDay(count) / steps.level());
        }
        fillOutlook(steps, known, row, at);
    }

    private static void fillOutlook(Steps steps, Known known, float[] row, int offset) {
        double bar = known.barToPass();
        double gainPerDay = steps.gainPerDay(3);
        double gain = gainPerDay * known.context().horizonDays();
        double used = Math.min(1, gainPerDay * steps.hoursSinceStep() / 24 / steps.resolution());
        double expected = gain / steps.resolution();
        double ticks = Math.floor(used * 0.999 + expected);
        double needed = Math.floor(steps.level() * Math.expm1(bar) / steps.resolution()) + 1;
        double neededGain = (needed - Math.min(used, 0.95)) * steps.resolution();
        int at = offset;
        row[at++] = (float) used;
        row[at++] = (float) expected;
        row[at++] = (float) Math.log1p(ticks * steps.resolution() / steps.level());
        row[at++] = (float) needed;
        row[at++] = (float) Math.log((gain + 1) / neededGain);
        row[at++] = (float) (Math.log1p(steps.resolution() / steps.level()) - bar);
        row[at++] = (float) Math.log(steps.peak() / steps.level());
        row[at++] = steps.fallsInWeek();
        row[at++] = (float) steps.readingAgeHours();
        row[at] = steps.readingsInDay();
    }
}
