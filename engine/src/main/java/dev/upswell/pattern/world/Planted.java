package dev.upswell.pattern.world;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import java.util.List;

/// A choice that matters in a made world.
///
/// @param good whether videos that exceed its threshold are engaged with more
/// @param made for each video of the bucket, in the order of the world, whether it exceeds the threshold, even if no analyser tells
public record Planted(DurationBucket bucket, CreativeFeature feature, boolean good, List<Boolean> made) {

    /// Whether a statement about this feature points in the right direction.
    boolean agrees(Choice choice, boolean better) {
        return choice.feature().equals(feature) && (choice.side() == Choice.Side.ABOVE == better) == good;
    }
}
