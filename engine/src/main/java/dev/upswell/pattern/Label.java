package dev.upswell.pattern;

/// How much stands behind a pattern.
///
/// Only what videos that did not choose it confirm bears a label; false discoveries among all that is labelled in an analysis are
/// held at 5 %.
public enum Label {
    /// Confirmed, and at least four of five points: difference of tiers, frequency, p, several buckets, lift.
    STRONG_EVIDENCE,
    /// Confirmed, and two or three points.
    MODERATE_EVIDENCE,
    /// Confirmed, with fewer points.
    EMERGING_PATTERN,
    /// Suggested by some videos, not confirmed by the others.
    NOT_CONFIRMED;

    /// Whether it may be shown as something found.
    public boolean confirmed() {
        return this != NOT_CONFIRMED;
    }
}
