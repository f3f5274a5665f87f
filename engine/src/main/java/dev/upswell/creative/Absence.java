package dev.upswell.creative;

/// Why a feature of a video has no value.
public enum Absence {
    /// The analyser did not run on this video, or failed.
    NOT_ANALYSED("the analyser did not run"),
    /// This generation of the analyser does not tell it.
    NOT_IN_GENERATION("this generation of the analyser does not tell it"),
    /// This generation writes the same constant for every video, so that nothing is to be learnt from it.
    CONSTANT("this generation writes a constant"),
    /// The analyser itself gives its block a confidence of 0: such blocks hold invented examples.
    NO_CONFIDENCE("the analyser has no confidence in it"),
    /// The field is not in the payload.
    NOT_TOLD("the payload does not have it"),
    /// The payload says that it was not measured.
    NOT_MEASURED("the payload says that it was not measured"),
    /// There is no such thing in the video, so that its time or size has no value.
    DOES_NOT_OCCUR("there is no such thing in the video"),
    /// It describes a window that a video of this length does not have.
    OUTSIDE_VIDEO("a video of this length has no such window"),
    /// It needs the length of the video, which nobody tells.
    LENGTH_UNKNOWN("the length of the video is unknown"),
    /// What the payload says is not a value that the feature can have.
    UNUSABLE("the payload's value cannot be right");

    private final String reason;

    Absence(String reason) {
        this.reason = reason;
    }

    /// Its words on pages.
    public String reason() {
        return reason;
    }
}
