package dev.upswell.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A versioned, ordered list of features: column `i` of every vector of this version is feature `i`.
///
/// A change of any column is a new version; a model names the version it was trained on and refuses another.
public record FeatureSet(String version, String changeNotes, List<FeatureDefinition> features,
        List<AbsentGroup> absent) {

    public FeatureSet {
        features = List.copyOf(features);
        absent = List.copyOf(absent);
        Map<String, FeatureDefinition> byName = new HashMap<>();
        for (FeatureDefinition feature : features) {
            if (byName.put(feature.name(), feature) != null) {
                throw new IllegalArgumentException("feature name (" + feature.name() + ") must be unique in " + version
                        + "\nMaybe two blocks define it.");
            }
        }
    }

    /// How many columns a vector has.
    public int size() {
        return features.size();
    }

    /// The names in column order.
    public List<String> names() {
        return features.stream().map(FeatureDefinition::name).toList();
    }

    /// The column of this feature.
    ///
    /// **errors** `IllegalArgumentException` when the set has no such feature.
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("feature (" + name + ") must be in " + version
                    + "\nMaybe the model was trained on another feature set.");
        }
        return index;
    }
}
