package dev.upswell.server.forecast;

import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.UUID;

/// What this slice tells the others. An event only rings the bell: what it speaks of is already committed.
public sealed interface ForecastEvent {

    /// Whose models or predictions these are.
    TenantId tenant();

    /// A model was trained and recorded.
    ///
    /// @param trainingTo nothing later was known to it
    /// @param serving whether it gives the predictions from now on
    record ModelTrained(TenantId tenant, UUID model, String kind, Instant trainingTo, boolean serving)
            implements
                ForecastEvent {
    }

    /// All entities of a kind whose counter is high enough were scored as of an instant.
    ///
    /// @param scored how many were scored
    /// @param stored how many of the predictions were new
    record PredictionsMade(TenantId tenant, UUID model, Instant asOf, int scored, int stored)
            implements
                ForecastEvent {
    }
}
