package dev.upswell.server.forecast;

import dev.upswell.server.store.TenantId;

/// What this slice tells the others. An event only rings the bell: what it speaks of is already committed.
public sealed interface ForecastEvent permits ModelTrained, PredictionsMade {

    /// Whose models or predictions these are.
    TenantId tenant();
}
