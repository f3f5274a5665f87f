package dev.upswell.creative.coded;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What people wrote down about one video, feature by feature.
///
/// @param values by the name of the feature; **units** and **range** those of the dictionary · **absence** a feature that is not in it was
/// not coded · never an outcome
public record Coding(Map<String, Double> values) {

    /// Nothing was coded.
    public static final Coding NONE = new Coding(Map.of());

    /// The feature that tells how long a video is.
    static final String LENGTH = "metadata_length_seconds";

    public Coding {
        values = Map.copyOf(values);
        values.forEach((name, value) -> {
            CreativeFeature feature = FeatureDictionary.STANDARD.get(name);
            if (!feature.predictor() || !feature.range().holds(value)) {
                throw new IllegalArgumentException("coded feature (" + name + " = " + value
                        + ") must be no outcome, and lie within its range\nMaybe it was coded by another dictionary.");
            }
        });
    }

    /// What was kept of a coding; a feature that the dictionary no longer has is left out.
    public static Coding kept(Map<String, Double> values) {
        Map<String, Double> known = new TreeMap<>(values);
        known.keySet().removeIf(name -> FeatureDictionary.STANDARD.place(name).isEmpty());
        return new Coding(known);
    }

    /// Whether nothing was coded.
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// How long the video is; empty where nobody wrote it down, or wrote 0.
    public OptionalDouble lengthSeconds() {
        Double seconds = values.get(LENGTH);
        return seconds == null || seconds == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    /// These values, and where a feature was not coded, what was told otherwise; so too how long the video is, which is measured better than
    /// seen.
    public CreativeVector over(CreativeVector told) {
        if (values.isEmpty()) {
            return told;
        }
        List<FeatureValue> all = new ArrayList<>(told.values());
        values.forEach((name, value) -> {
            int place = FeatureDictionary.STANDARD.place(name).orElseThrow();
            if (!name.equals(LENGTH) || all.get(place) instanceof FeatureValue.Absent) {
                all.set(place, new FeatureValue.Present(value));
            }
        });
        return new CreativeVector(all);
    }

    /// This coding after a row of a table: the row's values take the place of former ones, features that it leaves open lose theirs, and
    /// all others stay.
    public Coding after(CodedRow row) {
        Map<String, Double> next = new TreeMap<>(values);
        next.keySet().removeAll(row.open());
        next.putAll(row.values());
        return new Coding(next);
    }
}
