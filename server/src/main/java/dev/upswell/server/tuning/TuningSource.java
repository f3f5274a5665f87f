package dev.upswell.server.tuning;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// What a search learns from, and the settings that it wants to better.
public interface TuningSource {

    /// What is foretold.
    ModelTask task();

    /// The last reading; empty when nothing was ever read.
    Optional<Instant> last(TenantId tenant);

    /// The counters of all entities as they were known at an instant.
    Map<EntityId, EntitySeries> until(TenantId tenant, Instant at);

    /// The usual settings on the feature set that suits these entities.
    TrainSettings usual(TenantId tenant, Collection<EntitySeries> entities);
}
