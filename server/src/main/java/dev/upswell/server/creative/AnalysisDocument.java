package dev.upswell.server.creative;

import dev.upswell.creative.Analyser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object that analysers wrote, taken apart into payloads.
///
/// It may hold one payload, bare, with prefixes or in an envelope, or those of several analysers under their names. The video stands in
/// `video_id`, `videoId`, `id` or `metadata.video_id`, else in the place where the document lies; the analyser in `analyser`, `analyzer`,
/// `analysis_type` or `prompt_type`, else in its prefixes, else in the place.
final class AnalysisDocument {

    private static final Pattern ID = Pattern.compile("(?:^|[/\\\\_])(\\d{10,25})(?=[/\\\\_.]|$)");
    private static final List<String> IDS = List.of("video_id", "videoId", "id");
    private static final List<String> NAMES = List.of("analyser", "analyzer", "analysis_type", "prompt_type");
    private static final List<String> HOLDERS = List.of("analyses", "insights", "results", "payload");
    private static final List<String> MARKERS = List.of("first_5_seconds", "cta_window", "peak_moments");
    private static final List<String> BLOCKS = List.of("CoreMetrics", "Dynamics", "Interactions", "KeyEvents",
            "Patterns", "Quality");

    private AnalysisDocument() {
    }

    /// A payload, or why there is none.
    ///
    /// @param video null where the document does not say
    /// @param analyser null as above
    record Part(@Nullable String video, @Nullable Analyser analyser, ObjectNode payload) {
    }

    /// The payloads of a document; none where it holds no analysis.
    ///
    /// @param place where it lies: the path of its file within what is imported
    static List<Part> parts(ObjectNode document, String place) {
        String video = video(document).or(() -> inPlace(place)).orElse(null);
        List<Part> parts = new ArrayList<>(named(document, video));
        for (String holder : HOLDERS) {
            if (parts.isEmpty() && document.get(holder) instanceof ObjectNode inner) {
                parts.addAll(named(inner, video));
                if (parts.isEmpty()) {
                    parts.addAll(single(inner, video, analyser(document, place)));
                }
            }
        }
        return parts.isEmpty() ? single(document, video, analyser(document, place)) : parts;
    }

    private static List<Part> named(ObjectNode document, @Nullable String video) {
        List<Part> parts = new ArrayList<>();
        for (Analyser analyser : Analyser.values()) {
            if (document.get(analyser.key()) instanceof ObjectNode payload) {
                parts.add(new Part(video, analyser, payload));
            }
        }
        return parts;
    }

    private static List<Part> single(ObjectNode document, @Nullable String video, Optional<Analyser> told) {
        ObjectNode opened = Nodes.opened(document);
        Optional<Analyser> analyser = told.or(() -> byPrefix(opened)).or(() -> opened.properties().stream()
                .filter(part -> part.getValue() instanceof ObjectNode)
                .map(part -> byPrefix((ObjectNode) part.getValue())).flatMap(Optional::stream).findFirst());
        boolean analysis = analyser.isPresent() || BLOCKS.stream().anyMatch(document::has);
        return analysis ? List.of(new Part(video, analyser.orElse(null), opened)) : List.of();
    }

    private static Optional<String> video(ObjectNode document) {
        for (String name : IDS) {
            JsonNode id = document.get(name);
            if (id != null && (id.isString() || id.isIntegralNumber())) {
                return Optional.of(id.asString().strip()).filter(text -> !text.isEmpty());
            }
        }
        JsonNode nested = document.at("/metadata/video_id");
        return nested.isString() || nested.isIntegralNumber() ? Optional.of(nested.asString()) : Optional.empty();
    }

    private static Optional<String> inPlace(String place) {
        Matcher id = ID.matcher(place);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    private static Optional<Analyser> analyser(ObjectNode document, String place) {
        for (String name : NAMES) {
            JsonNode told = document.get(name);
            if (told != null && told.isString()) {
                return Analyser.find(told.stringValue());
            }
        }
        return byPrefix(document)
                .or(() -> Arrays.stream(Analyser.values()).filter(one -> place.contains(one.key())).findFirst());
    }

    private static Optional<Analyser> byPrefix(ObjectNode document) {
        if (MARKERS.stream().anyMatch(document::has)) {
            return Optional.of(Analyser.TEMPORAL_MARKERS);
        }
        return Arrays.stream(Analyser.values()).filter(analyser -> analyser.prefixes().stream()
                .anyMatch(prefix -> BLOCKS.stream().anyMatch(block -> document.has(prefix + block)))).findFirst();
    }
}
