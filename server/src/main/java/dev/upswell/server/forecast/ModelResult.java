package dev.upswell.server.forecast;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one model or baseline did in a backtest.
///
/// Every figure has its 95 % interval in `intervals`, under its own name: entities are drawn, not pairs.
///
/// @param model its name in files and on the command line
/// @param baseline whether it is a rule to be beaten rather than a model
/// @param prAucInterval the two ends of the interval of `prAuc`, because scripts read it here
/// @param recallAt50 share of all surges among the first 50 of their cut
/// @param recallAtR share of all surges among the first R of their cut, where R is how many surged
/// @param leadTimeHoursMedian median lead over hits; null when nothing was called in time
/// @param leadTimeHoursMedianOfAll median lead over all surges, a missed one counting 0; null when nothing surged
/// @param leadTimeRecall share of the surges that were called; null when nothing surged
/// @param falseSurgeRate share of the calls that did not come true; null when nothing was called
/// @param calibrationSlope 1 is right, below 1 overconfident, below 0 upside down; null when all probabilities are equal
/// @param edge its PR-AUC less that of the best baseline on the same draws; null for baselines
/// @param calibration stated against observed, by stated probability
public record ModelResult(String model, boolean baseline, double auc, double prAuc, List<Double> prAucInterval,
        double precisionAt10, double recallAt50, double recallAtR, double brier, double ece,
        @Nullable Double leadTimeHoursMedian, @Nullable Double leadTimeHoursMedianOfAll,
        @Nullable Double leadTimeRecall, @Nullable Double falseSurgeRate, @Nullable Double calibrationSlope,
        @Nullable Edge edge, Map<String, List<Double>> intervals, List<CalibrationBin> calibration) {

    public ModelResult {
        prAucInterval = List.copyOf(prAucInterval);
        intervals = Map.copyOf(intervals);
        calibration = List.copyOf(calibration);
    }

    /// By how much PR-AUC lies above that of the best baseline, with the ends of the 95 % interval.
    ///
    /// @param over the baseline compared with
    public record Edge(String over, double value, double low, double high) {
    }

    /// Of `pairs` pairs the model stated `stated` on average, and `observed` of them came true, as a share with the ends of
    /// its 95 % interval as if pairs were independent.
    ///
    /// @param pairs fractional where equal probabilities span two bins
    public record CalibrationBin(double stated, double observed, double low, double high, double pairs) {
    }

    /// Whether the model is shown to beat the best baseline: the interval of its edge lies above 0.
    public boolean beatsBaselines() {
        return edge != null && edge.low() > 0;
    }
}
