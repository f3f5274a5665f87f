package dev.upswell.forecast.reach;

import dev.upswell.content.EntityId;
import dev.upswell.numeric.Quantiles;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// A video's own first readings, up to the age of the stage.
///
/// Rates are drawn toward the usual ones as by a hundred views: the first like of three viewers says little.
final class StartBlock implements ReachBlock {

    private static final String NO_READING = "missing before upload and until the first reading";
    private static final List<Counter> ENGAGEMENTS = List.of(Counter.LIKES, Counter.COMMENTS, Counter.SHARES,
            Counter.SAVES);
    private static final double[] USUAL_RATES = {0.05, 0.0006, 0.003, 0.0025};
    private static final double PRIOR_VIEWS = 100;

    @Override
    public List<ReachFeature> features() {
        List<ReachFeature> features = new ArrayList<>(List.of(
                feature("start_views", "log10 views", NO_READING, "views at the last reading"),
                feature("start_half_views", "log10 views", "missing until a reading of half that age",
                        "views at half the age of the stage"),
                feature("start_growth", "log10 ratio", "missing until a reading of half that age",
                        "growth of the second half"),
                feature("start_pace", "log10 views per minute", NO_READING, "views per minute of age"),
                feature("start_lead", "log10 ratio", "missing until an earlier video of the creator is known",
                        "views now less the creator's usual views in the end"),
                feature("start_reading_age", "minutes", NO_READING, "age of the last reading")));
        for (Counter counter : ENGAGEMENTS) {
            features.add(feature("start_" + counter.label() + "_rate", "fraction",
                    "missing where the provider gives no " + counter.label(), counter.label() + " per view"));
        }
        return List.copyOf(features);
    }

    private static ReachFeature feature(String name, String unit, String missing, String meaning) {
        return new ReachFeature(name, ReachFeature.Topic.START, unit, missing, meaning);
    }

    @Override
    public void fill(ReachMoment moment, float[] row, int offset) {
        Arrays.fill(row, offset, offset + 6 + ENGAGEMENTS.size(), Float.NaN);
        long age = moment.stage().seconds();
        OptionalDouble now = moment.levelAtAge(Counter.VIEWS, age);
        if (age == 0 || now.isEmpty()) {
            return;
        }
        double logNow = ReachTarget.logViews(now.getAsDouble());
        row[offset] = (float) logNow;
        moment.levelAtAge(Counter.VIEWS, age / 2).ifPresent(half -> {
            row[offset + 1] = (float) ReachTarget.logViews(half);
            row[offset + 2] = (float) (logNow - ReachTarget.logViews(half));
        });
        fillPace(moment, logNow, now.getAsDouble(), row, offset + 3);
        for (int i = 0; i < ENGAGEMENTS.size(); i++) {
            OptionalDouble count = moment.levelAtAge(ENGAGEMENTS.get(i), age);
            if (count.isPresent()) {
                row[offset + 6 + i] = (float) ((count.getAsDouble() + PRIOR_VIEWS * USUAL_RATES[i])
                        / (now.getAsDouble() + PRIOR_VIEWS));
            }
        }
    }

    private static void fillPace(ReachMoment moment, double logNow, double views, float[] row, int offset) {
        CounterSeries series = moment.series() == null ? null : moment.series().counter(Counter.VIEWS).orElse(null);
        if (series == null) {
            return;
        }
        long read = series.epochSecondAt(series.lastIndexAt(moment.now()));
        double minutes = Math.max(1, (read - moment.createdAt()) / 60.0);
        row[offset] = (float) Math.log10((views + 1) / minutes);
        double usual = usual(moment);
        row[offset + 1] = Double.isNaN(usual) ? Float.NaN : (float) (logNow - usual);
        row[offset + 2] = (float) ((moment.now() - read) / 60.0);
    }

    private static double usual(ReachMoment moment) {
        EntityId creator = moment.video().creator();
        double[] known = creator == null
                ? new double[0]
                : moment.archive().outcomesOf(creator).latest(20, moment.now());
        return known.length == 0 ? Double.NaN : Quantiles.of(known, 0.5);
    }
}
