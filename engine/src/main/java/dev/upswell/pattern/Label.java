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

    /// Adjusted p-values below it are confirmed.
    public static final double LEVEL = .05;

    /// The label of an adjusted p-value and of 0 to 5 points.
    static Label of(double q, int points) {
        if (q >= LEVEL) {
            return NOT_CONFIRMED;
        }
        return points >= 4 ? STRONG_EVIDENCE : points >= 2 ? MODERATE_EVIDENCE : EMERGING_PATTERN;
    }

    /// Whether it may be shown as something found.
    public boolean confirmed() {
        return this != NOT_CONFIRMED;
    }
}
