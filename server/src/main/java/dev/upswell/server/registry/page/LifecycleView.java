package dev.upswell.server.registry.page;

import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelEventRepository;
import dev.upswell.server.registry.ModelReview.Probation;
import dev.upswell.server.registry.ModelReview.Progress;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.registry.Transition;
import dev.upswell.server.web.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the lifecycle page shows.
///
/// @param tasks all for which a model was trained
/// @param standing of the task that is shown; null when no model was ever trained
public record LifecycleView(List<Choice> tasks, @Nullable Standing standing) {

    public LifecycleView {
        tasks = List.copyOf(tasks);
    }

    /// A task that can be shown.
    ///
    /// @param awaits whether a model of it waits for a person
    public record Choice(ModelTask task, boolean awaits) {
    }

    /// Where the models of one task stand.
    ///
    /// @param serving null when none does
    /// @param since when and why it began to serve; null like `serving`
    /// @param probation how it does beside the model before it; null when there was none
    /// @param retraining the pending task that asks for a retraining; null when there is none
    public record Standing(ModelTask task, @Nullable RegisteredModel serving, @Nullable Transition since,
            @Nullable Probation probation, List<Progress> challengers, @Nullable ImprovementTask retraining,
            Listing<ModelEventRepository.OfModel> events, RegistrySettings rules) {

        public Standing {
            challengers = List.copyOf(challengers);
        }
    }
}
