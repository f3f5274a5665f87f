package dev.upswell.learn;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the calibrated probability of a score could lie off, given how few entities the curve was fitted on.
///
/// Holds the curves of bootstrap samples that drew whole entities.
///
/// @param curves empty when no interval was asked for
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

    /// The 5 to 95 % interval of the probability for a score; it always holds the point.
    public Interval interval(double score) {
        double middle = point.probability(score);
        if (curves.isEmpty()) {
            return new Interval(middle, middle);
        }
        double[] all = curves.stream().mapToDouble(curve -> curve.probability(score)).sorted().toArray();
        return new Interval(Math.min(middle, Quantiles.ofSorted(all, 0.05)),
                Math.max(middle, Quantiles.ofSorted(all, 0.95)));
    }
}
