package dev.upswell.server.feature.page;

import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import java.util.Optional;

/// Answers the pages on features from what is kept.
public final class KeptFeaturePages implements FeaturePages {

    private final TenantId tenant;
    private final FeatureStore store;
    private final EntityQuery entities;

    /// The pages of this tenant.
    ///
    /// @param entities knows their names
    public KeptFeaturePages(TenantId tenant, FeatureStore store, EntityQuery entities) {
        this.tenant = tenant;
        this.store = store;
        this.entities = entities;
    }

    @Override
    public Optional<FeaturesView> features(Choice choice) {
        String asked = choice.set();
        String version = asked != null
                ? asked
                : store.newestSet(tenant, choice.kind(), choice.horizonHours())
                        .orElse(FeatureCatalogue.sets().getFirst().version());
        Optional<FeatureSet> found = FeatureCatalogue.find(version);
        return found.map(set -> new FeaturesView(FeatureCatalogue.sets(), choice.kind(), choice.horizonHours(),
                store.catalogue().standing(tenant, set, choice.kind(), choice.horizonHours()),
                store.freshness(tenant)));
    }

    @Override
    public Optional<VectorView> vector(EntityId entity, int horizonHours) {
        return store.latest(tenant, entity, horizonHours).map(vector -> view(vector, horizonHours));
    }

    private VectorView view(FeatureVector vector, int horizonHours) {
        boolean behind = store.freshness(tenant).stream().filter(one -> one.kind() == vector.entity().kind())
                .filter(one -> one.horizonHours() == horizonHours).anyMatch(one -> one.breached());
        return new VectorView(vector, entities.name(tenant, vector.entity()).orElse(vector.entity().value()),
                store.lineage(tenant, vector), behind);
    }
}
