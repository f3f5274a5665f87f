package dev.upswell.learn;

import dev.upswell.numeric.Cholesky;
import dev.upswell.numeric.Odds;
import java.util.Arrays;

/// Fits calibration curves to one set of scores again and again, with different weights.
final class CalibrationFit {

    private static final int STEPS = 25;
    private static final double SMALL_RIDGE = 1e-3;
    private static final double LEAST_SLOPE = 0.05;

    private final double[] rising;
    private final double[] falling;
    private final float[] labels;

    /// Whether all scores are equal: they then tell nothing of how surely higher ones would come true.
    private final boolean flat;

    CalibrationFit(double[] scores, float[] labels) {
        this.labels = labels;
        rising = new double[scores.length];
        falling = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double inside = Odds.clamp(scores[i]);
            rising[i] = Math.log(inside);
            falling[i] = -Math.log1p(-inside);
        }
        flat = Arrays.stream(rising).distinct().limit(2).count() < 2;
    }

    Calibration fit(Calibration.Kind kind, double[] weights) {
        return switch (kind) {
            case PLATT -> platt(weights);
            case BETA -> beta(weights);
        };
    }

    /// The slope `b` of `log-odds(label) = a + b · log-odds(score)`, as the labels have it: below 0 where they run against the
    /// scores.
    double slope(double[] weights) {
        return solve(true, true, true, weights)[0];
    }

    private Calibration platt(double[] weights) {
        if (flat) {
            return intercept(LEAST_SLOPE, LEAST_SLOPE, weights);
        }
        double[] fitted = solve(true, true, true, weights);
        double slope = Math.max(LEAST_SLOPE, fitted[0]);
        return fitted[0] >= LEAST_SLOPE ? new Calibration(slope, slope, fitted[2]) : intercept(slope, slope, weights);
    }

    private Calibration beta(double[] weights) {
        if (flat) {
            return platt(weights);
        }
        double[] both = solve(true, true, false, weights);
        if (both[0] >= 0 && both[1] >= 0 && both[0] + both[1] >= LEAST_SLOPE) {
            return new Calibration(both[0], both[1], both[2]);
        }
        double[] one = both[0] < 0 ? solve(false, true, false, weights) : solve(true, false, false, weights);
        return one[0] >= 0 && one[1] >= 0 && one[0] + one[1] >= LEAST_SLOPE
                ? new Calibration(one[0], one[1], one[2])
                : platt(weights);
    }

    private Calibration intercept(double a, double b, double[] weights) {
        double c = 0;
        for (int step = 0; step < STEPS; step++) {
            double gradient = 0;
            double curvature = SMALL_RIDGE;
            for (int i = 0; i < labels.length; i++) {
                double p = Odds.probability(a * rising[i] + b * falling[i] + c);
                gradient += weights[i] * (labels[i] - p);
                curvature += weights[i] * p * (1 - p);
            }
            c += Math.clamp(gradient / curvature, -3, 3);
        }
        return new Calibration(a, b, c);
    }

    /// Newton's method for (a, b, c); a slope that is not used stays 0, and tied slopes move as one.
    private double[] solve(boolean useA, boolean useB, boolean tied, double[] weights) {
        double[] at = {useA ? 1 : 0, useB ? 1 : 0, 0};
        for (int step = 0; step < STEPS; step++) {
            double[] change = step(at, useA, useB, tied, weights);
            double largest = 0;
            for (int i = 0; i < 3; i++) {
                at[i] += Math.clamp(change[i], -2, 2);
                largest = Math.max(largest, Math.abs(change[i]));
            }
            if (largest < 1e-7) {
                break;
            }
        }
        return at;
    }

    private double[] step(double[] at, boolean useA, boolean useB, boolean tied, double[] weights) {
        double[] gradient = new double[3];
        double[][] curvature = new double[3][3];
        double[] inputs = new double[3];
        for (int i = 0; i < labels.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            double p = Odds.probability(at[0] * rising[i] + at[1] * falling[i] + at[2]);
            inputs[0] = tied ? rising[i] + falling[i] : useA ? rising[i] : 0;
            inputs[1] = !tied && useB ? falling[i] : 0;
            inputs[2] = 1;
            add(inputs, weights[i] * (labels[i] - p), weights[i] * p * (1 - p), gradient, curvature);
        }
        for (int i = 0; i < 3; i++) {
            curvature[i][i] += SMALL_RIDGE;
        }
        double[] change = Cholesky.solve(curvature, gradient);
        change[1] = tied ? change[0] : change[1];
        return change;
    }

    private static void add(double[] inputs, double residual, double spread, double[] gradient, double[][] curvature) {
        for (int j = 0; j < 3; j++) {
            gradient[j] += residual * inputs[j];
            for (int k = 0; k <= j; k++) {
                curvature[j][k] += spread * inputs[j] * inputs[k];
            }
        }
    }
}
