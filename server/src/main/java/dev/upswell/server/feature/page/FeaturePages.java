package dev.upswell.server.feature.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pages on features ask of the product.
public interface FeaturePages {

    /// Which set is wanted, as it stands for which forecasts.
    ///
    /// @param set null for the one that the newest vectors are of
    record Choice(@Nullable String set, EntityKind kind, int horizonHours) {
    }

    /// A set as it stands; empty when there is no such set.
    Optional<FeaturesView> features(Choice choice);

    /// The latest vector of an entity; empty when none was computed.
    Optional<VectorView> vector(EntityId entity, int horizonHours);
}
