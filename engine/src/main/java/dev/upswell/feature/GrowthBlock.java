package dev.upswell.feature;

import static dev.upswell.feature.FeatureDefinition.safe;
import static dev.upswell.feature.FeatureGroup.A_GROWTH;

import java.util.ArrayList;
import java.util.List;

/// Growth of the level over spans that end at the cut, day by day before it, and its spread.
final class GrowthBlock implements FeatureBlock {

    private static final String MISSING = "missing when a level at either end is older than 12 h";
    private static final String MISSING_SPREAD = "missing until growth of two of its days is known";
    private static final int[] SPAN_HOURS = {3, 6, 12, 24, 48, 72, 168, 336, 720};
    private static final String[] SPAN_NAMES = {"3h", "6h", "12h", "24h", "48h", "72h", "7d", "14d", "30d"};
    private static final int DAYS = Known.DAYS;
    private static final long HOUR = 3600;
    private static final double SMALL = 1e-4;

    private static final List<FeatureDefinition> DEFINITIONS = List.copyOf(define());

    private static List<FeatureDefinition> define() {
        List<FeatureDefinition> all = new ArrayList<>();
        for (String span : SPAN_NAMES) {
            all.add(growth("growth_" + span, "log ratio", "growth of the level over the last " + span));
        }
        all.add(growth("growth_day_2", "log ratio", "growth of the day before the last"));
        all.add(growth("growth_day_3", "log ratio", "growth of the third day back"));
        all.add(growth("growth_day_7", "log ratio", "growth of the same weekday a week ago"));
        all.add(growth("growth_day_14", "log ratio", "growth of the same weekday two weeks ago"));
        all.add(growth("acceleration_24h", "log ratio", "growth of the last day less that of the day before"));
        all.add(growth("acceleration_7d", "log ratio", "growth of the last week less that of the week before"));
        all.add(growth("pace_24h", "ratio", "growth of the last day over the daily mean of the last week"));
        all.add(spread("volatility_7d", "log ratio", "standard deviation of daily growth in the last week"));
        all.add(spread("volatility_30d", "log ratio", "standard deviation of daily growth in the last 30 days"));
        all.add(spread("max_day_7d", "log ratio", "largest daily growth of the last week"));
        all.add(spread("max_day_30d", "log ratio", "largest daily growth of the last 30 days"));
        all.add(spread("growing_days_7d", "fraction", "share of the last 7 days that grew"));
        all.add(spread("growing_days_30d", "fraction", "share of the last 30 days that grew"));
        return all;
    }

    private static FeatureDefinition growth(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING, meaning);
    }

    private static FeatureDefinition spread(String name, String unit, String meaning) {
        return safe(name, A_GROWTH, unit, MISSING_SPREAD, meaning);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void fill(Known known, float[] row, int offset) {
        PastReadings past = known.readings();
        double now = past.logLevelAt(past.cutSecond());
        int at = offset;
        for (int hours : SPAN_HOURS) {
            row[at++] = (float) (now - past.logLevelAt(past.cutSecond() - hours * HOUR));
        }
        double[] daily = dailyGrowth(known);
        double week = row[offset + 6];
        row[at++] = (float) daily[1];
        row[at++] = (float) daily[2];
        row[at++] = (float) daily[6];
        row[at++] = (float) daily[13];
        row[at++] = (float) (daily[0] - daily[1]);
        row[at++] = (float) (2 * week - row[offset + 7]);
        row[at++] = (float) ((daily[0] + SMALL) / (Math.max(week, 0) / 7 + SMALL));
        fillSpread(daily, row, at);
    }

    private static void fillSpread(double[] daily, float[] row, int offset) {
        Spread week = Spread.of(daily, 7);
        Spread month = Spread.of(daily, DAYS);
        row[offset] = (float) week.deviation;
        row[offset + 1] = (float) month.deviation;
        row[offset + 2] = (float) week.max;
        row[offset + 3] = (float) month.max;
        row[offset + 4] = (float) week.growing;
        row[offset + 5] = (float) month.growing;
    }

    private static double[] dailyGrowth(Known known) {
        double[] daily = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            daily[day] = known.logLevelDaysAgo(day) - known.logLevelDaysAgo(day + 1);
        }
        return daily;
    }

    /// Spread of the known ones of the latest days; all missing below two known days.
    private record Spread(double deviation, double max, double growing) {

        private static final Spread MISSING = new Spread(Double.NaN, Double.NaN, Double.NaN);

        static Spread of(double[] daily, int days) {
            int count = 0;
            int grew = 0;
            double sum = 0;
            double squares = 0;
            double max = Double.NEGATIVE_INFINITY;
            for (int day = 0; day < days; day++) {
                double growth = daily[day];
                if (!Double.isNaN(growth)) {
                    count++;
                    grew += growth > 0 ? 1 : 0;
                    sum += growth;
                    squares += growth * growth;
                    max = Math.max(max, growth);
                }
            }
            if (count < 2) {
                return MISSING;
            }
            double variance = Math.max(0, (squares - sum * sum / count) / (count - 1));
            return new Spread(Math.sqrt(variance), max, (double) grew / count);
        }
    }
}
