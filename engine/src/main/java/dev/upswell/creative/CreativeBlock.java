package dev.upswell.creative;

import java.util.Locale;

/// One of the seven groups of features.
public enum CreativeBlock {
    /// How much happens when.
    DENSITY("creative density", 89),
    /// Text and stickers laid over the picture.
    OVERLAY("visual overlay", 76),
    /// Emotions and their course.
    EMOTION("emotional journey", 67),
    /// How people are framed.
    FRAMING("person framing", 52),
    /// Scenes and cuts.
    PACING("scene pacing", 48),
    /// What is said, and how fast.
    SPEECH("speech", 40),
    /// Caption, hashtags, time of posting and what came of it.
    METADATA("metadata", 60);

    private final String label;
    private final int size;

    CreativeBlock(String label, int size) {
        this.label = label;
        this.size = size;
    }

    /// Its name on pages.
    public String label() {
        return label;
    }

    /// How many features it has.
    public int size() {
        return size;
    }

    /// What the names of its features begin with, for example `density_`.
    public String prefix() {
        return name().toLowerCase(Locale.ROOT) + "_";
    }
}
