package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import java.util.List;

/// Expected growth of a self-exciting counter.
///
/// Every view may cause further views after a delay whose density falls as a power of the delay. The infectiousness is the
/// gain of the last day over the gain that the days before would have caused in it with one child each; the forecast is
/// what all past gains cause in the next day at that infectiousness.
///
/// **source** Zhao et al., SEISMIC: a self-exciting point process model for predicting tweet popularity (KDD 2015), with
/// daily gains of an aggregate counter in place of single reshares, so the delay kernel is integrated over whole days.
final class HawkesEstimate implements FeatureBlock {

    private static final String MISSING = "missing until three daily levels are known";
    private static final int DAYS = Known.DAYS;
    private static final double POWER = 0.242;
    private static final double PRIOR_SHARE = 1e-5;

    /// Kernel mass between half a day and a day and a half after a view, and so on by days: a day's gains count from its middle,
    /// so the next day lies that far ahead of them.
    private static final double[] DAY_AHEAD = kernel(1);

    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        return List.of(
                safe("hawkes_growth_24h", A_GROWTH, "log ratio", MISSING,
                        "growth expected in the next 24 hours of a self-exciting counter"),
                safe("hawkes_infectiousness", A_GROWTH, "ratio", MISSING,
                        "gain of the last day over what earlier gains would have caused"));
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        double level = Math.exp(known.logLevelDaysAgo(0));
        double[] gains = gains(known);
        if (Double.isNaN(level) || Double.isNaN(gains[0]) || Double.isNaN(gains[1])) {
            row[offset] = Float.NaN;
            row[offset + 1] = Float.NaN;
            return;
        }
        double prior = PRIOR_SHARE * level;
        double infectiousness = (gains[0] + prior) / (caused(gains, 1, DAY_AHEAD) + prior);
        row[offset] = (float) Math.log1p(infectiousness * caused(gains, 0, ahead(known.context())) / level);
        row[offset + 1] = (float) infectiousness;
    }

    /// What the gains from day `first` back cause in the time of this kernel that follows day `first`, at infectiousness one.
    private static double caused(double[] gains, int first, double[] mass) {
        double sum = 0;
        for (int day = first; day < gains.length && !Double.isNaN(gains[day]); day++) {
            sum += gains[day] * mass[day - first];
        }
        return sum;
    }

    private static double[] gains(Known known) {
        double[] gains = new double[DAYS];
        double later = Math.exp(known.logLevelDaysAgo(0));
        for (int day = 0; day < DAYS; day++) {
            double earlier = Math.exp(known.logLevelDaysAgo(day + 1));
            gains[day] = Math.max(0, later - earlier);
            if (Double.isNaN(later) || Double.isNaN(earlier)) {
                gains[day] = Double.NaN;
            }
            later = earlier;
        }
        return gains;
    }

    private static double[] ahead(CutContext context) {
        return context.horizonDays() == 1 ? DAY_AHEAD : kernel(context.horizonDays());
    }

    /// Mass in the so many days that begin half a day after a view, a day and a half after it, and so on.
    private static double[] kernel(double days) {
        double[] mass = new double[DAYS];
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            double start = Math.pow(day + 0.5, -POWER);
            mass[day] = start - Math.pow(day + 0.5 + days, -POWER);
            sum += start - Math.pow(day + 1.5, -POWER);
        }
        for (int day = 0; day < DAYS; day++) {
            mass[day] /= sum;
        }
        return mass;
    }
}
