package dev.upswell.creative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The features of a video in a fixed order: every video has the same keys, present or absent.
///
/// **source** `features.tsv` beside this class, one row each; documents, checks and labels are made from it.
public final class FeatureDictionary {

    /// The 432 features that analyses of videos are read into.
    public static final FeatureDictionary STANDARD = read("features.tsv");

    private static final int COLUMNS = 14;

    private final List<CreativeFeature> features;
    private final Map<String, Integer> places = new HashMap<>();

    FeatureDictionary(List<CreativeFeature> features) {
        this.features = List.copyOf(features);
        for (int place = 0; place < features.size(); place++) {
            String name = features.get(place).name();
            if (places.put(name, place) != null) {
                throw new IllegalArgumentException(
                        "creative feature (" + name + ") must stand once in the dictionary\nMaybe a row was copied.");
            }
        }
    }

    /// All features in their order.
    public List<CreativeFeature> features() {
        return features;
    }

    /// How many there are.
    public int size() {
        return features.size();
    }

    /// Where a feature stands, from 0; empty when there is none of this name.
    public Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /// The feature of this name.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public CreativeFeature get(String name) {
        return place(name).map(features::get).orElseThrow(() -> new IllegalArgumentException(
                "creative feature (" + name + ") must be in the dictionary\nMaybe it has another name there."));
    }

    /// What models may see: everything but outcomes.
    public List<CreativeFeature> predictors() {
        return features.stream().filter(CreativeFeature::predictor).toList();
    }

    /// What a pattern may be about.
    public List<CreativeFeature> choices() {
        return features.stream().filter(feature -> feature.role() == FeatureRole.CHOICE).toList();
    }

    /// The features of a block in their order.
    public List<CreativeFeature> of(CreativeBlock block) {
        return features.stream().filter(feature -> feature.block() == block).toList();
    }

    /// Each categorical field with the features of its values.
    public Map<String, List<CreativeFeature>> fields() {
        Map<String, List<CreativeFeature>> fields = new LinkedHashMap<>();
        features.forEach(feature -> feature.field()
                .ifPresent(field -> fields.computeIfAbsent(field, none -> new ArrayList<>()).add(feature)));
        return fields;
    }

    private static FeatureDictionary read(String resource) {
        try (InputStream in = FeatureDictionary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + resource + ") must be in the jar\nMaybe build it anew.");
            }
            return new FeatureDictionary(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(FeatureDictionary::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CreativeFeature row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("row (" + line + ") must have " + COLUMNS + " columns, has "
                    + cells.length + "\nMaybe a tab is missing.");
        }
        return new CreativeFeature(cells[0], CreativeBlock.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                FeatureType.valueOf(cells[2].toUpperCase(Locale.ROOT)), cells[3],
                new CreativeFeature.Range(bound(cells[4]), bound(cells[5])), cells[6], cells[7],
                FeatureRole.valueOf(cells[8].toUpperCase(Locale.ROOT)),
                Analyser.find(cells[9]).orElseThrow(
                        () -> new IllegalArgumentException(
                                "analyser (" + cells[9] + ") must be known\nMaybe mistyped.")),
                cells[10], cells[11], cells[12], cells[13]);
    }

    private static @Nullable Double bound(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }
}
