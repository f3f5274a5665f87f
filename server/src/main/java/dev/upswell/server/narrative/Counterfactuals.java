package dev.upswell.server.narrative;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.SurgeModel;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.registry.ModelRegistry;
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
    private final ModelRegistry registry;
    private final FeatureStore features;

    /// The model that was asked last: all entities of a run ask the same.
    private @Nullable Loaded last;

    Counterfactuals(TenantId tenant, ModelRegistry registry, FeatureStore features) {
        this.tenant = tenant;
        this.registry = registry;
        this.features = features;
    }

    private record Loaded(UUID id, Optional<SurgeModel.ByRows> model) {
    }

    /// What the model expects; empty where none serves, where it does not look at creators, and where no vector of the day before this end
    /// is kept.
    synchronized Optional<Told> of(Topic topic, EntityId entity, Instant end) {
        RegisteredModel serving = registry.serving(tenant, new ModelTask(entity.kind(), HORIZON_HOURS)).orElse(null);
        FeatureVector vector = serving == null ? null : vector(entity, end).orElse(null);
        if (serving == null || vector == null) {
            return Optional.empty();
        }
        return loaded(serving.id()).filter(model -> model.features().version().equals(vector.computed().featureSet()))
                .flatMap(model -> Counterfactual.ofDispersion(model, vector.values()))
                .map(found -> told(topic, entity, vector, found));
    }

    private Optional<FeatureVector> vector(EntityId entity, Instant end) {
        Optional<FeatureVector> latest = features.latest(tenant, entity, HORIZON_HOURS);
        Optional<FeatureVector> then = latest.isPresent() && latest.get().computed().asOf().isAfter(end)
                ? features.asOf(tenant, HORIZON_HOURS, List.of(new FeatureStore.Ask(entity, end))).getFirst()
                : latest;
        return then.filter(vector -> !vector.computed().asOf().isBefore(end.minus(OLDEST)));
    }

    private Optional<SurgeModel.ByRows> loaded(UUID id) {
        Loaded before = last;
        if (before == null || !before.id().equals(id)) {
            before = new Loaded(id, SurgeModel.load(registry.artefact(tenant, id)).byRows());
            last = before;
        }
        return before.model();
    }

    private static Told told(Topic topic, EntityId entity, FeatureVector vector, Counterfactual found) {
        Known known = new Known();
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
        return Told.of(topic, asOf, known, List.of(Told.Line.of(found.isSame() ? "otherwise.same" : "otherwise",
                topic.name(), before, after, expected, otherwise)));
    }
}
