package dev.upswell.pattern;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureRole;
import java.util.Optional;

/// Something that a maker of a video can do or leave: a feature, a threshold, and which side of it.
///
/// @param feature a creative choice; flags and categories have a threshold of 0.5
/// @param side which side of the threshold is meant
public record Choice(CreativeFeature feature, Side side, double threshold) {

    /// Sides of a threshold.
    public enum Side {
        /// More than the threshold; for flags and categories: it holds.
        ABOVE,
        /// The threshold at most; for flags and categories: it does not hold.
        AT_MOST;

        /// The other side.
        public Side opposite() {
            return this == ABOVE ? AT_MOST : ABOVE;
        }
    }

    public Choice {
        if (feature.role() != FeatureRole.CHOICE) {
            throw new IllegalArgumentException("choice (" + feature.name()
                    + ") must be made by who makes the video\nMaybe it is context or an outcome.");
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException(
                    "threshold (" + threshold + ") of " + feature.name() + " must be a number");
        }
    }

    /// Whether this video does so; empty where the feature has no value.
    public Optional<Boolean> madeIn(CreativeVector video) {
        var value = video.find(feature);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(value.getAsDouble() > threshold == (side == Side.ABOVE));
    }
}
