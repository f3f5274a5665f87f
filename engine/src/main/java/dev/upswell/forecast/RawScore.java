package dev.upswell.forecast;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.LeastSquares;
import dev.upswell.learn.Scorer;
import dev.upswell.numeric.RankScale;
import java.util.Arrays;
import java.util.stream.Stream;

/// A fitted rule or model before calibration.
sealed interface RawScore permits RawScore.Constant, RawScore.Column, RawScore.LogLinear, RawScore.Learned {

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

    /// One feature, put on a scale of ranks; a missing value counts as none of it.
    record Column(int column, int width, RankScale scale) implements RawScore {

        @Override
        public double[] of(float[] values, int rows) {
            return scale.ranks(raw(values, rows, column, width));
        }

        static double[] raw(float[] values, int rows, int column, int width) {
            double[] all = new double[rows];
            for (int row = 0; row < rows; row++) {
                float value = values[row * width + column];
                all[row] = Float.isNaN(value) ? 0 : value;
            }
            return all;
        }
    }

    /// Next day's log growth as a linear function of log growth over the last 1, 2, 3 and 7 days, put on a scale of ranks.
    ///
    /// **source** Szabo and Huberman, Predicting the popularity of online content (2010), with several reference times after
    /// Pinto, Almeida and Gonçalves (2013).
    record LogLinear(LeastSquares fit, RankScale scale) implements RawScore {

        static final int[] COLUMNS = Stream.of("growth_24h", "growth_48h", "growth_72h", "growth_7d")
                .mapToInt(HashtagFeatures.V1::indexOf).toArray();

        @Override
        public double[] of(float[] values, int rows) {
            return scale.ranks(fit.values(values, rows));
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
