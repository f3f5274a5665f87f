package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.PastReadings;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainedSurgeModel;
import dev.upswell.sequence.PyTorch;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.forecast.ForecastEvent.ModelTrained;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.NewModel;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains surge models on everything that was known at an instant, and records each with its provenance.
///
/// The boosted trees are offered to serve, and so are the recurrent network and its blend with the trees unless the settings want
/// them for comparison only, as the logistic regression always is. A model that did not beat its baselines in the latest
/// backtest is offered all the same, and its record says so.
public final class Training {

    private static final List<SurgeKind> ALWAYS = List.of(SurgeKind.LOGISTIC, SurgeKind.TREES);
    private static final List<SurgeKind> WITH_PYTORCH = List.of(SurgeKind.LOGISTIC, SurgeKind.TREES, SurgeKind.SEQUENCE,
            SurgeKind.ENSEMBLE);

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /// So many rows tell what a model rests on.
    private static final int EXAMINED = 2_000;

    /// Read, learn, record.
    private static final int STEPS = 3;

    private final Database database;
    private final SeriesRepository series;
    private final ForecastSettings settings;
    private final Consumer<? super ForecastEvent> publisher;
    private final ModelRegistry registry;
    private final Retraining retraining;
    private final ModelInsights insights;
    private final BacktestRepository backtests = new BacktestRepository();
    private final EventLogRepository events = new EventLogRepository("forecast");

    /// @param publisher told of each model once it is recorded
    public Training(Database database, ForecastSettings settings,
            Consumer<? super ForecastEvent> publisher) {
        this.database = database;
        this.series = settings.series(database);
        this.settings = settings;
        this.publisher = publisher;
        this.registry = new ModelRegistry(database);
        this.retraining = new Retraining(database);
        this.insights = new ModelInsights(database);
    }

    /// Trains one model of each kind (the recurrent network and the ensemble where PyTorch is installed) on what was known at
    /// `at`, and offers to the registry those that may serve. An instant of which no reading tells any more knows no more than the
    /// last of which one does, and counts as that: a model must not claim to know the future.
    ///
    /// **errors** [ForecastRefused] when another training runs, or when there are too few surges to learn from (the event log
    /// keeps that too) · **cost** some seconds for a million readings, minutes with the network.
    public List<RegisteredModel> train(TenantId tenant, Instant at, Progress progress) {
        Instant told = series.last(tenant).map(last -> last.plus(PastReadings.MAX_AGE)).orElse(at);
        return trained(tenant, at.isAfter(told) ? told : at, progress);
    }

    private List<RegisteredModel> trained(TenantId tenant, Instant at, Progress progress) {
        try (TenantLocks.Held held = database.locks().tryAcquire(tenant, "forecast-training")
                .orElseThrow(() -> ForecastRefused.busy("training"))) {
            progress.at(0, STEPS);
            Map<EntityId, EntitySeries> entities = series.until(tenant, at);
            progress.at(1, STEPS);
            List<SurgeKind> kinds = settings.network() && PyTorch.isInstalled() ? WITH_PYTORCH : ALWAYS;
            Optional<StoredTuning> tuning = settings.found(database, tenant, at);
            List<TrainedSurgeModel> trained = learned(tenant, kinds,
                    SurgeTrainer.train(kinds, entities, at, settings.training(entities.values(), tuning)
                            .leftOut(settings.leftOut(database, tenant, settings.protocol()))));
            progress.at(2, STEPS);
            List<RegisteredModel> recorded = record(tenant, trained, tuning);
            examine(tenant, trained, recorded, entities, at);
            recorded.forEach(model -> publisher.accept(new ModelTrained(tenant, model.id(), model.kind(), at,
                    model.serving())));
            return recorded;
        }
    }

    /// Trains on everything that is known.
    ///
    /// **errors** [ForecastRefused] as in the other form, and when nothing was ever read.
    public List<RegisteredModel> train(TenantId tenant, Progress progress) {
        return train(tenant, lastReading(tenant), progress);
    }

    /// Trains on everything that is known when a training is due, see [Retraining]; gives nothing when none is or nothing was
    /// ever read.
    ///
    /// **errors** [ForecastRefused] as in the other forms.
    public List<RegisteredModel> trainIfDue(TenantId tenant, Progress progress) {
        return trainIfDue(tenant, Retraining.EVERY, progress);
    }

    /// The same, with a routine of this length in place of a week.
    public List<RegisteredModel> trainIfDue(TenantId tenant, Duration every, Progress progress) {
        Instant last = series.last(tenant).orElse(null);
        if (last == null) {
            return List.of();
        }
        return retraining.due(tenant, settings.task(), last, every) ? train(tenant, last, progress) : List.of();
    }

    /// The model in an ONNX file that was trained elsewhere, as of the last reading; the registry does not have it yet.
    ///
    /// **errors** [ForecastRefused] when nothing was ever read; `IllegalArgumentException` that tells everything which is not
    /// understood of the file.
    public NewModel foreign(TenantId tenant, byte[] file) {
        TrainedSurgeModel model = TrainedSurgeModel.imported(file, settings.protocol(), lastReading(tenant),
                settings.training().codeVersion());
        return new NewModel(settings.task(), model.record(), model.artefact(), List.of(model.record().notes()), true);
    }

