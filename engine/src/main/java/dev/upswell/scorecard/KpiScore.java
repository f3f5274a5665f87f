package dev.upswell.scorecard;

import java.util.OptionalDouble;

/// What is known of a key performance indicator.
///
/// @param coverage the share of its weight whose inputs are known [0..1]
/// @param sum of the weighted scores of those parts
public record KpiScore(Kpi kpi, double coverage, double sum) {

    /// How good a score is.
    public enum Level {
        /// Below 0.3.
        LOW,
        /// From 0.3 and below 0.6.
        MEDIUM,
        /// From 0.6.
        HIGH;

        private static final double FROM_MEDIUM = 0.3;
        private static final double FROM_HIGH = 0.6;

        /// The level of a score.
        public static Level of(double score) {
            return score < FROM_MEDIUM ? LOW : score < FROM_HIGH ? MEDIUM : HIGH;
        }
    }

    /// The weighted mean of the parts that are known; empty when none is.
    public OptionalDouble score() {
        return coverage == 0 ? OptionalDouble.empty() : OptionalDouble.of(coverage == 1 ? sum : sum / coverage);
    }

    /// The score if everything that is missing were as bad as can be.
    public double worst() {
        return sum;
    }

    /// The score if everything that is missing were as good as can be.
    public double best() {
        return sum + (1 - coverage);
    }
}
