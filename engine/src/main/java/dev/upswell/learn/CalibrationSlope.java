package dev.upswell.learn;

import java.util.Arrays;
import java.util.Optional;

/// Whether probabilities are spread as widely as they should be.
final class CalibrationSlope {

    private CalibrationSlope() {
    }

    /// The slope `b` of `log-odds(label) = a + b · log-odds(probability)`; empty when all probabilities are equal.
    static Optional<Double> of(ScoredPairs pairs) {
        double[] weights = new double[pairs.size()];
        Arrays.fill(weights, 1);
        double first = pairs.size() == 0 ? 0 : pairs.probabilities()[0];
        if (Arrays.stream(pairs.probabilities()).allMatch(p -> p == first)) {
            return Optional.empty();
        }
        return Optional.of(Calibration.fit(Calibration.Kind.PLATT, pairs.probabilities(), pairs.labels(), weights).a());
    }
}
