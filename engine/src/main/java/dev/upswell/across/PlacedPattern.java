package dev.upswell.across;

import dev.upswell.across.Hierarchy.Outcome;
import dev.upswell.across.Hierarchy.Place;
import dev.upswell.across.Hierarchy.Placement;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pattern that was confirmed in one hashtag at least, what other hashtags say of it, and the levels at which it holds.
///
/// @param good true for a pattern, false for an anti-pattern
/// @param found where it was confirmed most surely, with its threshold
/// @param others the same choice with the same threshold elsewhere
/// @param placement by all of these together
public record PlacedPattern(DurationBucket bucket, Choice choice, boolean good, Evidence found, List<Evidence> others,
        Placement placement) {

    public PlacedPattern {
        others = List.copyOf(others);
    }

    /// What one hashtag says.
    ///
    /// @param outcome null where fewer than three creators do so, or do not, among videos that no other hashtag has spoken for
    /// @param difference of engagement; null as above, and where it was found
    /// @param q one-sided p-value in the pattern's direction, adjusted for all trials of the bucket; null as the difference
    public record Evidence(Place place, String client, String hashtag, @Nullable Outcome outcome,
            @Nullable Difference difference, @Nullable Double q) {
    }

    /// Hashtags where videos are too few to tell.
    public long untold() {
        return others.stream().filter(one -> one.outcome() == null).count();
    }
}
