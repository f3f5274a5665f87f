package dev.upswell.forecast.reach;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How well reach was foretold on videos that no training had seen, by stage, the plain rule beside the model.
///
/// @param stages those of which any video could be judged
public record ReachReport(Map<ReachStage, StageResult> stages) {

    public ReachReport {
        stages = Collections.unmodifiableMap(new EnumMap<>(stages));
    }

    /// One stage.
    ///
    /// @param withReadings share of the videos of which a reading stood behind the forecast
    /// @param advantage PR-AUC of the model less that of the rule, with its 95 % interval over creators; null when all or no
    ///     videos broke out
    public record StageResult(int videos, int breakouts, double withReadings, Judged model, Judged rule,
            @Nullable Estimate advantage) {
    }

    /// The figures of one way of foretelling.
    ///
    /// @param ranking of breakouts; null when all or no videos broke out
    /// @param medianError median distance of forecast and outcome in log10 views
    /// @param coverage share of outcomes inside the 5 to 95 % range
    /// @param rangeWidth median width of that range in log10 views
    /// @param classLoss mean negative natural logarithm of the probability given to the class that came
    public record Judged(@Nullable Evaluation ranking, double medianError, double coverage, double rangeWidth,
            double classLoss) {

        /// The ranking of breakouts, where there is one.
        public Optional<Evaluation> found() {
            return Optional.ofNullable(ranking);
        }
    }
}
