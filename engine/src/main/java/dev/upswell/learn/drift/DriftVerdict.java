package dev.upswell.learn.drift;

/// What a comparison with the training rows comes to, mildest first but for the last.
public enum DriftVerdict {
    /// No change that is both beyond chance and large enough to matter.
    STABLE,
    /// A change beyond chance that is worth a look and not yet a retraining.
    WATCH,
    /// A change beyond chance that is large: the model sees what it was not trained on.
    DRIFTED,
    /// Too little was seen to tell.
    UNTESTED;

    /// The graver of the two; what was tested outweighs what was not.
    DriftVerdict or(DriftVerdict other) {
        if (this == UNTESTED) {
            return other;
        }
        return other == UNTESTED || other.ordinal() < ordinal() ? this : other;
    }
}
