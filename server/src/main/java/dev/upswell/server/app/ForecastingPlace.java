package dev.upswell.server.app;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.learn.promotion.PromotionRule;
import dev.upswell.learn.promotion.RollbackRule;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.PushTarget;
import dev.upswell.server.exchange.mlflow.MlflowPush;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.forecast.ForecastSettings;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.tuning.Tuning;
import dev.upswell.server.tuning.Tunings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What moves and will surge in the store of one tenant, wired.
final class ForecastingPlace implements Workplace.Forecasting {

    private static final long REACH_SEED = 20_251_121;
    /// About 130 MB of vectors of the second set.
    static final int ONLINE_VECTORS = 100_000;

    private final Ground ground;
    private final OnlineVectors vectors;

    ForecastingPlace(Ground ground) {
        this.ground = ground;
        vectors = ground.shared().vectors();
    }

    @Override
    public MetricComputing metrics() {
        return new MetricJob(ground.database(), ground.clock(), done -> {
        });
    }

    @Override
    public TrendQuery trends() {
        return new TrendQuery(ground.database(), new ExpectationRepository());
    }

    @Override
    public Forecasts forecasts() {
        return Forecasts.of(ground.database(), ground.tenant(), forecastSettings(),
                new FeatureStore(ground.database(), vectors), event -> {
                });
    }

    @Override
    public Tuning tuning(ModelTask task) {
        return new Tuning(ground.database(), forecastSettings().task(task).learning(ground.database()));
    }

    @Override
    public Tunings tunings() {
        return new Tunings(ground.database());
    }

    @Override
    public Evaluations evaluations() {
        return new Evaluations(ground.database(), ground.tenant(), ground.settings().data());
    }

    @Override
    public ModelInsights insights() {
        return new ModelInsights(ground.database());
    }

    @Override
    public Improvements improvements() {
        return new Improvements(ground.database(), forecasts(), evaluations());
    }

    /// Brings the newest vectors into memory, so that the first reads after a start are as quick as later ones.
    void warm() {
        forecasts().features().warm(ground.tenant(), ONLINE_VECTORS);
    }

    /// Takes the vectors that other processes computed meanwhile into memory.
    void catchUp() {
        forecasts().features().catchUp(ground.tenant());
    }

    @Override
    public VideoReach reach() {
        return new VideoReach(ground.tenant(), ground.database(), ReachSettings.usual(REACH_SEED, Version.CODE));
    }

    @Override
    public Governance governance() {
        RegistrySettings rules = new RegistrySettings(
                Duration.ofHours(ground.number(Setting.REGISTRY_SHADOW_HOURS)),
                ground.number(Setting.REGISTRY_SHADOW_CUTS), ground.number(Setting.REGISTRY_SHADOW_SURGES),
                PromotionRule.USUAL
                        .refreshMargin(ground.number(Setting.REGISTRY_REFRESH_MARGIN_PERCENT) / 100.0),
                new RollbackRule(RollbackRule.USUAL.share(),
                        Duration.ofHours(ground.number(Setting.REGISTRY_ROLLBACK_HOURS)),
                        RollbackRule.USUAL.minPositives()),
                ground.text(Setting.REGISTRY_APPROVAL).equals("asked"));
        return Governance.of(ground.database(), ground.tenant(), rules);
    }

    @Override
    public Exchange exchange() {
        ModelExchange models = new ModelExchange(ground.database(), forecasts());
        return new Exchange(models, new MlflowPush(ground.database(), models, Thread::sleep),
                address -> {
                    Settings keyed = ground.keyed();
                    return PushTarget.of(address.isEmpty() ? ground.text(Setting.MLFLOW_URL) : address,
                            keyed.text(Setting.MLFLOW_TOKEN), keyed.text(Setting.MLFLOW_USER),
                            keyed.text(Setting.MLFLOW_PASSWORD));
                });
    }

    /// What the loop trains and predicts by itself.
    List<ModelTask> tasks() {
        return Arrays.stream(ground.text(Setting.FORECAST_TASKS).split(", *")).map(ModelTask::of).distinct().toList();
    }

    private ForecastSettings forecastSettings() {
        SurgeProtocol protocol = SurgeProtocol.DAILY
                .every(Duration.ofHours(ground.number(Setting.FORECAST_EVERY_HOURS)))
                .minEligible(ground.number(Setting.FORECAST_MIN_ELIGIBLE));
        return ForecastSettings.of(protocol, Version.CODE).windowDays(ground.number(Setting.FORECAST_TRAINING_DAYS))
                .monotone(ground.text(Setting.FORECAST_MONOTONE).equals("true"))
                .networks(ForecastSettings.Networks
                        .valueOf(ground.text(Setting.FORECAST_NETWORK).toUpperCase(Locale.ROOT)))
                .tuned(ground.text(Setting.FORECAST_TUNED_SETTINGS).equals("used"))
                .leavingOutBoosted(ground.text(Setting.FORECAST_LEAVE_OUT_BOOSTED).equals("true"));
    }
}
