package dev.upswell.server.reach;

import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.forecast.reach.ReachReport;
import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import org.jspecify.annotations.Nullable;

/// Brings a report of the engine into the form in which it is kept.
final class Judging {

    private Judging() {
    }

    static KeptModel.Judgement of(ReachReport report, ReachBacktest.Range range) {
        return new KeptModel.Judgement(range.from(), range.to(),
                report.stages().entrySet().stream().map(one -> stage(one.getKey().label(), one.getValue())).toList());
    }

    private static KeptModel.Stage stage(String label, ReachReport.StageResult result) {
        Estimate advantage = result.advantage();
        return new KeptModel.Stage(label, result.videos(), result.breakouts(), result.withReadings(),
                way(result.model()), way(result.rule()),
                advantage == null
                        ? null
                        : new KeptModel.Span(advantage.value(), advantage.interval().low(),
                                advantage.interval().high()));
    }

    private static KeptModel.Way way(ReachReport.Judged judged) {
        return new KeptModel.Way(figure(judged.ranking(), Figure.PR_AUC), figure(judged.ranking(), Figure.AUC),
                figure(judged.ranking(), Figure.ECE), judged.medianError(), judged.coverage(), judged.rangeWidth(),
                judged.classLoss());
    }

    private static @Nullable Double figure(@Nullable Evaluation ranking, Figure figure) {
        return ranking == null ? null : Double.valueOf(ranking.value(figure));
    }
}
