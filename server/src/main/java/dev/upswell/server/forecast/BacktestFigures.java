package dev.upswell.server.forecast;

import dev.upswell.forecast.BacktestReport;
import dev.upswell.forecast.BacktestSettings;
import dev.upswell.forecast.LeadTime;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.ReliabilityBin;
import dev.upswell.numeric.WilsonInterval;
import dev.upswell.server.forecast.ModelResult.CalibrationBin;
import dev.upswell.server.forecast.ModelResult.Edge;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes the stored document of a backtest from the engine's report.
final class BacktestFigures {

    private static final String SLOPE = "calibrationSlope";
    private static final String LEAD = "leadTimeHoursMedian";
    private static final String LEAD_OF_ALL = "leadTimeHoursMedianOfAll";
    private static final String LEAD_RECALL = "leadTimeRecall";
    private static final String FALSE_SURGES = "falseSurgeRate";

    private final BacktestReport report;
    private final Optional<SurgeKind> bestBaseline;

    private BacktestFigures(BacktestReport report) {
        this.report = report;
        this.bestBaseline = report.results().values().stream()
                .filter(result -> result.kind().baseline() && result.evaluation() != null)
                .max(Comparator.comparingDouble(result -> evaluation(result).orElseThrow().value(Figure.PR_AUC)))
                .map(BacktestReport.Result::kind);
    }

    /// The document; empty when no cut could be judged.
    static Optional<BacktestSummary> of(BacktestReport report, int horizonHours) {
        BacktestFigures figures = new BacktestFigures(report);
        List<ModelResult> results = report.results().values().stream()
                .flatMap(result -> evaluation(result).map(found -> figures.result(result, found)).stream())
                .toList();
        return report.results().values().stream().flatMap(result -> evaluation(result).stream()).findFirst()
                .map(any -> new BacktestSummary(report.pairs().cutAt(0),
                        report.pairs().cutAt(report.pairs().size() - 1), any.cuts(), any.pairs(), any.prevalence(),
                        horizonHours, results, ranges(report.range())));
    }

    private static BacktestSummary.@Nullable Ranges ranges(BacktestReport.@Nullable RangeResult range) {
        return range == null
                ? null
                : new BacktestSummary.Ranges(range.pairs(), range.coverage(), range.medianWidth());
    }

    private static Optional<Evaluation> evaluation(BacktestReport.Result result) {
        return Optional.ofNullable(result.evaluation());
    }

    private ModelResult result(BacktestReport.Result result, Evaluation evaluation) {
        Map<String, List<Double>> intervals = new TreeMap<>();
        for (Figure figure : Figure.values()) {
            intervals.put(key(figure), ends(evaluation.estimate(figure)));
        }
        Optional<LeadTime> lead = Optional.ofNullable(result.lead());
        Optional<Estimate> slope = Optional.ofNullable(evaluation.calibrationSlope());
        Optional<Estimate> overHits = lead.map(LeadTime::medianOverHits);
        Optional<Estimate> overAll = lead.map(LeadTime::medianOverAll);
        Optional<Estimate> recall = lead.map(LeadTime::recall);
        Optional<Estimate> falseSurges = lead.map(LeadTime::falseSurgeRate);
        slope.ifPresent(estimate -> intervals.put(SLOPE, ends(estimate)));
        overHits.ifPresent(estimate -> intervals.put(LEAD, ends(estimate)));
        overAll.ifPresent(estimate -> intervals.put(LEAD_OF_ALL, ends(estimate)));
        recall.ifPresent(estimate -> intervals.put(LEAD_RECALL, ends(estimate)));
        falseSurges.ifPresent(estimate -> intervals.put(FALSE_SURGES, ends(estimate)));
        return new ModelResult(result.kind().label(), result.kind().baseline(), evaluation.value(Figure.AUC),
                evaluation.value(Figure.PR_AUC), ends(evaluation.estimate(Figure.PR_AUC)),
                evaluation.value(Figure.PRECISION_AT_10), evaluation.value(Figure.RECALL_AT_50),
                evaluation.value(Figure.RECALL_AT_R), evaluation.value(Figure.BRIER), evaluation.value(Figure.ECE),
                value(overHits), value(overAll), value(recall), value(falseSurges),
                value(slope), edge(result.kind()).orElse(null), intervals,
                evaluation.bins().stream().filter(bin -> bin.pairs() > 0).map(BacktestFigures::bin).toList());
    }

    private static CalibrationBin bin(ReliabilityBin bin) {
        double observed = Math.clamp(bin.observed(), 0, 1);
        WilsonInterval interval = WilsonInterval.of(observed, bin.pairs());
        return new CalibrationBin(bin.predicted(), observed, interval.low(), interval.high(), bin.pairs());
    }

    private Optional<Edge> edge(SurgeKind kind) {
        return bestBaseline.filter(best -> !kind.baseline()).map(best -> {
            BacktestSettings settings = report.settings();
            Estimate gap = Evaluation.difference(report.pairs().scored(kind), report.pairs().scored(best),
                    settings.bootstrapSamples(), settings.training().trees().seed());
            return new Edge(best.label(), gap.value(), gap.interval().low(), gap.interval().high());
        });
    }

    /// The name of a figure in the document.
    private static String key(Figure figure) {
        return switch (figure) {
            case AUC -> "auc";
            case PR_AUC -> "prAuc";
            case PRECISION_AT_10 -> "precisionAt10";
            case RECALL_AT_50 -> "recallAt50";
            case RECALL_AT_R -> "recallAtR";
            case BRIER -> "brier";
            case ECE -> "ece";
        };
    }

    private static List<Double> ends(Estimate estimate) {
        return List.of(estimate.interval().low(), estimate.interval().high());
    }

    private static @Nullable Double value(Optional<Estimate> estimate) {
        return estimate.map(Estimate::value).orElse(null);
    }
}
