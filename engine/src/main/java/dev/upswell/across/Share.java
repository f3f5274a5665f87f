package dev.upswell.across;

import dev.upswell.learn.Interval;
import org.jspecify.annotations.Nullable;

/// A part of a handle's videos.
///
/// @param name of the part, for example `15–30 s` or `3 hashtags`
/// @param videos how many there are
/// @param share of all, 0 to 1
/// @param engagementRate their mean, a fraction
/// @param interval 95 % interval of that; null with fewer than three videos
public record Share(String name, int videos, double share, double engagementRate, @Nullable Interval interval) {
}
