package dev.upswell.creative;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All features of one video, in the order of the dictionary.
///
/// @param values one for each feature of [FeatureDictionary#STANDARD]
public record CreativeVector(List<FeatureValue> values) {

    public CreativeVector {
        values = List.copyOf(values);
        if (values.size() != FeatureDictionary.STANDARD.size()) {
            throw new IllegalArgumentException(
                    "creative vector (" + values.size() + " values) must have one for each of "
                            + FeatureDictionary.STANDARD.size() + " features\nMaybe an absent one was left out.");
        }
    }

    /// The value of a feature; empty where it is absent.
    ///
    /// **errors** `IllegalArgumentException` when there is no such feature.
    public OptionalDouble find(CreativeFeature feature) {
        return switch (of(feature)) {
            case FeatureValue.Present present -> OptionalDouble.of(present.value());
            case FeatureValue.Absent _ -> OptionalDouble.empty();
        };
    }

    /// Why a feature has no value; empty where it has one.
    public Optional<Absence> absence(CreativeFeature feature) {
        return switch (of(feature)) {
            case FeatureValue.Present _ -> Optional.empty();
            case FeatureValue.Absent absent -> Optional.of(absent.reason());
        };
    }

    /// How many features have a value.
    public int known() {
        return (int) values.stream().filter(FeatureValue.Present.class::isInstance).count();
    }

    private FeatureValue of(CreativeFeature feature) {
        return FeatureDictionary.STANDARD.place(feature.name()).map(values::get)
                .orElseThrow(() -> new IllegalArgumentException("creative feature (" + feature.name()
                        + ") must be in the dictionary\nMaybe it is of another dictionary."));
    }
}
