package dev.upswell.server.forecast.page;

import dev.upswell.simulate.judge.Knowable;
import java.util.Optional;

/// What the models pages ask of the product.
public interface ModelPages {

    /// The last evaluation and all model records, newest first.
    ModelsView models();

    /// What the last evaluation found of the knowable; empty unless it was judged beside the truth of a simulated world.
    default Optional<Knowable> knowable() {
        return Optional.empty();
    }

    /// One model record.
    Optional<ModelRecord> model(String id);
}
