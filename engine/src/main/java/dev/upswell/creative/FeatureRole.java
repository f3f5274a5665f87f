package dev.upswell.creative;

/// What a creative feature may be used for: its leak class.
public enum FeatureRole {
    /// Somebody who makes a video decides on it, so a pattern may be about it.
    CHOICE("creative choice"),
    /// Known before anybody watches, but no choice of this video's making: it may explain, and no pattern is about it.
    CONTEXT("context"),
    /// What viewers did, or a figure computed from that: never among the predictors.
    OUTCOME("outcome");

    private final String label;

    FeatureRole(String label) {
        this.label = label;
    }

    /// Its name on pages.
    public String label() {
        return label;
    }
}
