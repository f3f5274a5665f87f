package dev.upswell.pattern.select;

import java.util.List;

/// A hashtag that often stands beside the one that was asked for.
///
/// @param hashtag in lower case without `#`
/// @param together videos with both
/// @param asked videos with the one that was asked for
/// @param all videos with this one
/// @param videos of it that do not have the one that was asked for
public record Sibling(String hashtag, long together, long asked, long all, List<Candidate> videos) {

    public Sibling {
        videos = List.copyOf(videos);
    }

    /// The same hashtag with these videos.
    public Sibling with(List<Candidate> others) {
        return new Sibling(hashtag, together, asked, all, others);
    }

    /// Videos with both over the geometric mean of those with either, 0 to 1: it is small for hashtags that stand everywhere.
    public double likeness() {
        return likeness(together, asked, all);
    }

    /// The same of bare numbers.
    public static double likeness(long together, long asked, long all) {
        return together / Math.sqrt((double) asked * all);
    }
}
