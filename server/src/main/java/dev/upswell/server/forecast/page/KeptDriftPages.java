package dev.upswell.server.forecast.page;

import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.registry.ModelTask;
import java.util.List;

/// Answers the drift page from the reports that are kept.
public final class KeptDriftPages implements DriftPages {

    private static final int REPORTS = 60;

    private final Forecasts forecasts;

    /// The page over these services and their tenant.
    public KeptDriftPages(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public List<StoredDrift> latest() {
        return forecasts.drifting().latest(forecasts.tenant());
    }

    @Override
    public List<StoredDrift> history(ModelTask task) {
        return forecasts.of(task).drifting().list(forecasts.tenant(), REPORTS, 0);
    }
}
