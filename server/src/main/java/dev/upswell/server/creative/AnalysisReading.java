package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Absence;
import dev.upswell.creative.Analyser;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.VideoAnalyses;
import dev.upswell.creative.coded.CodedRow;
import dev.upswell.creative.feature.FeatureReader;
import dev.upswell.server.creative.AnalysisReport.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks the documents and rows of an import one by one, and counts what they hold.
final class AnalysisReading {

    /// Reasons for which a feature has no value although its payload speaks of it.
    private static final Set<Absence> SAYING = EnumSet.of(Absence.NO_CONFIDENCE, Absence.NOT_MEASURED,
            Absence.DOES_NOT_OCCUR);

    private final List<Refusal> refused = new ArrayList<>();
    private final Map<String, Integer> constants = new TreeMap<>();
    private final Set<String> videos = new HashSet<>();
    private final Set<String> coded = new HashSet<>();
    private int refusedCount;
    private int files;
    private int stored;
    private int unchanged;
    private int replaced;
    private long values;
    private long withoutConfidence;

    /// Counts a file, whose tables may speak of videos that others spoke of.
    void file() {
        files++;
        coded.clear();
    }

    /// The payloads of a document that can be used; the others are refused.
    ///
    /// @param path of its file, which may tell the video and the analyser
    /// @param place how it is called in refusals
    List<AnalysisRepository.Payload> payloads(JsonNode document, String path, String place) {
        if (!(document instanceof ObjectNode object)) {
            refuse(place, "is no JSON object");
            return List.of();
        }
        List<AnalysisDocument.Part> parts = AnalysisDocument.parts(object, path);
        if (parts.isEmpty()) {
            refuse(place, "holds no analysis: no analyser is named and there are no blocks");
        }
        return parts.stream().map(part -> checked(part, place)).flatMap(Optional::stream).toList();
    }

    private Optional<AnalysisRepository.Payload> checked(AnalysisDocument.Part part, String place) {
        Analyser analyser = part.analyser();
        if (analyser == null) {
            return refuse(place, "does not say which analyser wrote it");
        }
        if (part.video() == null) {
            return refuse(place, "does not say which video it is of (" + analyser.key() + ")");
        }
        Optional<String> video = id(part.video());
        if (video.isEmpty()) {
            return refuse(place, "names a video by what is no id (" + analyser.key() + ")");
        }
        ObjectNode payload = Nodes.opened(part.payload());
        CreativeVector vector = FeatureReader.read(new VideoAnalyses(Map.of(analyser, Nodes.fields(payload)), null));
        List<CreativeFeature> own = FeatureDictionary.STANDARD.features().stream()
                .filter(feature -> feature.analyser() == analyser).toList();
        if (own.stream().allMatch(feature -> is(vector, feature, Absence.NOT_ANALYSED))) {
            return refuse(place, "says itself that the analysis failed, or its text is no JSON (" + analyser.key()
                    + ")");
        }
        if (vector.known() == 0 && own.stream().flatMap(feature -> vector.absence(feature).stream())
                .noneMatch(SAYING::contains)) {
            return refuse(place, "tells no feature that is known (" + analyser.key() + ")");
        }
        values += vector.known();
        for (CreativeFeature feature : own) {
            if (is(vector, feature, Absence.CONSTANT)) {
                constants.merge(feature.name(), 1, Integer::sum);
            }
            withoutConfidence += is(vector, feature, Absence.NO_CONFIDENCE) ? 1 : 0;
        }
        videos.add(video.get());
        String json = payload.toString().replace("\\u0000", "");
        return Optional.of(new AnalysisRepository.Payload(video.get(), analyser, json));
    }

    /// The video of a row of codings that can be used; cells that cannot are refused, and so is a row without any that can.
    Optional<String> coded(CodedRow row, String place) {
        row.faults().forEach(
                fault -> refuse(place, "column " + fault.column() + ": " + fault.reason() + "; taken as not coded"));
        Optional<String> video = id(row.video());
        if (video.isEmpty()) {
            return refuse(place, "names a video by what is no id");
        }
        if (row.values().isEmpty()) {
            return refuse(place, "codes no feature");
        }
        if (!coded.add(video.get())) {
            return refuse(place, "codes a video that stands in the table before; one row of a video is taken");
        }
        values += row.values().size();
        videos.add(video.get());
        return video;
    }

    private static Optional<String> id(String written) {
        try {
            return Optional.of(EntityId.video(written).value());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static boolean is(CreativeVector vector, CreativeFeature feature, Absence absence) {
        return vector.absence(feature).filter(absence::equals).isPresent();
    }

    /// Counts what keeping a payload did.
    void kept(AnalysisRepository.Kept kept) {
        switch (kept) {
            case NEW -> stored++;
            case REPLACED -> {
                stored++;
                replaced++;
            }
            case UNCHANGED -> unchanged++;
        }
    }

    /// Notes what cannot be used.
    <T> Optional<T> refuse(String place, String reason) {
        refusedCount++;
        if (refused.size() < AnalysisReport.LISTED) {
            refused.add(new Refusal(place, reason));
        }
        return Optional.empty();
    }

    AnalysisReport report() {
        return new AnalysisReport(files, stored, unchanged, replaced, videos.size(), values, constants,
                withoutConfidence, refused, refusedCount);
    }
}
