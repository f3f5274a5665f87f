package dev.upswell.forecast.reach;

import dev.upswell.learn.TreeSettings;

/// How reach models are trained.
///
/// @param trees of the median and of the quartiles
/// @param heldBackShare share of the videos, the latest by outcome, on which the errors are measured
/// @param leastVideos below this many videos with an outcome nothing is learnt
/// @param codeVersion which code trained, for the record
public record ReachSettings(TreeSettings trees, double heldBackShare, int leastVideos, String codeVersion) {

    public ReachSettings {
        if (!(heldBackShare > 0 && heldBackShare < 1) || leastVideos < 40) {
            throw new IllegalArgumentException("held back share and least videos (" + heldBackShare + ", " + leastVideos
                    + ") must lie between 0 and 1 and be at least 40\nMaybe use the defaults.");
        }
    }

    /// The usual settings with this seed.
    public static ReachSettings usual(long seed, String codeVersion) {
        return new ReachSettings(new TreeSettings(120, 3, 0.05, 0.8, 0.7, 30, 2, 64, 1, 0, seed), 0.25, 120,
                codeVersion);
    }
}
