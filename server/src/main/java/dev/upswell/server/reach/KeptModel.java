package dev.upswell.server.reach;

import dev.upswell.forecast.reach.ReachTarget;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trained reach model as it is recorded.
///
/// @param trainedAt nothing later was known to it
/// @param videos how many videos it learnt from
/// @param judged how such models did on videos that none of them had seen; null until that was asked
public record KeptModel(String id, ReachTarget target, Instant trainedAt, int videos, String datasetHash,
        String featureSet, long seed, String codeVersion, @Nullable Judgement judged) {

    /// A backtest in the form in which it is kept.
    ///
    /// @param from videos posted from here on
    /// @param to videos posted until here
    public record Judgement(Instant from, Instant to, List<Stage> stages) {

        public Judgement {
            stages = List.copyOf(stages);
        }
    }

    /// One stage of a backtest.
    ///
    /// @param withReadings share of the videos that had been read by then
    /// @param advantage PR-AUC of the model less that of the plain rule; null when it cannot be said
    public record Stage(String stage, int videos, int breakouts, double withReadings, Way model, Way rule,
            @Nullable Span advantage) {

        /// Whether the model ranks breakouts better than the plain rule, beyond chance.
        public boolean better() {
            return advantage != null && advantage.low() > 0;
        }
    }

    /// The figures of one way of foretelling; those of the ranking are null where it cannot be judged.
    public record Way(@Nullable Double prAuc, @Nullable Double auc, @Nullable Double ece, double medianError,
            double coverage, double rangeWidth, double classLoss) {

        /// The factor by which half of the forecasts missed by less.
        public double typicalFactor() {
            return Math.pow(10, medianError);
        }
    }

    /// A number with its 95 % interval.
    public record Span(double value, double low, double high) {
    }
}
