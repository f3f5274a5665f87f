package dev.upswell.server.improve.page;

import dev.upswell.server.registry.ModelTask;
import org.jspecify.annotations.Nullable;

/// What the pages on what models rest on ask of the product.
public interface InsightPages {

    /// What the model that serves a task rests on.
    ///
    /// @param task null for the first that a model serves
    InsightView view(@Nullable ModelTask task);
}
