package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.G_PAST_OUTCOME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What came of the entity's earlier cuts: how often it surged and how wrong "as yesterday" was.
final class OutcomeBlock implements FeatureBlock {

    private static final String MISSING = "missing until a horizon of this entity has elapsed";
    private static final double DAY_SECONDS = 86_400;
    private static final int[] RATE_DAYS = {7, 30, 90, 365};
    private static final double PRIOR_RATE = 0.05;
    private static final double PRIOR_WEIGHT = 2;

    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (int days : RATE_DAYS) {
            all.add(past("surge_rate_" + days + "d", "fraction",
                    "share of the cuts that became known in the last " + days
                            + " days, both ends included, that surged, shrunk toward 5 %"));
        }
        all.add(past("days_since_surge", "days", "time since the last known surge, at most 365"));
        all.add(past("last_excess", "log ratio", "growth less the bar at the last known cut"));
        all.add(past("mean_excess_30d", "log ratio",
                "mean of growth less the bar over the cuts that became known in the last 30 days, both ends included"));
        all.add(past("last_error", "log ratio", "error of \"as the day before\" at the last known cut"));
        all.add(past("error_bias_7d", "log ratio",
                "mean of that error over the cuts that became known in the last 7 days, both ends included"));
        all.add(past("error_spread_7d", "log ratio", "standard deviation of that error over the same cuts"));
        return all;
    }

    private static FeatureDefinition past(String name, String unit, String meaning) {
        return safe(name, G_PAST_OUTCOME, unit, MISSING, meaning).from(FeatureDefinition.LABELS);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastOutcomes past = known.outcomes();
        int last = past.size() - 1;
        if (last < 0) {
            Arrays.fill(row, offset, offset + DEFINITIONS.size(), Float.NaN);
            return;
        }
        Tally tally = new Tally();
        double ageOfSurge = 365;
        int at = offset;
        int index = last;
        for (int days : RATE_DAYS) {
            for (; index >= 0 && age(known, index) <= days + known.context().horizonDays(); index--) {
                tally.add(past.positiveAt(index));
                if (past.positiveAt(index)) {
                    ageOfSurge = Math.min(ageOfSurge, age(known, index));
                }
            }
            row[at++] = (float) tally.rate();
        }
        row[at++] = (float) ageOfSurge;
        fillErrors(known, last, row, at);
    }

    private static void fillErrors(Known known, int last, float[] row, int offset) {
        PastOutcomes past = known.outcomes();
        double horizon = known.context().horizonDays();
        double excess = 0;
        double error = 0;
        double squares = 0;
        int month = 0;
        int week = 0;
        for (int i = last; i >= 0 && age(known, i) <= 30 + horizon; i--) {
            excess += past.excessAt(i);
            month++;
            if (age(known, i) <= 7 + horizon) {
                double miss = error(past, i, horizon);
                week += Double.isNaN(miss) ? 0 : 1;
                error += Double.isNaN(miss) ? 0 : miss;
                squares += Double.isNaN(miss) ? 0 : miss * miss;
            }
        }
        row[offset] = (float) past.excessAt(last);
        row[offset + 1] = (float) (excess / month);
        row[offset + 2] = (float) error(past, last, horizon);
        row[offset + 3] = (float) (error / week);
        row[offset + 4] = (float) Math.sqrt(Math.max(0, squares / week - error / week * error / week));
    }

    /// Growth of this cut less the growth of the cut a horizon earlier; NaN when that one is unknown.
    private static double error(PastOutcomes past, int index, double horizonDays) {
        for (int i = index - 1; i >= 0; i--) {
            double days = (past.cutSecondAt(index) - past.cutSecondAt(i)) / DAY_SECONDS;
            if (days >= horizonDays) {
                return days == horizonDays ? past.growthAt(index) - past.growthAt(i) : Double.NaN;
            }
        }
        return Double.NaN;
    }

    /// Days from an earlier cut to this one. A cut becomes known when its horizon elapses, so those that became known in the
    /// last `n` days are up to `n` days and a horizon old; of daily cuts a day ahead that is `n + 1` of them.
    private static double age(Known known, int index) {
        return (known.readings().cutSecond() - known.outcomes().cutSecondAt(index)) / DAY_SECONDS;
    }

    private static final class Tally {

        private int surges;
        private int cuts;

        void add(boolean positive) {
            cuts++;
            surges += positive ? 1 : 0;
        }

        double rate() {
            return (surges + PRIOR_RATE * PRIOR_WEIGHT) / (cuts + PRIOR_WEIGHT);
        }
    }
}