    /// When the last reading of the task was taken.
    ///
    /// **errors** [ForecastRefused] when nothing was ever read.
    public Instant lastReading(TenantId tenant) {
        return series.last(tenant).orElseThrow(() -> ForecastRefused.noReadings(settings.protocol()));
    }

    /// The trained models without those for which the boosted trees stand in, because PyTorch is there but cannot be loaded.
    private List<TrainedSurgeModel> learned(TenantId tenant, List<SurgeKind> kinds, List<TrainedSurgeModel> trained) {
        List<TrainedSurgeModel> learned = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            TrainedSurgeModel model = trained.get(i);
            if (kinds.get(i).needsPyTorch() && model.record().kind().equals(SurgeKind.TREES.label())) {
                LOG.warn("{} was not trained: {}", kinds.get(i).label(), model.record().notes());
            } else {
                requireLearned(tenant, kinds.get(i), model);
                learned.add(model);
            }
        }
        return List.copyOf(learned);
    }

    /// Whether trainings leave out what metrics flag, so that metrics must be computed before.
    public boolean restsOnMetrics() {
        return settings.leavesOutBoosted();
    }

    /// Whether a recurrent network is wanted but PyTorch is not installed.
    public boolean lacksPyTorch() {
        return settings.network() && !PyTorch.isInstalled();
    }

    private void requireLearned(TenantId tenant, SurgeKind kind, TrainedSurgeModel model) {
        if (model.record().kind().equals(kind.label())) {
            return;
        }
        ForecastRefused refusal = ForecastRefused.tooLittleData("There is too little to learn from. "
                + model.record().notes(),
                "Import a longer or wider history of " + settings.task().kind().label() + "s, then train again.");
        database.transactions().run(tenant, db -> events.write(db, EventType.TRAIN_REFUSED,
                Map.of("kind", kind.label(), "reason", refusal.what(), "rows", model.record().rows(), "positives",
                        model.record().positives())));
        throw refusal;
    }

    private List<RegisteredModel> record(TenantId tenant, List<TrainedSurgeModel> trained,
            Optional<StoredTuning> tuning) {
        Optional<BacktestRun> judged = database.transactions().call(tenant,
                db -> backtests.latest(db, settings.task()));
        return registry.register(tenant, trained.stream().map(model -> newModel(model, judged, tuning)).toList());
    }

    /// Keeps what the models rest on. Features that look at one instant cost the same for all of them.
    private void examine(TenantId tenant, List<TrainedSurgeModel> trained, List<RegisteredModel> recorded,
            Map<EntityId, EntitySeries> entities, Instant at) {
        double[] costs = null;
        for (int i = 0; i < trained.size(); i++) {
            SurgeModel model = SurgeModel.load(trained.get(i).artefact());
            if (model.byRows().isPresent()) {
                costs = costs == null ? model.costs(entities, at, System::nanoTime).orElse(null) : costs;
                insights.keep(tenant, recorded.get(i).id(), model, trained.get(i).rows().evenly(EXAMINED), costs);
            }
        }
    }

    /// Works out what an earlier model rests on, and keeps it, where nothing of it was kept.
    ///
    /// **cost** as much as a training's features; nothing when it is kept already
    public void examine(TenantId tenant, RegisteredModel model) {
        if (!insights.importance(tenant, model.id()).isEmpty()) {
            return;
        }
        Instant at = model.record().trainingTo();
        Map<EntityId, EntitySeries> entities = series.until(tenant, at);
        SurgeModel loaded = SurgeModel.load(registry.artefact(tenant, model.id()));
        insights.keep(tenant, model.id(), loaded, loaded.learned(entities, at).evenly(EXAMINED),
                loaded.costs(entities, at, System::nanoTime).orElse(null));
    }

    /// The trees come first: where no model serves yet, they do.
    private boolean offered(SurgeKind kind) {
        return kind == SurgeKind.TREES
                || kind.needsPyTorch() && settings.networks() == ForecastSettings.Networks.CHALLENGER;
    }

    private NewModel newModel(TrainedSurgeModel model, Optional<BacktestRun> judged, Optional<StoredTuning> tuning) {
        String kind = model.record().kind();
        List<String> notes = new ArrayList<>();
        if (!model.record().notes().isBlank()) {
            notes.add(model.record().notes());
        }
        tuning.filter(found -> found.settings().concerns(kind))
                .map(found -> "Settings found by search " + found.shortId() + " on what was known at " + found.asOf()
                        + ".")
                .ifPresent(notes::add);
        judged.flatMap(run -> run.report().verdict(kind)).ifPresent(notes::add);
        return new NewModel(settings.task(), model.record(), model.artefact(), notes, offered(SurgeKind.of(kind)),
                model.rows().size() == 0 ? null : new NewModel.Reference(Drifting.reference(model.rows()).bytes()));
    }
}
