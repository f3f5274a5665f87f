package dev.upswell.creative.feature;

import dev.upswell.creative.Absence;
import dev.upswell.creative.Analyser;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import dev.upswell.creative.Generation;
import dev.upswell.creative.Node;
import dev.upswell.creative.VideoAnalyses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what analysers wrote about a video into its features.
///
/// Every video gets all features of the dictionary, present or absent with a reason; whatever a payload holds, nothing is thrown.
/// A payload that does not show its generation takes that of the video's others, and where none shows it the second, in which more is
/// distrusted.
public final class FeatureReader {

    private static final Map<String, Map<Generation, List<Place>>> PLACES = FeatureDictionary.STANDARD.features()
            .stream().collect(Collectors.toMap(CreativeFeature::name,
                    feature -> new EnumMap<>(Map.of(Generation.FIRST, Place.all(feature.first()), Generation.SECOND,
                            Place.all(feature.second())))));

    private final Map<Analyser, Payload> payloads = new EnumMap<>(Analyser.class);
    private final Generation usual;
    private final double length;

    private FeatureReader(VideoAnalyses video) {
        video.payloads().forEach((analyser, written) -> Payload.of(analyser, written)
                .ifPresent(payload -> payloads.put(analyser, payload)));
        usual = payloads.values().stream().flatMap(payload -> payload.generation().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<Generation, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(Generation.SECOND);
        Double given = video.lengthSeconds();
        length = given == null ? told().orElse(Double.POSITIVE_INFINITY) : given;
    }

    /// All features of a video.
    public static CreativeVector read(VideoAnalyses video) {
        FeatureReader reader = new FeatureReader(video);
        return new CreativeVector(FeatureDictionary.STANDARD.features().stream().map(reader::value).toList());
    }

    private OptionalDouble told() {
        Map<String, Node.Fields> paths = new LinkedHashMap<>();
        lengthOf(Analyser.TEMPORAL_MARKERS, "metadata.duration", paths);
        lengthOf(Analyser.METADATA, "CoreMetrics.videoDuration", paths);
        return PlaceReader.length(paths);
    }

    private void lengthOf(Analyser analyser, String path, Map<String, Node.Fields> paths) {
        Payload payload = payloads.get(analyser);
        if (payload != null) {
            paths.put(path, payload.blocks());
        }
    }

    private FeatureValue value(CreativeFeature feature) {
        Payload payload = payloads.get(feature.analyser());
        if (payload == null) {
            return new FeatureValue.Absent(Absence.NOT_ANALYSED);
        }
        Generation generation = payload.generation().orElse(usual);
        if (feature.constantIn(generation)) {
            return new FeatureValue.Absent(Absence.CONSTANT);
        }
        List<Place> places = PLACES.getOrDefault(feature.name(), Map.of()).getOrDefault(generation, List.of());
        if (places.isEmpty()) {
            return new FeatureValue.Absent(Absence.NOT_IN_GENERATION);
        }
        PlaceReader reader = new PlaceReader(payload.blocks(), length);
        if (generation == Generation.FIRST && reader.withoutConfidence(places.getFirst())) {
            return new FeatureValue.Absent(Absence.NO_CONFIDENCE);
        }
        List<FeatureValue> values = new ArrayList<>(places.stream().map(reader::read).toList());
        values.sort(Comparator.comparing(FeatureReader::missing));
        return switch (values.getFirst()) {
            case FeatureValue.Present(double value) when !feature.range().holds(value) ->
                new FeatureValue.Absent(Absence.UNUSABLE);
            case FeatureValue.Present present -> present;
            case FeatureValue.Absent absent -> absent;
        };
    }

    private static boolean missing(FeatureValue value) {
        return value instanceof FeatureValue.Absent(Absence reason) && reason == Absence.NOT_TOLD;
    }
}
