package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureSet;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.drift.Adwin;
import dev.upswell.learn.drift.DriftReference;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.learn.drift.DriftSettings;
import dev.upswell.learn.drift.DriftWindow;
import dev.upswell.learn.drift.FeatureDrift;
import dev.upswell.server.event.EventType;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.web.Times;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Watches whether what is scored still resembles what the serving model learned from.
///
/// Each time a cut of the protocol's grid has passed, the cuts of the last day are held against the training rows: feature by
/// feature, the outcomes that became known, and the errors of the live predictions. Confirmed drift raises an alert and opens the
/// task that asks for a retraining, once; a task pending from before stays the only one.
///
/// Features that tell the time, or the whole market's state at a cut, lie outside the training after any training. They drifted
/// in a model's first report already, and what drifted there says nothing later. Drift is confirmed when a fifth of the features
/// drifted beyond those, or a tenth in two reports running, or when the share of surges or the model's errors did.
public final class Drifting {

    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Duration REVIEWED_AFTER = Duration.ofDays(28);
    private static final double MANY = 0.2;
    private static final double SEVERAL = 0.1;
    private static final int NAMED = 3;
    private static final String RANK = "rank_";

    private final Database database;
    private final ForecastSettings settings;
    private final SeriesRepository series;
    private final ModelRegistry registry;
    private final Tasks tasks;
    private final DriftRepository drifts = new DriftRepository();

    /// Over the models and readings of this store, for the task of these settings.
    public Drifting(Database database, ForecastSettings settings) {
        this.database = database;
        this.settings = settings;
        this.series = settings.series(database);
        this.registry = new ModelRegistry(database);
        this.tasks = new Tasks(database);
    }

    /// Makes the report of the last cut that has passed; empty when it was made before, or no model serves, or the serving
    /// model was trained on too little to compare with.
    ///
    /// **cost** as much as a training's features, at most once for each cut.
    public Optional<StoredDrift> check(TenantId tenant) {
        Optional<Instant> last = series.last(tenant).map(this::lastCut);
        Optional<RegisteredModel> serving = registry.serving(tenant, settings.task());
        if (last.isEmpty() || serving.isEmpty() || !last.get().isAfter(serving.get().record().trainingTo())) {
            return Optional.empty();
        }
        Optional<StoredDrift> before = list(tenant, 1, 0).stream().findFirst()
                .filter(one -> one.author().id().equals(serving.get().id()));
        if (before.filter(one -> !one.asOf().isBefore(last.get())).isPresent()) {
            return Optional.empty();
        }
        Map<EntityId, EntitySeries> entities = series.until(tenant, last.get());
        SurgeModel model = SurgeModel.load(registry.artefact(tenant, serving.get().id()));
        return reference(tenant, serving.get(), model, entities)
                .map(reference -> report(tenant, serving.get(), model, reference, entities, last.get()))
                .map(report -> keep(tenant, serving.get(), report, before));
    }

    /// The last reports of this task, the newest first.
    public List<StoredDrift> list(TenantId tenant, int limit, int offset) {
        return database.transactions().call(tenant, db -> drifts.list(db, settings.task(), limit, offset));
    }

    /// How many reports there are of this task.
    public long count(TenantId tenant) {
        return database.transactions().call(tenant, db -> drifts.count(db, settings.task()));
    }

    /// The last report of every task, in the order of the tasks.
    public List<StoredDrift> latest(TenantId tenant) {
        return database.transactions().call(tenant, drifts::latest);
    }

    /// What to keep of these training rows, so that a day's cuts can be held against them.
    static DriftReference reference(Dataset rows) {
        return DriftReference.of(rows, DriftSettings.USUAL.withWindow(WINDOW));
    }

