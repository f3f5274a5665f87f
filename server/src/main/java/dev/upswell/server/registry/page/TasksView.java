package dev.upswell.server.registry.page;

import dev.upswell.server.alert.Alert;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Listing;
import java.util.List;

/// What the page of tasks shows.
///
/// @param tasks a part of those that the filter leaves, the pending ones first
/// @param pending how many are pending in all
/// @param alerts the last ones, the newest first
/// @param served what a model serves, so that a retraining can be asked for
public record TasksView(Listing<ImprovementTask> tasks, long pending, List<Alert> alerts, List<ModelTask> served) {

    public TasksView {
        alerts = List.copyOf(alerts);
        served = List.copyOf(served);
    }
}
