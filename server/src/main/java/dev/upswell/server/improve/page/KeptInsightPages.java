package dev.upswell.server.improve.page;

import dev.upswell.server.improve.Improvements;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers the pages on what models rest on from what is kept.
public final class KeptInsightPages implements InsightPages {

    private static final int LINES = 12;
    private static final int TRAININGS = 26;

    private final Governance governance;
    private final ModelInsights insights;
    private final Improvements improvements;

    /// The pages over these services and their tenant.
    public KeptInsightPages(Governance governance, ModelInsights insights, Improvements improvements) {
        this.governance = governance;
        this.insights = insights;
        this.improvements = improvements;
    }

    @Override
    public InsightView view(@Nullable ModelTask asked) {
        List<RegisteredModel> serving = governance.models().list(governance.tenant()).stream()
                .filter(RegisteredModel::serving).toList();
        List<ModelTask> tasks = serving.stream().map(RegisteredModel::task).distinct()
                .sorted(Comparator.comparing(ModelTask::kind).thenComparing(ModelTask::horizonHours)).toList();
        ModelTask task = asked != null
                ? asked
                : tasks.isEmpty() || tasks.contains(ModelTask.DAILY_HASHTAGS)
                        ? ModelTask.DAILY_HASHTAGS
                        : tasks.getFirst();
        return serving.stream().filter(model -> model.task().equals(task)).findFirst()
                .map(model -> view(tasks, model)).orElse(InsightView.nothing(tasks, task));
    }

    private InsightView view(List<ModelTask> tasks, RegisteredModel model) {
        List<KeptImportance> importance = insights.importance(governance.tenant(), model.id());
        if (importance.isEmpty()) {
            return InsightView.nothing(tasks, model.task());
        }
        return new InsightView(tasks, model.task(),
                new InsightView.Served(model.id(), model.kind(), model.record().trainingTo(),
                        model.record().featureSet()),
                insights.history(governance.tenant(), model.task(), model.kind(), LINES, TRAININGS), importance,
                insights.dependence(governance.tenant(), model.id()),
                improvements.reviews(model.task(), 1).stream().findFirst().orElse(null));
    }
}
