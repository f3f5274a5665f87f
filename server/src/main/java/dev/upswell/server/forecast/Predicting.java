package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.FeatureContribution;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.forecast.SurgePrediction;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.learn.Interval;
import dev.upswell.learn.drift.DriftReference;
import dev.upswell.learn.drift.Strangeness;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.forecast.ForecastEvent.PredictionsMade;
import dev.upswell.server.forecast.Prediction.Chance;
import dev.upswell.server.forecast.Prediction.Contribution;
import dev.upswell.server.forecast.Prediction.ViewRange;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.trend.Expected;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Foretells which entities of a kind will surge, and keeps what was said so that it can be compared with what happens.
///
/// A prediction as of an instant comes from a model that knew nothing later: the serving one, unless it was trained on
/// later readings; then the latest that was not.
public final class Predicting {

    private static final Logger LOG = LoggerFactory.getLogger(Predicting.class);

    /// Predictions this much older than the last reading are due again.
    private static final Duration STALE_AFTER = Duration.ofHours(1);

    private static final int REASONS_OF_STRANGENESS = 2;

    private final Database database;
    private final SeriesRepository series;
    private final Training training;
    private final Consumer<? super ForecastEvent> publisher;
    private final FeatureStore features;
    private final ModelRegistry registry;
    private final SurgeProtocol protocol;
    private final ModelTask task;
    private final PredictionRepository predictions;
    private final DriftRepository drifts = new DriftRepository();
    private final EventLogRepository events = new EventLogRepository("forecast");

    /// @param training makes the model that a past instant lacks
    /// @param features keeps the vectors that predictions of the serving model were made from
    /// @param publisher told of predictions once they are kept
    public Predicting(Database database, ForecastSettings settings, Training training, FeatureStore features,
            Consumer<? super ForecastEvent> publisher) {
        this.database = database;
        this.series = settings.series(database);
        this.training = training;
        this.features = features;
        this.protocol = settings.protocol();
        this.task = settings.task();
        this.predictions = new PredictionRepository(task);
        this.registry = new ModelRegistry(database);
        this.publisher = publisher;
    }

    /// Scores all entities whose counter is high enough as of this instant. What had been predicted as of it stays as it was
    /// said.
    ///
    /// When models exist, but all of them know what came later, one is trained on what was known then; it does not serve.
    ///
    /// **errors** [ForecastRefused] when other predictions are being made, when no model was ever trained, or when too little
    /// was known at `at` to train one · **cost** reads 400 days of readings; about a second.
    public PredictionsMade predict(TenantId tenant, Instant at, Progress progress) {
        try (TenantLocks.Held held = database.locks().tryAcquire(tenant, "forecast-prediction")
                .orElseThrow(() -> ForecastRefused.busy("prediction"))) {
            RegisteredModel model = modelFor(tenant, at, progress);
            SurgeModel surge = SurgeModel
                    .load(registry.artefact(tenant, model.id()));
            long lakeSeq = features.lastReadings(tenant);
            SeriesRepository.Spoken spoken = series.between(tenant, at.minus(SurgeModel.MEMORY), at);
            SurgeModel.Foretold foretold = surge.foretell(spoken.entities(), at);
            Map<EntityId, Expected.Strange> strange = strange(tenant, model, foretold);
            List<Prediction> scored = foretold.predictions().stream().map(one -> prediction(one, model,
                    spoken.sources().get(one.entity()), strange.get(one.entity()))).toList();
            if (model.serving()) {
                features.keep(tenant, new FeatureStore.Batch(model.horizonHours(),
                        foretold.features().version(), at, foretold.vectors()), lakeSeq);
                predictBeside(tenant, model, spoken.entities(), at);
            }
            // What people see comes last: by it a run counts as made, so one that is killed before is made again as a whole.
            PredictionsMade made = database.transactions().call(tenant, db -> keep(db, tenant, at, model, scored));
            publisher.accept(made);
            return made;
        }
    }

    /// The readings of one entity that a prediction as of this instant looks at; empty where it has none.
    ///
    /// **cost** one pass over the dataset of 400 days
    public Optional<EntitySeries> readings(TenantId tenant, EntityId entity, Instant at) {
        return series.one(tenant, entity, at.minus(SurgeModel.MEMORY), at);
    }

    /// Lets the models that do not serve say what they expect on the same cut, for their figures only. One that cannot is told of
    /// in the event log and keeps nobody from what the serving model says.
    private void predictBeside(TenantId tenant, RegisteredModel serving, Map<EntityId, EntitySeries> entities,
            Instant at) {
        for (RegisteredModel model : registry.beside(tenant, serving.task(), at)) {
            try {
                registry.keepShadow(tenant, model, at, expected(tenant, model, entities, at));
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("model {} ({}) did not predict in shadow as of {}", model.id(), model.kind(), at, e);
                database.transactions().run(tenant, db -> events.write(db, EventType.SHADOW_FAILED,
                        Map.of("model", model.id().toString(), "asOf", at.toString(), "reason", String.valueOf(e))));
            }
        }
    }

    private Map<String, Double> expected(TenantId tenant, RegisteredModel model, Map<EntityId, EntitySeries> entities,
            Instant at) {
        return SurgeModel.load(registry.artefact(tenant, model.id())).predict(entities, at).stream()
                .collect(Collectors.toMap(one -> one.entity().value(), SurgePrediction::probability));
    }

