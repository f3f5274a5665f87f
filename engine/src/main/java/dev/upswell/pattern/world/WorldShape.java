package dev.upswell.pattern.world;

/// What kind of world of videos is made.
///
/// @param buckets how many lengths of video, 1 to 5
/// @param videos how many of each length
/// @param effects how many choices matter in each bucket; 0 for a world in which nothing does
/// @param effect by how much, in standard deviations of log engagement
public record WorldShape(int buckets, int videos, int effects, double effect) {

    /// A bucket in which nothing matters.
    public static WorldShape still(int videos) {
        return new WorldShape(1, videos, 0, 0);
    }
}
