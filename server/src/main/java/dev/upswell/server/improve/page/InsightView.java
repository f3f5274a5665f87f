package dev.upswell.server.improve.page;

import dev.upswell.forecast.explain.Dependence;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the model that serves a task rests on.
///
/// @param tasks all that a model serves
/// @param task the one shown
/// @param model null when none serves the task, or nothing was kept of it
/// @param importance of its features, the most important first
/// @param dependence on its strongest features
/// @param review the last; null before the first
public record InsightView(List<ModelTask> tasks, ModelTask task, @Nullable Served model, ImportanceHistory history,
        List<KeptImportance> importance, List<Dependence> dependence, @Nullable FeatureReview review) {

    public InsightView {
        tasks = List.copyOf(tasks);
        importance = List.copyOf(importance);
        dependence = List.copyOf(dependence);
    }

    /// Nothing is known of this task.
    public static InsightView nothing(List<ModelTask> tasks, ModelTask task) {
        return new InsightView(tasks, task, null, new ImportanceHistory(List.of(), List.of()), List.of(), List.of(),
                null);
    }

    /// The serving model.
    ///
    /// @param trainedTo up to when it knew the world
    public record Served(UUID id, String family, Instant trainedTo, String featureSet) {
    }
}
