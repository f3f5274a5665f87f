package dev.upswell.server.feature;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureSet;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which feature sets there are, what each feature is, and how it stands now.
public final class FeatureCatalogue {

    /// Outcomes, which no set may hold.
    public static final List<FeatureDefinition> OUTCOMES = HashtagFeatures.OUTCOMES;

    /// So many of the newest vectors tell which features are missing.
    private static final int SEEN = 2_000;

    private final Database database;
    private final LatestVectorRepository latest = new LatestVectorRepository();

    /// The catalogue over the vectors of this store.
    public FeatureCatalogue(Database database) {
        this.database = database;
    }

    /// The sets of this code, the oldest first.
    public static List<FeatureSet> sets() {
        return FeatureRecipes.ALL.stream().map(recipe -> recipe.set()).toList();
    }

    /// The set with this version; empty when this code has none.
    public static Optional<FeatureSet> find(String version) {
        return sets().stream().filter(set -> set.version().equals(version)).findFirst();
    }

    /// A set as it stands now.
    ///
    /// @param vectors how many of the newest vectors of the set were looked at
    /// @param computed when the newest of them was computed; null when there is none
    /// @param asOf the instant that it is about; null when there is none
    public record Standing(FeatureSet set, int vectors, @Nullable Instant computed, @Nullable Instant asOf,
            List<Feature> features) {

        public Standing {
            features = List.copyOf(features);
        }

        /// The families of features, present or not, in the order of their letters.
        public List<Group> groups() {
            return Arrays.stream(FeatureGroup.values()).map(group -> new Group(group,
                    (int) features.stream().filter(one -> one.definition().group() == group).count(),
                    set.absent().stream().filter(one -> one.group() == group).map(one -> one.reason()).findFirst()
                            .orElse(null)))
                    .toList();
        }
    }

    /// One feature.
    ///
    /// @param missing share of the vectors in which it is missing, 0 to 1; null without a vector
    public record Feature(FeatureDefinition definition, @Nullable Double missing) {
    }

    /// A family of features.
    ///
    /// @param features how many the set has
    /// @param reason why they are absent, or not complete; null when nothing is lacking
    public record Group(FeatureGroup group, int features, @Nullable String reason) {

        /// The letter by which the product names it.
        public String letter() {
            return group.name().substring(0, 1);
        }
    }

    /// This set with the share of missing values among the newest vectors of a kind and horizon.
    ///
    /// **cost** reads up to 2,000 vectors
    public Standing standing(TenantId tenant, FeatureSet set, EntityKind kind, int horizonHours) {
        List<LatestVectorRepository.Kept> kept = database.transactions().call(tenant,
                db -> latest.newest(db, kind, horizonHours, set.version(), SEEN));
        int[] missing = new int[set.size()];
        for (LatestVectorRepository.Kept one : kept) {
            float[] values = one.vector().values();
            for (int i = 0; i < missing.length; i++) {
                missing[i] += Float.isNaN(values[i]) ? 1 : 0;
            }
        }
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            features.add(new Feature(set.features().get(i),
                    kept.isEmpty() ? null : Double.valueOf((double) missing[i] / kept.size())));
        }
        return new Standing(set, kept.size(), kept.isEmpty() ? null : kept.getFirst().computedAt(),
                kept.isEmpty() ? null : kept.getFirst().vector().computed().asOf(), features);
    }
}
