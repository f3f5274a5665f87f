package dev.upswell.server.forecast;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.UUID;

/// A model was trained and recorded.
///
/// @param trainingTo nothing later was known to it
/// @param serving whether it gives the predictions from now on
public record ModelTrained(TenantId tenant, UUID model, String kind, Instant trainingTo, boolean serving)
        implements
            ForecastEvent {
}
