package dev.upswell.server.forecast;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.companion.LookFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.forecast.OutcomeRule;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.BoostQuery;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.tuning.TuningSource;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// How one task is forecast: what [Forecasts] and all its services work by.
///
/// @param training protocol, trainers and code version; the same for training, backtest and outcomes
/// @param networks what becomes of the recurrent network and the ensemble, where PyTorch is installed
/// @param tuned whether settings that a search found take the place of the usual ones
/// @param leavesOutBoosted whether nothing is learnt from outcomes that are flagged as possibly bought
public record ForecastSettings(TrainSettings training, Networks networks, boolean tuned, boolean leavesOutBoosted) {

    /// What becomes of the recurrent network and of its blend with the boosted trees.
    public enum Networks {
        /// They are trained and offered to serve: they predict in shadow and are judged like any model.
        CHALLENGER,
        /// They are trained to be looked at.
        COMPARED,
        /// They are not trained.
        OFF
    }

    /// These settings without a recurrent network.
    public ForecastSettings(TrainSettings training) {
        this(training, Networks.OFF);
    }

    /// The same settings with other use of networks.
    public ForecastSettings networks(Networks other) {
        return new ForecastSettings(training, other, tuned, leavesOutBoosted);
    }

    /// The same settings learning from the last days alone; 0 for everything, however old.
    public ForecastSettings windowDays(int days) {
        return new ForecastSettings(training.windowDays(days), networks, tuned, leavesOutBoosted);
    }

    /// The same settings with the usual trees held to known directions, or free.
    public ForecastSettings monotone(boolean wanted) {
        return new ForecastSettings(training.trees(training.trees().monotone(wanted)), networks, tuned,
                leavesOutBoosted);
    }

    /// Whether networks are wanted.
    boolean network() {
        return networks != Networks.OFF;
    }

    /// These settings, and what a search finds in their place.
    public ForecastSettings(TrainSettings training, Networks networks) {
        this(training, networks, true, false);
    }

    /// The usual settings with this protocol and the version of the code that trains.
    public static ForecastSettings of(SurgeProtocol protocol, String codeVersion) {
        return new ForecastSettings(TrainSettings.STANDARD.protocol(protocol).codeVersion(codeVersion),
                Networks.CHALLENGER);
    }

    SurgeProtocol protocol() {
        return training.protocol();
    }

    /// What is foretold under these settings.
    public ModelTask task() {
        return new ModelTask(protocol().kind(), (int) protocol().horizon().toHours());
    }

    /// These settings for another task: its ready-made protocol, with the number of entities that is set here and, where
    /// outcomes are taken exactly a horizon later, the distance of cuts that is set here.
    public ForecastSettings task(ModelTask task) {
        if (task.equals(task())) {
            return this;
        }
        SurgeProtocol own = SurgeProtocol.of(task.kind(), Duration.ofHours(task.horizonHours()))
                .minEligible(protocol().minEligible());
        return new ForecastSettings(switch (own.outcomes()) {
            case OutcomeRule.AtHorizon exact -> training.protocol(own.every(protocol().every()));
            case OutcomeRule.NextLook look -> training.protocol(own).features(LookFeatures.RECIPE);
        }, networks, tuned, leavesOutBoosted);
    }

    /// The same settings, with or without what is learnt from outcomes that are flagged as possibly bought.
    public ForecastSettings leavingOutBoosted(boolean wanted) {
        return new ForecastSettings(training, networks, tuned, wanted);
    }

    /// The rows that nothing is learnt from under this protocol.
    TrainSettings.LeftOut leftOut(Database database, TenantId tenant, SurgeProtocol protocol) {
        return leavesOutBoosted
                ? new BoostedRows(new BoostQuery(database), tenant, protocol).leftOut()
                : TrainSettings.LeftOut.NONE;
    }

    /// The same settings, with or without what a search found.
    public ForecastSettings tuned(boolean wanted) {
        return new ForecastSettings(training, networks, wanted, leavesOutBoosted);
    }

    /// What a search for better settings of this task learns from.
    public TuningSource learning(Database database) {
        SeriesRepository series = series(database);
        return new TuningSource() {

            @Override
            public ModelTask task() {
                return ForecastSettings.this.task();
            }

            @Override
            public Optional<Instant> last(TenantId tenant) {
                return series.last(tenant);
            }

            @Override
            public Map<EntityId, EntitySeries> until(TenantId tenant, Instant at) {
                return series.until(tenant, at);
            }

            @Override
            public TrainSettings usual(TenantId tenant, Collection<EntitySeries> entities) {
                return training(entities).leftOut(leftOut(database, tenant, protocol()));
            }
        };
    }

    /// The trainers for what is learnt or judged from `at` on: the usual ones on the set that suits the entities, and in their
    /// place what a search found that knew nothing later.
    TrainSettings training(Collection<EntitySeries> entities, Optional<StoredTuning> found) {
        TrainSettings usual = training(entities);
        return found.map(one -> one.settings().over(usual)).orElse(usual);
    }

    /// The search whose settings hold for what is learnt or judged from `at` on.
    Optional<StoredTuning> found(Database database, TenantId tenant, Instant at) {
        return tuned ? new Tunings(database).inForce(tenant, task(), at) : Optional.empty();
    }

    /// These trainers on the feature set that suits the entities: what they are is known before they are trained on.
    TrainSettings training(Collection<EntitySeries> entities) {
        return switch (protocol().outcomes()) {
            case OutcomeRule.AtHorizon exact ->
                training.suiting(FeatureRecipes.suiting(entities, protocol().counter()));
            case OutcomeRule.NextLook look -> training;
        };
    }

    int horizonHours() {
        return task().horizonHours();
    }

    SeriesRepository series(Database database) {
        return new SeriesRepository(database, protocol().kind(), protocol().counter());
    }
}
