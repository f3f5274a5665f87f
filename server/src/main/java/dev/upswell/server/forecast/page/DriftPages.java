package dev.upswell.server.forecast.page;

import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.registry.ModelTask;
import java.util.List;

/// What the drift page asks of the product.
public interface DriftPages {

    /// The last report of every task, in the order of the tasks.
    List<StoredDrift> latest();

    /// The last reports of a task, the newest first.
    List<StoredDrift> history(ModelTask task);
}
