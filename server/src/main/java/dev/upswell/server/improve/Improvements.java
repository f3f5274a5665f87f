package dev.upswell.server.improve;

import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import java.util.List;
import java.util.Optional;

/// All that this slice does, for one tenant: what a server process or a command works with.
public final class Improvements {

    private final Forecasts forecasts;
    private final Backlog backlog;
    private final FeatureReviewing reviewing;

    /// The services over this store.
    public Improvements(Database database, Forecasts forecasts, Evaluations evaluations) {
        this.forecasts = forecasts;
        this.backlog = new Backlog(database, evaluations);
        this.reviewing = new FeatureReviewing(database, forecasts, evaluations);
    }

    /// What a run did.
    ///
    /// @param opened tasks that retrospectives called for
    /// @param closed tasks whose success metric was met
    /// @param reviews feature reviews that were due
    public record Done(int opened, int closed, int reviews) {
    }

    /// Opens and closes tasks by what the last retrospectives say, and makes the feature reviews that are due.
    public Done run(List<ModelTask> tasks) {
        Backlog.Done done = backlog.review(forecasts.tenant());
        int reviews = (int) tasks.stream().filter(task -> reviewing.review(task, false).isPresent()).count();
        return new Done(done.opened(), done.closed(), reviews);
    }

    /// Makes the feature review of a task now; empty when no model serves whose importance is known.
    public Optional<FeatureReview> review(ModelTask task) {
        forecasts.registry().serving(forecasts.tenant(), task)
                .ifPresent(model -> forecasts.of(task).training().examine(forecasts.tenant(), model));
        return reviewing.review(task, true);
    }

    /// The last feature reviews of a task, the newest first.
    public List<FeatureReview> reviews(ModelTask task, int limit) {
        return reviewing.list(task, limit);
    }
}
