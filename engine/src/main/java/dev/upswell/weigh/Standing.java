package dev.upswell.weigh;

/// How well weightings rank the next period's revenue, on periods and creators that none of them was fitted on.
///
/// @param fitted Spearman's rank correlation of the overall score with the next revenue within a period, mean over the periods that judge
///            by their outcomes [-1..1], by fitted weights
/// @param seed the same by the written weights
/// @param equal the same by equal weights
/// @param overSeed fitted less seed
/// @param overEqual fitted less equal
/// @param creators that judge
/// @param outcomes that judge: those that all three weightings can score
public record Standing(double fitted, double seed, double equal, Gain overSeed, Gain overEqual, int creators,
        int outcomes) {

    /// By how much one weighting ranks better than another.
    ///
    /// @param interval that holds the difference in 95 of 100 draws of creators
    public record Gain(double difference, Interval interval) {

        /// Whether it is better by more than chance explains.
        public boolean isSure() {
            return interval.low() > 0;
        }

        /// Whether it is worse by more than chance explains.
        public boolean isLoss() {
            return interval.high() < 0;
        }
    }

    /// Whether the fitted weights rank better than both others by more than chance explains: otherwise there is no reason to adopt them.
    public boolean beatsBoth() {
        return overSeed.isSure() && overEqual.isSure();
    }
}
