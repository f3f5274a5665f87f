package dev.upswell.trend.rank;

import org.jspecify.annotations.Nullable;

/// Why an entity's growth may be bought: a spike of views that came from few creators or with hardly any engagement.
///
/// A hint and no proof: an honest hit by a single creator looks alike.
///
/// @param sigmas by how many robust standard deviations the views gained exceed the usual; above 6
/// @param usualViews median of the views gained in the entity's own windows of the trailing week
/// @param creatorDispersion where it is below 0.3; else `null`, also where it is not known
/// @param engagementShare engagement rate over the median rate at that end, where it is below 0.2; else `null`, also where
///     it is not known
public record PossibleBoost(double sigmas, double usualViews, @Nullable Double creatorDispersion,
        @Nullable Double engagementShare) {

    public PossibleBoost {
        if (creatorDispersion == null && engagementShare == null) {
            throw new IllegalArgumentException("boost (" + sigmas
                    + " sigmas) needs a sign beside the spike\nMaybe it is growth like any other.");
        }
    }
}
