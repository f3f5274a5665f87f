package dev.upswell.server.forecast;

/// Opens the made-up tenants of this slice to the tests of its sub-packages.
public final class WatchedTenant {

    private WatchedTenant() {
    }

    /// The services of a tenant whose ten hashtags were watched for fourteen days.
    public static Forecasts fourteenDays() {
        Watch watch = Watch.ofDays(14);
        return new Forecasts(watch.tenant, watch.training, watch.predicting, watch.outcomes, watch.backtesting,
                watch.judging, new Drifting(watch.database, Watch.SETTINGS), watch.registry, watch.features,
                task -> Forecasts.of(watch.database, watch.tenant, Watch.SETTINGS.task(task), watch.features,
                        watch.heard::add));
    }

    /// The services of a tenant that wants the recurrent network too.
    public static Forecasts wantingANetwork() {
        Watch watch = Watch.ofDays(2);
        return Forecasts.of(watch.database, watch.tenant, new ForecastSettings(Watch.SETTINGS.training(),
                ForecastSettings.Networks.CHALLENGER),
                watch.features,
                event -> {
                });
    }
}
