package dev.upswell.server.feature;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The features of one entity as of an instant, computed for one horizon.
///
/// Immutable; equal when all parts are, values compared bit by bit.
public final class FeatureVector {

    private final EntityId entity;
    private final int horizonHours;
    private final Computed computed;
    private final float[] values;

    /// How a vector came about.
    ///
    /// @param featureSet version of the set
    /// @param asOf only readings at or before this instant were used
    /// @param lakeSeq place of the newest lake file of readings that could be seen
    /// @param metricDefinition version of the metric definitions of the code that computed it
    public record Computed(String featureSet, Instant asOf, long lakeSeq, int metricDefinition) {
    }

    /// **errors** `IllegalArgumentException` when there are not as many values as the set has features
    public FeatureVector(EntityId entity, int horizonHours, Computed computed, float[] values) {
        int size = FeatureRecipes.of(computed.featureSet()).set().size();
        if (values.length != size) {
            throw new IllegalArgumentException("values (" + values.length + ") must be the " + size + " of "
                    + computed.featureSet() + "\nMaybe they were computed by another version.");
        }
        this.entity = entity;
        this.horizonHours = horizonHours;
        this.computed = computed;
        this.values = values.clone();
    }

    public EntityId entity() {
        return entity;
    }

    public int horizonHours() {
        return horizonHours;
    }

    public Computed computed() {
        return computed;
    }

    /// The names of the features, in the order of the values.
    public List<String> names() {
        return FeatureRecipes.of(computed.featureSet()).set().names();
    }

    /// One value; empty where it is missing.
    ///
    /// **errors** `IllegalArgumentException` when the set has no such feature
    public Optional<Float> value(String feature) {
        float value = values[FeatureRecipes.of(computed.featureSet()).set().indexOf(feature)];
        return Float.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /// All values, packed; a missing one is NaN, as in the engine's vectors.
    public float[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that && entity.equals(that.entity) && horizonHours == that.horizonHours
                && computed.equals(that.computed) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * entity.hashCode() + computed.hashCode();
    }

    @Override
    public String toString() {
        return entity + " " + horizonHours + " h " + computed;
    }
}
