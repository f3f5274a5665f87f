package dev.upswell.trial;

import dev.upswell.creative.CreativeVector;
import dev.upswell.pattern.Choice;
import java.util.Locale;
import java.util.Optional;

/// Whether a delivered video does what the pattern says, whatever was asked for.
public enum Made {
    /// It does so.
    DONE,
    /// It does not.
    NOT_DONE,
    /// The video was not analysed, or the analysis has no value for it.
    UNKNOWN;

    /// What the features of a video say; unknown while there are none.
    public static Made of(Choice choice, Optional<CreativeVector> features) {
        return features.flatMap(choice::madeIn).map(done -> done ? DONE : NOT_DONE).orElse(UNKNOWN);
    }

    /// Whether it did as asked; empty where that is unknown.
    public Optional<Boolean> asAsked(Arm arm) {
        return this == UNKNOWN ? Optional.empty() : Optional.of((this == DONE) == (arm == Arm.TEST));
    }

    /// The word for it in files, requests and tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
