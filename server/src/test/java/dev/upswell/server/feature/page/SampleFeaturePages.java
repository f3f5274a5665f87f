package dev.upswell.server.feature.page;

import dev.upswell.companion.CompanionFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureCatalogue.Feature;
import dev.upswell.server.feature.FeatureCatalogue.Standing;
import dev.upswell.server.feature.FeatureLineage;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.feature.Freshness;
import dev.upswell.server.trend.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A made-up feature store: the second set, a third of whose companions the source does not give.
public final class SampleFeaturePages implements FeaturePages {

    private static final Instant AS_OF = Instant.parse("2026-01-12T09:00:00Z");

    @Override
    public Optional<FeaturesView> features(Choice choice) {
        String asked = choice.set();
        return FeatureCatalogue.find(asked == null ? "feature_set_v2" : asked)
                .map(set -> new FeaturesView(FeatureCatalogue.sets(), choice.kind(), choice.horizonHours(),
                        standing(set),
                        List.of(new Freshness(EntityKind.HASHTAG, 24, 1_840, AS_OF, AS_OF, false),
                                new Freshness(EntityKind.SOUND, 24, 310, AS_OF.minus(Duration.ofHours(9)), AS_OF,
                                        true))));
    }

    private static Standing standing(FeatureSet set) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            features.add(new Feature(set.features().get(i), missing(set.names().get(i), i)));
        }
        return new Standing(set, 1_840, AS_OF.plus(Duration.ofMinutes(2)), AS_OF, features);
    }

    private static double missing(String name, int place) {
        return name.startsWith("followers") || name.startsWith("saves") ? 1 : place % 7 == 0 ? 0.04 : 0;
    }

    @Override
    public Optional<VectorView> vector(EntityId entity, int horizonHours) {
        FeatureSet set = CompanionFeatures.V2;
        float[] values = new float[set.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = missing(set.names().get(i), i) == 1 ? Float.NaN : (float) Math.sin(i * 0.7) / 2;
        }
        FeatureVector vector = new FeatureVector(entity, horizonHours,
                new FeatureVector.Computed(set.version(), AS_OF, 42, 2), values);
        return Optional.of(new VectorView(vector, entity.value(), new FeatureLineage(
                List.of(new Reading.Coverage("poll", 1_344, AS_OF.minus(Duration.ofDays(14)), AS_OF,
                        Duration.ofMinutes(15), true)),
                42, 1, List.of()), true));
    }
}
