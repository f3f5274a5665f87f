package dev.upswell.forecast;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Interval;
import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.numeric.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How early alerts came before surges, and how many were false.
///
/// The lead of a surge that was alerted runs from its cut to the first reading at which the growth since the cut passes
/// that cut's final bar; a surge without an alert leads by 0.
///
/// **units** hours; rates are fractions · **absence** the median over hits without a hit, the false surge rate without an
/// alert.
///
/// @param alerts how many pairs were alerted
/// @param hits how many of them surged
/// @param surges how many pairs surged
/// @param medianOverHits null without a hit
/// @param falseSurgeRate share of the alerts that did not surge; null without an alert
public record LeadTime(int alerts, int hits, int surges, @Nullable Estimate medianOverHits, Estimate medianOverAll,
        Estimate mean, Estimate recall, @Nullable Estimate falseSurgeRate) {

    private static final int FIGURES = 5;

    /// What came of each pair, by column.
    record Alerts(boolean[] alerted, float[] labels, int[] entities, double[] hoursToBar) {
    }

    /// The lead of these alerts; empty when nothing surged.
    static Optional<LeadTime> of(Alerts alerts, int samples, long seed) {
        Sorted sorted = Sorted.of(alerts);
        if (sorted.surges == 0) {
            return Optional.empty();
        }
        EntityBootstrap bootstrap = EntityBootstrap.of(alerts.entities(), seed);
        int[] once = new int[bootstrap.numbers()];
        Arrays.fill(once, 1);
        double[] point = sorted.figures(once);
        double[][] drawn = IntStream.range(0, samples).parallel().mapToObj(bootstrap::draws).map(sorted::figures)
                .toArray(double[][]::new);
        return Optional.of(new LeadTime(sorted.alerted, sorted.hits, sorted.surges,
                estimate(point, drawn, 0).orElse(null), estimate(point, drawn, 1).orElseThrow(),
                estimate(point, drawn, 2).orElseThrow(), estimate(point, drawn, 3).orElseThrow(),
                estimate(point, drawn, 4).orElse(null)));
    }

    private static Optional<Estimate> estimate(double[] point, double[][] drawn, int figure) {
        if (Double.isNaN(point[figure])) {
            return Optional.empty();
        }
        double[] known = Arrays.stream(drawn).mapToDouble(one -> one[figure]).filter(one -> !Double.isNaN(one)).sorted()
                .toArray();
        Interval interval = known.length == 0
                ? new Interval(point[figure], point[figure])
                : new Interval(Quantiles.ofSorted(known, 0.025), Quantiles.ofSorted(known, 0.975));
        return Optional.of(new Estimate(point[figure], interval));
    }

    /// Surges in order of their lead, misses first, and false alerts; sorted once, weighed often.
    private static final class Sorted {

        private final int[] entities;
        private final double[] leads;
        private final boolean[] hit;
        private final int[] falseAlerts;
        private final int surges;
        private final int hits;
        private final int alerted;

        private Sorted(Alerts alerts, Integer[] surging, int[] falseAlerts) {
            surges = surging.length;
            entities = new int[surges];
            leads = new double[surges];
            hit = new boolean[surges];
            int found = 0;
            for (int i = 0; i < surges; i++) {
                entities[i] = alerts.entities()[surging[i]];
                hit[i] = alerts.alerted()[surging[i]];
                leads[i] = lead(alerts, surging[i]);
                found += hit[i] ? 1 : 0;
            }
            hits = found;
            this.falseAlerts = falseAlerts;
            alerted = found + falseAlerts.length;
        }

        static Sorted of(Alerts alerts) {
            Integer[] surging = IntStream.range(0, alerts.labels().length).filter(i -> alerts.labels()[i] > 0).boxed()
                    .sorted((x, y) -> Double.compare(lead(alerts, x), lead(alerts, y))).toArray(Integer[]::new);
            int[] wrong = IntStream.range(0, alerts.labels().length)
                    .filter(i -> alerts.alerted()[i] && alerts.labels()[i] == 0).map(i -> alerts.entities()[i])
                    .toArray();
            return new Sorted(alerts, surging, wrong);
        }

        private static double lead(Alerts alerts, int pair) {
            return alerts.alerted()[pair] ? alerts.hoursToBar()[pair] : 0;
        }

        /// Median over hits, median over all, mean, recall, false surge rate; NaN where a draw has nothing to tell one from,
        /// which [LeadTime#estimate] drops.
        double[] figures(int[] weights) {
            double all = 0;
            double found = 0;
            double sum = 0;
            for (int i = 0; i < surges; i++) {
                int weight = weights[entities[i]];
                all += weight;
                found += hit[i] ? weight : 0;
                sum += weight * leads[i];
            }
            double wrong = 0;
            for (int entity : falseAlerts) {
                wrong += weights[entity];
            }
            double[] figures = new double[FIGURES];
            figures[0] = found == 0 ? Double.NaN : median(weights, true, found);
            figures[1] = all == 0 ? Double.NaN : median(weights, false, all);
            figures[2] = all == 0 ? Double.NaN : sum / all;
            figures[3] = all == 0 ? Double.NaN : found / all;
            figures[4] = wrong + found == 0 ? Double.NaN : wrong / (wrong + found);
            return figures;
        }

        private double median(int[] weights, boolean onlyHits, double total) {
            double seen = 0;
            double lower = Double.NaN;
            for (int i = 0; i < surges; i++) {
                if (onlyHits && !hit[i]) {
                    continue;
                }
                seen += weights[entities[i]];
                if (Double.isNaN(lower) && seen >= total / 2) {
                    lower = leads[i];
                }
                if (seen > total / 2) {
                    return (lower + leads[i]) / 2;
                }
            }
            return lower;
        }
    }
}