    private Instant lastCut(Instant at) {
        long step = settings.protocol().every().toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), step) * step);
    }

    /// The reference is kept with the model; of models of older releases it is worked out when it is first asked for, from what the
    /// model had known.
    private Optional<DriftReference> reference(TenantId tenant, RegisteredModel serving, SurgeModel model,
            Map<EntityId, EntitySeries> entities) {
        Optional<DriftReference> kept = database.transactions().call(tenant, db -> drifts.reference(db, serving.id()))
                .map(DriftReference::of);
        if (kept.isPresent()) {
            return kept;
        }
        Dataset learned = model.learned(entities, serving.record().trainingTo());
        if (learned.size() == 0) {
            return Optional.empty();
        }
        DriftReference made = reference(learned);
        database.transactions().run(tenant, db -> drifts.keepReference(db, serving.id(), made.bytes()));
        return Optional.of(made);
    }

    private DriftReport report(TenantId tenant, RegisteredModel serving, SurgeModel model, DriftReference reference,
            Map<EntityId, EntitySeries> entities, Instant asOf) {
        DriftWindow window = reference.window();
        SurgeModel.Asked asked = model.asked(entities, asOf.minus(WINDOW), asOf);
        asked.rows().forEach(row -> window.add(row.values(), 0, row.entity()));
        asked.outcomes().forEach(outcome -> window.addLabel(outcome.surged(), outcome.entity()));
        Adwin errors = new Adwin(Adwin.USUAL_CONFIDENCE);
        database.transactions().call(tenant, db -> drifts.errors(db, settings.task(), serving.id(), asOf))
                .forEach(errors::add);
        return reference.compare(window, asOf, List.of(errors.state()));
    }

    private StoredDrift keep(TenantId tenant, RegisteredModel serving, DriftReport report,
            Optional<StoredDrift> before) {
        Set<String> always = database.transactions().call(tenant, db -> drifts.always(db, serving.id()))
                .orElseGet(() -> StoredDrift.drifted(report));
        StoredDrift found = new StoredDrift(settings.task(),
                new StoredDrift.Author(serving.id(), serving.kind(), true), report.asOf(), false, report, always);
        boolean again = before.filter(one -> one.share() >= SEVERAL).isPresent();
        boolean confirmed = found.share() >= MANY || found.share() >= SEVERAL && again || found.beyondFeatures();
        StoredDrift stored = new StoredDrift(found.task(), found.author(), found.asOf(), confirmed, report, always);
        if (confirmed) {
            // Before the report, by which the cut counts as checked: a check that is killed in between is made again, and
            // raises no second alert while the task is pending.
            tasks.alert(tenant, EventType.DRIFT_ALERT, title(serving, stored), order(serving, stored),
                    report.asOf());
        }
        database.transactions().run(tenant, db -> drifts.insert(db, stored));
        return stored;
    }

    private static String title(RegisteredModel serving, StoredDrift drift) {
        return "What is scored for %s no longer resembles what the model learned from: %s.".formatted(
                drift.task().label(), named(serving, drift));
    }

    /// The gravest in words, because a person reads this who need not know the names of columns.
    private static String named(RegisteredModel serving, StoredDrift drift) {
        Set<String> news = drift.news();
        if (news.isEmpty()) {
            return "its errors or the share of surges changed";
        }
        String features = drift.report().bySize().stream().map(FeatureDrift::feature).filter(news::contains)
                .limit(NAMED).map(meanings(serving)).collect(Collectors.joining(", "));
        long others = news.size() - NAMED;
        return features + (others > 0 ? " and " + others + " more features" : "");
    }

    private static UnaryOperator<String> meanings(RegisteredModel serving) {
        Map<String, String> meanings = FeatureCatalogue.find(serving.record().featureSet()).map(FeatureSet::features)
                .orElse(List.of()).stream()
                .collect(Collectors.toMap(FeatureDefinition::name, FeatureDefinition::meaning));
        return feature -> feature.startsWith(RANK)
                ? meanings.getOrDefault(feature.substring(RANK.length()), feature) + ", against all others"
                : meanings.getOrDefault(feature, feature);
    }

    private Order order(RegisteredModel serving, StoredDrift drift) {
        DriftReport report = drift.report();
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("driftedFeatures", (double) drift.news().size());
        facts.put("features", (double) report.features().size());
        facts.put("rows", (double) report.rows());
        Optional.ofNullable(report.strange()).ifPresent(strange -> facts.put("strangeShare", strange.share()));
        return new Order(Retraining.topic(settings.task()), "Train the model of " + settings.task().label() + " anew",
                Category.RETRAINING, title(serving, drift),
                "The world changed after " + Times.kept(serving.record().trainingTo())
                        + "; a model that has seen it ranks better.",
                "A retrained model meets the rule for promotion on the cuts of its shadow period.", "model agent",
                report.asOf().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(REVIEWED_AFTER.toDays()), facts);
    }
}
