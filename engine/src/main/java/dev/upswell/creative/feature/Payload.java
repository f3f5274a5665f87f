package dev.upswell.creative.feature;

import dev.upswell.creative.Analyser;
import dev.upswell.creative.Generation;
import dev.upswell.creative.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An analyser's payload with its blocks under their plain names.
///
/// @param generation who wrote it, as far as it shows that itself
record Payload(Node.Fields blocks, Optional<Generation> generation) {

    private static final List<String> BLOCKS = List.of("CoreMetrics", "Dynamics", "Interactions", "KeyEvents",
            "Patterns",
            "Quality");

    private static final List<String> ENVELOPES = List.of("parsed_response", "result", "response");

    /// Fields that only one generation writes.
    private static final Map<Analyser, Map<String, Generation>> MARKS = Map.of(
            Analyser.VISUAL_OVERLAY, Map.of("CoreMetrics.uniqueTexts", Generation.FIRST,
                    "CoreMetrics.timeToFirstText", Generation.FIRST, "CoreMetrics.totalOverlays", Generation.SECOND,
                    "CoreMetrics.timeToFirstOverlay", Generation.SECOND),
            Analyser.EMOTIONAL_JOURNEY, Map.of("KeyEvents.climaxMoment.emotion", Generation.FIRST,
                    "KeyEvents.resolutionMoment.emotion", Generation.FIRST),
            Analyser.PERSON_FRAMING, Map.of("CoreMetrics.personPresenceRate", Generation.FIRST,
                    "CoreMetrics.averageFaceSize", Generation.SECOND, "CoreMetrics.primarySubject", Generation.SECOND,
                    "face_screen_time_ratio", Generation.SECOND, "framing_progression", Generation.SECOND),
            Analyser.SCENE_PACING, Map.of("CoreMetrics.sceneChangeRate", Generation.FIRST,
                    "CoreMetrics.avgSceneDuration", Generation.FIRST, "CoreMetrics.scenesPerMinute", Generation.SECOND,
                    "CoreMetrics.averageSceneDuration", Generation.SECOND),
            Analyser.SPEECH, Map.of("CoreMetrics.totalSpeechSegments", Generation.FIRST,
                    "CoreMetrics.speechDuration", Generation.FIRST, "CoreMetrics.totalWords", Generation.SECOND,
                    "CoreMetrics.speechDensity", Generation.SECOND),
            Analyser.METADATA, Map.of("CoreMetrics.likeCount", Generation.FIRST, "CoreMetrics.publishHour",
                    Generation.FIRST, "Interactions.likeCount", Generation.SECOND, "Dynamics.publishHour",
                    Generation.SECOND));

    /// The payload in this form; empty where it says that the analyser failed.
    static Optional<Payload> of(Analyser analyser, Node.Fields written) {
        if (says(written, "success", "false") || failed(written)
                || written.parts().get("metadata") instanceof Node.Fields markers && failed(markers)) {
            return Optional.empty();
        }
        for (String envelope : ENVELOPES) {
            if (written.parts().get(envelope) instanceof Node.Fields inner) {
                Payload plain = plain(analyser, inner);
                return Optional.of(new Payload(plain.blocks, ofEnvelope(written).or(() -> plain.generation)));
            }
        }
        return ENVELOPES.stream().anyMatch(written.parts()::containsKey)
                ? Optional.empty()
                : Optional.of(plain(analyser, written));
    }

    private static boolean failed(Node.Fields fields) {
        return fields.parts().get("error") instanceof Node.Text(String error) && !error.isBlank();
    }

    private static boolean says(Node.Fields fields, String name, String value) {
        return Nodes.at(fields, List.of(name)).flatMap(Nodes::word).filter(value::equals).isPresent();
    }

    private static Optional<Generation> ofEnvelope(Node.Fields envelope) {
        if (says(envelope, "source", "python_precompute") || says(envelope, "processing_mode", "python_only")) {
            return Optional.of(Generation.SECOND);
        }
        return envelope.parts().containsKey("prompt_type") ? Optional.of(Generation.FIRST) : Optional.empty();
    }

    private static Payload plain(Analyser analyser, Node.Fields written) {
        Map<String, Node> plain = new LinkedHashMap<>();
        Optional<Generation> generation = Optional.empty();
        for (Map.Entry<String, Node> part : written.parts().entrySet()) {
            String name = part.getKey();
            for (String prefix : analyser.prefixes()) {
                if (name.startsWith(prefix) && BLOCKS.contains(name.substring(prefix.length()))) {
                    name = name.substring(prefix.length());
                    if (analyser == Analyser.VISUAL_OVERLAY) {
                        generation = Optional.of(prefix.equals("overlays") ? Generation.FIRST : Generation.SECOND);
                    }
                }
            }
            plain.putIfAbsent(name, part.getValue());
        }
        Node.Fields blocks = new Node.Fields(plain);
        return new Payload(blocks, generation.or(() -> shown(analyser, blocks)));
    }

    private static Optional<Generation> shown(Analyser analyser, Node.Fields blocks) {
        if (analyser == Analyser.CREATIVE_DENSITY && Nodes.at(blocks, Place.path("Patterns.mlTags"))
                .filter(tags -> tags instanceof Node.Items(var tagged)
                        && tagged.contains(new Node.Text("density_computed")))
                .isPresent()) {
            return Optional.of(Generation.SECOND);
        }
        if (analyser == Analyser.EMOTIONAL_JOURNEY && Nodes.at(blocks, Place.path("KeyEvents.climaxMoment"))
                .filter(climax -> climax instanceof Node.Text || climax instanceof Node.Nothing).isPresent()) {
            return Optional.of(Generation.SECOND);
        }
        return MARKS.getOrDefault(analyser, Map.of()).entrySet().stream()
                .filter(mark -> Nodes.at(blocks, Place.path(mark.getKey())).isPresent()).map(Map.Entry::getValue)
                .sorted().findFirst();
    }
}
