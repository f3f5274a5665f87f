package dev.upswell.content;

import java.util.Locale;

/// The kinds of things whose counters Upswell watches.
public enum EntityKind {
    HASHTAG,
    SOUND,
    VIDEO,
    CREATOR;

    /// The lower-case word for this kind, as files, URLs and the command line write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this label.
    ///
    /// **errors** `IllegalArgumentException` naming the legal labels when there is none.
    public static EntityKind of(String label) {
        for (EntityKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "kind (" + label + ") must be one of hashtag, sound, video, creator\nMaybe check the spelling.");
    }
}