    /// Scores all entities as of the last reading.
    ///
    /// **errors** [ForecastRefused] as in the other form, and when nothing was ever read.
    public PredictionsMade predict(TenantId tenant, Progress progress) {
        Instant last = series.last(tenant).orElseThrow(() -> ForecastRefused.noReadings(protocol));
        return predict(tenant, last, progress);
    }

    /// Whether entities have been read, but no prediction was made in the hour before the last reading.
    public boolean isDue(TenantId tenant) {
        Instant last = series.last(tenant).orElse(null);
        return last != null && top(tenant, last, 1).stream()
                .noneMatch(one -> one.asOf().plus(STALE_AFTER).isAfter(last));
    }

    /// The likeliest surges of the last predictions made as of `at` or earlier, best first; empty when there are none.
    public List<Prediction> top(TenantId tenant, Instant at, int count) {
        return top(tenant, at, Prediction.Filter.NONE, count, 0).items();
    }

    /// Part of what this filter leaves of the last predictions made as of `at` or earlier, best first.
    public Prediction.Part top(TenantId tenant, Instant at, Prediction.Filter filter, int limit, int offset) {
        return database.transactions().call(tenant, db -> predictions.latestRun(db, at)
                .map(run -> predictions.likeliest(db, run, filter, limit, offset))
                .orElseGet(() -> new Prediction.Part(null, List.of(), 0)));
    }

    private RegisteredModel modelFor(TenantId tenant, Instant at, Progress progress) {
        List<RegisteredModel> all = registry.list(tenant).stream().filter(model -> model.task().equals(task)).toList();
        if (all.isEmpty()) {
            throw ForecastRefused.noModel();
        }
        List<RegisteredModel> ignorant = all.stream().filter(model -> !model.record().trainingTo().isAfter(at))
                .toList();
        Optional<RegisteredModel> serving = ignorant.stream().filter(RegisteredModel::serving).findFirst();
        return serving.or(() -> latestTrees(ignorant))
                .or(() -> latestTrees(training.train(tenant, at, progress))).orElseThrow(ForecastRefused::noModel);
    }

    private static Optional<RegisteredModel> latestTrees(List<RegisteredModel> models) {
        return models.stream().filter(model -> model.kind().equals(SurgeKind.TREES.label()))
                .max(Comparator.comparing((RegisteredModel model) -> model.record().trainingTo())
                        .thenComparing(RegisteredModel::trainedAt));
    }

    private PredictionsMade keep(JdbcClient db, TenantId tenant, Instant at, RegisteredModel model,
            List<Prediction> scored) {
        int stored = predictions.insert(db, new PredictionRepository.Run(at, model.id()), scored);
        events.write(db, EventType.PREDICT_DONE, Map.of("model", model.id().toString(), "asOf", at.toString(),
                "scored", scored.size(), "stored", stored));
        return new PredictionsMade(tenant, model.id(), at, scored.size(), stored);
    }

    /// How far each entity lies from what the model learned from; empty when it keeps nothing to compare with.
    private Map<EntityId, Expected.Strange> strange(TenantId tenant, RegisteredModel model,
            SurgeModel.Foretold foretold) {
        Optional<DriftReference> reference = database.transactions()
                .call(tenant, db -> drifts.reference(db, model.id())).map(DriftReference::of)
                .filter(one -> one.columnNames().equals(foretold.features().names()));
        List<EntityId> entities = List.copyOf(foretold.vectors().keySet());
        Map<EntityId, Expected.Strange> strange = new HashMap<>();
        reference.flatMap(known -> known.strangeness(entities.stream().map(foretold.vectors()::get).toList()))
                .ifPresent(all -> {
                    for (int i = 0; i < all.size(); i++) {
                        strange.put(entities.get(i), strange(all.get(i)));
                    }
                });
        return strange;
    }

    private static Expected.Strange strange(Strangeness one) {
        List<Expected.Odd> because = !one.strange()
                ? List.of()
                : one.top().stream().limit(REASONS_OF_STRANGENESS).map(reason -> {
                    Float value = reason.value();
                    return new Expected.Odd(reason.feature(), value == null ? null : Double.valueOf(value),
                            reason.probability());
                }).toList();
        return new Expected.Strange(one.strangerThan(), one.outside(), because);
    }

    private static Prediction prediction(SurgePrediction one, RegisteredModel model, @Nullable String source,
            Expected.@Nullable Strange strange) {
        Interval spread = one.interval();
        SurgePrediction.ViewRange range = one.range();
        Chance chance = new Chance(one.probability(), spread == null ? null : Double.valueOf(spread.low()),
                spread == null ? null : Double.valueOf(spread.high()));
        return new Prediction(new Prediction.Subject(one.entity(), one.entity().value(), source), one.asOf(),
                model.horizonHours(), model.id(), chance,
                range == null ? null : new ViewRange(range.low(), range.median(), range.high()),
                one.why().stream().map(Predicting::contribution).toList(), strange, null);
    }

    private static Contribution contribution(FeatureContribution one) {
        return new Contribution(one.feature(), one.value(), one.logOdds());
    }
}
