package dev.upswell.brief;

import dev.upswell.creative.CreativeFeature;
import java.util.Locale;
import java.util.regex.Pattern;

/// One of ten questions that the choices of a video answer, and how its answer is laid out.
///
/// A choice may belong to several; every one belongs to at least one besides [#VIRAL_REPLICATION], which joins all.
public enum StrategyKind {
    /// What holds viewers in the first seconds.
    HOOK(Format.RECIPE, ".*_(opening|first)_.*|.*_curve_(opening|window_1)|.*front_loaded|.*_strong_opening|.*hook.*"),
    /// What moves them to act at the end.
    CALL_TO_ACTION(Format.RECIPE, ".*(call|cta|closing).*|.*back_loaded|emotion_resolution_at"),
    /// How fast pictures, texts and words follow each other.
    PACING(Format.PATTERN, "pacing_.*|speech_(curve_.*|words_per_minute|pause.*|bursts.*)"
            + "|density_(is_rhythmic|is_consistent|is_crescendo|progression_.*|acceleration_.*|transition.*|scene.*|shifts)"
            + "|overlay_(rhythm|acceleration_.*|uses_rhythmic_timing|uses_dynamic_pacing|per_minute)"),
    /// How people, objects, text and movement go together in the picture.
    VISUAL_COORDINATION(Format.ELEMENT,
            "framing_.*|density_(pair_.*|coordination|multimodal_peaks|.*elements|class_.*|load_.*)"
                    + "|overlay_(.*sync|coherence|moments_with_.*|reinforcements|complexity|uses_multimodal_reinforcement)"),
    /// Which feelings come when.
    EMOTIONAL_JOURNEY(Format.NARRATIVE, "emotion_.*|speech_energy_variance"),
    /// Text and stickers over the picture.
    TEXT_OVERLAYS(Format.PATTERN, "overlay_.*|density_(text|sticker)_elements|density_pair_text_.*"),
    /// Caption, hashtags and what they join in.
    TREND_JACKING(Format.COMPARATIVE, "metadata_.*"),
    /// How long videos are; rests on figures of buckets, not on choices.
    DURATION_TACTICS(Format.COMPARATIVE, "(?!)"),
    /// What makes viewers stay, and answer.
    ENGAGEMENT_ACCELERATION(Format.PATTERN,
            "density_.*|speech_.*|metadata_(calls_to_(comment|like|share)|has_question|.*_hooks|is_urgent)"),
    /// All that is confirmed, as one recipe to film again.
    VIRAL_REPLICATION(Format.RECIPE, ".*");

    /// How a strategy is laid out.
    public enum Format {
        /// Steps in the order of the video.
        RECIPE,
        /// Patterns with how often the best and the middle show them.
        PATTERN,
        /// Those that do so beside those that do not.
        COMPARATIVE,
        /// Element by element.
        ELEMENT,
        /// A course with beginning, middle and end.
        NARRATIVE
    }

    private final Format format;
    private final Pattern features;

    StrategyKind(Format format, String features) {
        this.format = format;
        this.features = Pattern.compile(features);
    }

    /// How its answer is laid out.
    public Format format() {
        return format;
    }

    /// Whether a choice about this feature belongs to it.
    public boolean covers(CreativeFeature feature) {
        return features.matcher(feature.name()).matches();
    }

    /// For example `text_overlays`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
