package dev.upswell.server.forecast.page;

import java.util.Optional;

/// What the models pages ask of the product.
public interface ModelPages {

    /// The last evaluation and all model records, newest first.
    ModelsView models();

    /// One model record.
    Optional<ModelRecord> model(String id);
}
