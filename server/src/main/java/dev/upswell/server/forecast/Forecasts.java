package dev.upswell.server.forecast;

import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.function.Consumer;
import java.util.function.Function;

/// All that this slice does, for one tenant and one task: what a server process or a command works with.
///
/// @param others makes the same for another task
public record Forecasts(TenantId tenant, Training training, Predicting predicting, Outcomes outcomes,
        Backtesting backtesting, Judging judging, Drifting drifting, ModelRegistry registry, FeatureStore features,
        Function<ModelTask, Forecasts> others) {

    /// The services over this store.
    ///
    /// @param features keeps the vectors behind predictions
    /// @param publisher told of models and predictions once they are kept
    public static Forecasts of(Database database, TenantId tenant, ForecastSettings settings,
            FeatureStore features, Consumer<? super ForecastEvent> publisher) {
        Training training = new Training(database, settings, publisher);
        Backtesting backtesting = new Backtesting(database, settings);
        return new Forecasts(tenant, training, new Predicting(database, settings, training, features, publisher),
                new Outcomes(database, settings), backtesting, new Judging(database, backtesting, settings.task()),
                new Drifting(database, settings), new ModelRegistry(database), features,
                task -> of(database, tenant, settings.task(task), features, publisher));
    }

    /// The same for another task.
    public Forecasts of(ModelTask task) {
        return others.apply(task);
    }
}
