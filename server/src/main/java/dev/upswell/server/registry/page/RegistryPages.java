package dev.upswell.server.registry.page;

import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Paging;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the pages of the registry ask of the product, and what people can do there.
public interface RegistryPages {

    /// What a person can decide about a model.
    enum Deed {
        /// It met the rule and may serve.
        APPROVE,
        /// It is taken out of the race.
        REJECT,
        /// It serves, whatever a rule says.
        PROMOTE,
        /// The model before it serves again.
        ROLLBACK
    }

    /// Which tasks are wanted.
    ///
    /// @param state null for all
    /// @param category null for all
    record Filter(ImprovementTask.@Nullable State state, ImprovementTask.@Nullable Category category) {
    }

    /// Who serves a task, who comes next, and what was decided.
    ///
    /// @param task null for the first that waits for a person, else the first that a model serves
    LifecycleView lifecycle(@Nullable ModelTask task, Paging events);

    /// Does this to a model, and answers its task.
    ///
    /// @param name who decides, as they call themselves
    ///
    /// **errors** [dev.upswell.server.registry.RegistryRefused] when it cannot be done.
    ModelTask decide(Deed deed, UUID model, String name);

    /// What is to be done and was done, and the last alerts.
    TasksView tasks(Filter filter, Paging paging);

    /// Asks for a retraining.
    ///
    /// **errors** [dev.upswell.server.registry.RegistryRefused] when it would learn nothing new, or is asked for already.
    void askRetraining(ModelTask task, String name);

    /// Closes a pending task.
    ///
    /// @param done whether it was done, rather than dropped
    ///
    /// **errors** [dev.upswell.server.registry.RegistryRefused] when no pending task has this id.
    void close(String id, boolean done, String result);

    /// Accepts an open task.
    ///
    /// @param by as the person calls themselves
    ///
    /// **errors** [dev.upswell.server.registry.RegistryRefused] when no open task that a person can accept has this id.
    void accept(String id, String by);

    /// Says that an alert was seen.
    ///
    /// @param by as the person calls themselves
    ///
    /// **errors** [dev.upswell.server.alert.AlertRefused] when no alert has this id.
    void acknowledge(UUID alert, String by);
}
