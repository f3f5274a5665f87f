package dev.upswell.server.forecast;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.UUID;

/// All hashtags with enough views were scored as of an instant.
///
/// @param scored how many were scored
/// @param stored how many of the predictions were new
public record PredictionsMade(TenantId tenant, UUID model, Instant asOf, int scored, int stored)
        implements
            ForecastEvent {
}
