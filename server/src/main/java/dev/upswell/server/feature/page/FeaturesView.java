package dev.upswell.server.feature.page;

import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.feature.FeatureCatalogue.Standing;
import dev.upswell.server.feature.Freshness;
import java.util.List;

/// What the features page shows.
///
/// @param sets all of this code, the oldest first
/// @param standing the one shown
/// @param freshness how far vectors are behind, by kind and horizon
public record FeaturesView(List<FeatureSet> sets, EntityKind kind, int horizonHours, Standing standing,
        List<Freshness> freshness) {

    public FeaturesView {
        sets = List.copyOf(sets);
        freshness = List.copyOf(freshness);
    }
}
