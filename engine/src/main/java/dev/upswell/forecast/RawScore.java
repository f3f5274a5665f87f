package dev.upswell.forecast;

import dev.upswell.feature.FeatureRecipe;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.Scorer;
import dev.upswell.numeric.Odds;
import java.time.Duration;
import java.util.Arrays;

/// A fitted rule or model before calibration.
sealed interface RawScore permits RawScore.Constant, RawScore.Column, RawScore.LogLinear, RawScore.Learned {

    /// From here on a growth counts by its logarithm.
    double SMALL_GROWTH = 0.005;

    /// One score in (0, 1) per row; the order of the rows by score is what the rule is about.
    double[] of(float[] values, int rows);

    /// The same score for all.
    record Constant(double share) implements RawScore {

        @Override
        public double[] of(float[] values, int rows) {
            double[] all = new double[rows];
            Arrays.fill(all, share);
            return all;
        }
    }

    /// The score of a log growth: nearly linear up to half a percent, logarithmic beyond, so that a line in its log-odds can
    /// calibrate it. One fixed curve keeps the order of growths from different trainings.
    static double ofGrowth(double growth) {
        double scaled = growth / SMALL_GROWTH;
        double inverseSinh = Math.copySign(Math.log(Math.abs(scaled) + Math.sqrt(scaled * scaled + 1)), scaled);
        return Odds.probability(inverseSinh);
    }

    /// One growth feature; a missing value counts as no growth.
    record Column(int column, int width) implements RawScore {

        @Override
        public double[] of(float[] values, int rows) {
            double[] all = new double[rows];
            for (int row = 0; row < rows; row++) {
                float value = values[row * width + column];
                all[row] = ofGrowth(Float.isNaN(value) ? 0 : value);
            }
            return all;
        }
    }

    /// The log growth to come as a linear function of log growth over the last 1, 2, 3 and 7 days.
    ///
    /// **source** Szabo and Huberman, Predicting the popularity of online content (2010), with several reference times after
    /// Pinto, Almeida and Gonçalves (2013).
    record LogLinear(LeastSquares fit) implements RawScore {

        /// The columns of past growth, which are the same for every horizon.
        static int[] columns(FeatureRecipe features) {
            return features.baselines(Duration.ofDays(1)).linear().stream().mapToInt(features.set()::indexOf).toArray();
        }

        @Override
        public double[] of(float[] values, int rows) {
            return Arrays.stream(fit.values(values, rows)).map(RawScore::ofGrowth).toArray();
        }
    }

    /// A trained classifier.
    record Learned(Scorer scorer) implements RawScore {

        @Override
        public double[] of(float[] values, int rows) {
            return scorer.scores(values, rows);
        }
    }
}
