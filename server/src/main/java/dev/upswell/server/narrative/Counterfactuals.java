package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Asks the serving model what it would expect if the dispersion of an entity's creators were twice what it is, all else being held.
final class Counterfactuals {

    private static final int HORIZON_HOURS = 24;
    private static final Duration OLDEST = Duration.ofDays(1);

    private final TenantId tenant;
    private final Narratives.Models models;

    /// The model that was asked last: all entities of a run ask the same.
    private @Nullable Loaded last;

    Counterfactuals(TenantId tenant, Narratives.Models models) {
        this.tenant = tenant;
        this.models = models;
    }

    private record Loaded(UUID id, SurgeModel model) {
    }

    /// What the model expects; empty where none serves, where it is a rule or does not look at creators, where no vector of the day before
    /// this end is kept, and where a network's readings are not kept any more.
    synchronized Optional<Told> of(Topic topic, EntityId entity, Instant end) {
        RegisteredModel serving = models.registry().serving(tenant, new ModelTask(entity.kind(), HORIZON_HOURS))
                .orElse(null);
        FeatureVector vector = serving == null ? null : vector(entity, end).orElse(null);
        if (serving == null || vector == null) {
            return Optional.empty();
        }
        Loaded loaded = loaded(serving.id());
        SurgeModel model = loaded.model();
        return model.features().version().equals(vector.computed().featureSet())
                ? Counterfactual
                        .ofDispersion(model.features(), vector.values(), both -> probabilities(model, vector, both))
                        .map(found -> told(topic, vector, loaded, found))
                : Optional.empty();
    }

    private Optional<double[]> probabilities(SurgeModel model, FeatureVector vector, float[] both) {
        if (!model.looksBack()) {
            return model.byRows().map(rows -> rows.probabilities(both, 2));
        }
        Instant asOf = vector.computed().asOf();
        return models.histories().until(new ModelTask(vector.entity().kind(), HORIZON_HOURS), vector.entity(), asOf)
                .flatMap(series -> model.instead(series, asOf, both));
    }

    private Optional<FeatureVector> vector(EntityId entity, Instant end) {
        Optional<FeatureVector> latest = models.features().latest(tenant, entity, HORIZON_HOURS);
        Optional<FeatureVector> then = latest.isPresent() && latest.get().computed().asOf().isAfter(end)
                ? models.features().asOf(tenant, HORIZON_HOURS, List.of(new FeatureStore.Ask(entity, end))).getFirst()
                : latest;
        return then.filter(vector -> !vector.computed().asOf().isBefore(end.minus(OLDEST)));
    }

    private Loaded loaded(UUID id) {
        Loaded before = last;
        if (before == null || !before.id().equals(id)) {
            before = new Loaded(id, SurgeModel.load(models.registry().artefact(tenant, id)));
            last = before;
        }
        return before;
    }

    private static Told told(Topic topic, FeatureVector vector, Loaded loaded, Counterfactual found) {
        Known known = new Known();
        SurgeModel model = loaded.model();
        EntityId entity = vector.entity();
        var asOf = vector.computed().asOf();
        String page = Link.to("/features", entity.kind().label(), entity.value())
                .with("horizon", HORIZON_HOURS, null).toString();
        Fact before = known.number(topic.name(), "evenness over creators in 7 days", found.before(), Unit.SHARE, asOf,
                null, page);
        Fact after = known.number(topic.name(), "assumed evenness over creators in 7 days", found.after(), Unit.SHARE,
                asOf, null, page);
        Fact expected = known.number(topic.name(), "surge_probability", found.expected(), Unit.SHARE, asOf,
                HORIZON_HOURS + " h", page);
        Fact otherwise = known.number(topic.name(), "assumed surge probability", found.otherwise(), Unit.SHARE, asOf,
                HORIZON_HOURS + " h", page);
        known.named(topic.name(), "model that was asked", model.id(), asOf,
                Link.to("/models", loaded.id().toString()).toString());
        return Told.of(topic, asOf, known, List.of(Told.Line.of(found.isSame() ? "otherwise.same" : "otherwise",
                topic.name(), before, after, expected, otherwise, new Told.Word("asked." + model.kind().label()),
                new Told.Word(model.looksBack() ? "held.history" : "held.all"))));
    }
}
