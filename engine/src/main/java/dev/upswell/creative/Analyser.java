package dev.upswell.creative;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One of the analysers that look at a video, each with a payload of its own.
public enum Analyser {
    /// What is in the picture when, and how much of it.
    CREATIVE_DENSITY("creative_density", "density"),
    /// Text and stickers laid over the picture.
    VISUAL_OVERLAY("visual_overlay_analysis", "visualOverlay", "overlays"),
    /// Emotions and how they follow each other.
    EMOTIONAL_JOURNEY("emotional_journey", "emotional"),
    /// How close the camera is to people.
    PERSON_FRAMING("person_framing", "personFraming", "framing"),
    /// Scenes and cuts.
    SCENE_PACING("scene_pacing", "scenePacing"),
    /// Speech and pauses.
    SPEECH("speech_analysis", "speech"),
    /// Caption, hashtags, time of posting, and the counts of the day.
    METADATA("metadata_analysis", "metadata"),
    /// The first 5 seconds and the last 15 % of the video in detail; without blocks.
    TEMPORAL_MARKERS("temporal_markers");

    private final String key;
    private final List<String> prefixes;

    Analyser(String key, String... prefixes) {
        this.key = key;
        this.prefixes = List.of(prefixes);
    }

    /// Its name in payloads and files, for example `creative_density`.
    public String key() {
        return key;
    }

    /// What may stand before the names of its blocks: `density` in `densityCoreMetrics`.
    public List<String> prefixes() {
        return prefixes;
    }

    /// The analyser of this name in payloads and files.
    public static Optional<Analyser> find(String key) {
        return Arrays.stream(values()).filter(analyser -> analyser.key.equals(key)).findFirst();
    }
}
