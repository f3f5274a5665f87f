package dev.upswell.server.forecast.page;

import dev.upswell.server.forecast.BacktestRun;
import dev.upswell.server.forecast.BacktestSummary;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.ModelResult;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Sentence;
import dev.upswell.simulate.judge.Knowable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers the models pages from the records and the latest backtest that are kept.
public final class KeptModelPages implements ModelPages {

    private static final int MOST_BACKTESTS = 100;

    private final Forecasts forecasts;

    /// The pages over these services and their tenant.
    public KeptModelPages(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public ModelsView models() {
        List<RegisteredModel> models = forecasts.registry().list(forecasts.tenant());
        List<Notice> notices = new ArrayList<>();
        if (models.stream().noneMatch(RegisteredModel::serving)) {
            notices.add(new Notice.NoForecast());
        }
        if (forecasts.training().lacksPyTorch()) {
            notices.add(new Notice.Remark(Sentence.of("notice.noNetwork")));
        }
        return new ModelsView(forecasts.backtesting().latest(forecasts.tenant()).map(run -> evaluation(run.report()))
                .orElse(null), models.stream().map(KeptModelPages::record).toList(), notices, others(models));
    }

    private List<ModelsView.Task> others(List<RegisteredModel> models) {
        return Stream.concat(models.stream().map(RegisteredModel::task), forecasts.backtesting()
                .list(forecasts.tenant(), "DONE", MOST_BACKTESTS, 0).stream().map(BacktestRun.Attempt::task))
                .filter(task -> !task.equals(ModelTask.DAILY_HASHTAGS)).distinct()
                .sorted(Comparator.comparing(ModelTask::kind).thenComparing(ModelTask::horizonHours))
                .map(task -> new ModelsView.Task(task, forecasts.of(task).backtesting().latest(forecasts.tenant())
                        .map(run -> evaluation(run.report())).orElse(null)))
                .toList();
    }

    @Override
    public Optional<Knowable> knowable() {
        return forecasts.judging().latest(forecasts.tenant());
    }

    @Override
    public Optional<ModelRecord> model(String id) {
        return uuid(id).flatMap(known -> forecasts.registry().find(forecasts.tenant(), known))
                .map(KeptModelPages::record);
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Evaluation evaluation(BacktestSummary report) {
        return new Evaluation(new Evaluation.Scope(report.from(), report.to(), report.cuts(), report.pairs(),
                report.prevalence(), report.horizonHours()),
                report.models().stream().map(KeptModelPages::score).toList());
    }

    private static ModelScore score(ModelResult result) {
        Map<Score, Measure> measures = new EnumMap<>(Score.class);
        put(measures, Score.PR_AUC, result.prAuc(), result, "prAuc");
        put(measures, Score.AUC, result.auc(), result, "auc");
        put(measures, Score.PRECISION_AT_10, result.precisionAt10(), result, "precisionAt10");
        put(measures, Score.RECALL_AT_50, result.recallAt50(), result, "recallAt50");
        put(measures, Score.BRIER, result.brier(), result, "brier");
        put(measures, Score.ECE, result.ece(), result, "ece");
        put(measures, Score.LEAD_TIME, result.leadTimeHoursMedian(), result, "leadTimeHoursMedian");
        put(measures, Score.FALSE_SURGE_RATE, result.falseSurgeRate(), result, "falseSurgeRate");
        ModelResult.Edge edge = result.edge();
        return new ModelScore(result.model(), result.baseline(), measures,
                edge == null ? null : new Measure(edge.value(), edge.low(), edge.high()),
                result.baseline() ? List.of() : result.calibration().stream().map(KeptModelPages::bin).toList());
    }

    private static void put(Map<Score, Measure> measures, Score score, @Nullable Double value, ModelResult result,
            String key) {
        if (value != null) {
            List<Double> ends = result.intervals().getOrDefault(key, List.of(value, value));
            measures.put(score, new Measure(value, ends.getFirst(), ends.getLast()));
        }
    }

    private static ModelScore.Bin bin(ModelResult.CalibrationBin bin) {
        return new ModelScore.Bin(bin.stated(), bin.observed(), bin.low(), bin.high(), Math.round(bin.pairs()));
    }

    private static ModelRecord record(RegisteredModel model) {
        var record = model.record();
        return new ModelRecord(model.id().toString(), model.kind(), model.task(), model.serving(),
                new ModelRecord.Training(model.trainedAt(), record.trainingFrom(), record.trainingTo(), record.rows(),
                        record.positives(), record.featureSet(), record.seed()),
                new ModelRecord.Fingerprints(record.datasetHash(), record.codeVersion(), record.artefactHash()),
                record.settings(), record.metrics(), model.notes());
    }
}
