package dev.upswell.server.evaluate.page;

import dev.upswell.numeric.Quantiles;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of several days together.
///
/// @param precision of the ten likeliest, mean over the cuts
/// @param leadOverHits median in hours; null without a hit whose time is known
/// @param leadOverAll median over all surges, a miss counting as 0; null where nothing surged
/// @param coverage share of views in their range; null when none was judged
/// @param width median over the days of upper over lower end; null when none was judged
record Totals(int cuts, int pairs, int surges, int called, int hits, double precision, @Nullable Double leadOverHits,
        @Nullable Double leadOverAll, @Nullable Double coverage, @Nullable Double width) {

    static Totals of(List<DailyEvaluation> days) {
        int cuts = days.stream().mapToInt(DailyEvaluation::cuts).sum();
        int surges = days.stream().mapToInt(day -> day.figures().surges()).sum();
        double[] leads = days.stream().flatMap(day -> day.figures().lead().hours().stream())
                .mapToDouble(Double::doubleValue).toArray();
        List<DayFigures.Ranges> ranges = days.stream()
                .flatMap(day -> java.util.stream.Stream.ofNullable(day.figures().ranges())).toList();
        int within = ranges.stream().mapToInt(DayFigures.Ranges::within).sum();
        int of = ranges.stream().mapToInt(DayFigures.Ranges::of).sum();
        double precise = days.stream().mapToDouble(day -> day.cuts() * day.figures().top10().precision()).sum();
        return new Totals(cuts, days.stream().mapToInt(DailyEvaluation::pairs).sum(), surges,
                days.stream().mapToInt(day -> day.figures().called()).sum(),
                days.stream().mapToInt(day -> day.figures().hits()).sum(), cuts == 0 ? 0 : precise / cuts,
                leads.length == 0 ? null : Double.valueOf(Quantiles.of(leads, 0.5)), overAll(leads, surges),
                of == 0 ? null : Double.valueOf((double) within / of),
                ranges.isEmpty()
                        ? null
                        : Double.valueOf(
                                Quantiles.of(ranges.stream().mapToDouble(DayFigures.Ranges::width).toArray(), 0.5)));
    }

    private static @Nullable Double overAll(double[] leads, int surges) {
        if (surges == 0) {
            return null;
        }
        double[] all = new double[Math.max(surges, leads.length)];
        System.arraycopy(leads, 0, all, 0, leads.length);
        return Quantiles.of(all, 0.5);
    }

    double prevalence() {
        return pairs == 0 ? 0 : (double) surges / pairs;
    }
}
