package dev.upswell.learn;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.numeric.Odds;
import dev.upswell.numeric.Quantiles;
import dev.upswell.numeric.WilsonInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How far the calibrated probability of a score could lie off, given how few entities the curve was fitted on.
///
/// Holds the curves of bootstrap samples that drew whole entities.
///
/// @param curves empty when the spread is not known: nothing was held back to measure it on, or nobody asked for it
public record CalibrationBand(Calibration point, List<Calibration> curves) {

    public CalibrationBand {
        curves = List.copyOf(curves);
    }

    /// Fits the curve and its bootstrap companions.
    ///
    /// @param entities which entity each pair belongs to, numbered from 0
    public static CalibrationBand fit(Calibration.Kind kind, double[] scores, float[] labels, int[] entities,
            int samples, long seed) {
        CalibrationFit fit = new CalibrationFit(scores, labels);
        double[] weights = new double[scores.length];
        Arrays.fill(weights, 1);
        Calibration point = fit.fit(kind, weights);
        EntityBootstrap bootstrap = EntityBootstrap.of(entities, seed);
        List<Calibration> curves = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            int[] draws = bootstrap.draws(sample);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = draws[entities[i]];
            }
            curves.add(fit.fit(kind, weights));
        }
        return new CalibrationBand(point, curves);
    }

    /// Leaves the scores as they are, and does not know how far off that may be.
    public static CalibrationBand unknown() {
        return new CalibrationBand(Calibration.IDENTITY, List.of());
    }

    /// The band of one share that is said of everyone, seen in rows of so many entities.
    ///
    /// The rows of an entity resemble each other, so each entity counts as one trial: with few of them the interval is wide,
    /// also where nothing or everything came true · **source** [WilsonInterval].
    ///
    /// @param entities at least 1
    public static CalibrationBand ofShare(double share, int entities) {
        WilsonInterval ends = WilsonInterval.ninety(share, entities);
        Calibration low = shift(share, ends.low());
        Calibration high = shift(share, ends.high());
        // each end twice: so the 5 and 95 % quantiles of the four are the ends themselves
        return new CalibrationBand(Calibration.IDENTITY, List.of(low, low, high, high));
    }

    private static Calibration shift(double from, double to) {
        return new Calibration(1, 1, Odds.of(to) - Odds.of(from));
    }

    /// The 5 to 95 % interval of the probability for a score; it always holds the point.
    ///
    /// **absence** empty when there are no curves: an unknown spread is no spread of zero.
    public Optional<Interval> interval(double score) {
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        Calibration.Ends ends = Calibration.Ends.of(score);
        double[] all = new double[curves.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = curves.get(i).logOdds(ends);
        }
        Arrays.sort(all);
        for (int i = 0; i < all.length; i++) {
            all[i] = Odds.probability(all[i]); // rises with its argument, so they stay in order
        }
        double middle = point.probability(score);
        return Optional.of(new Interval(Math.min(middle, Quantiles.ofSorted(all, 0.05)),
                Math.max(middle, Quantiles.ofSorted(all, 0.95))));
    }
}
