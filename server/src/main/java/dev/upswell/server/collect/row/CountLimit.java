package dev.upswell.server.collect.row;

/// The largest count that is still believed, a factor of ten and more above anything seen on TikTok.
public enum CountLimit {
    /// Views of everything under a hashtag or sound: the largest hashtag has about 10^14.
    TOPIC(1_000_000_000_000_000L),
    /// Views or likes of a video, and likes of a creator.
    REACTIONS(1_000_000_000_000L),
    /// Posts of anyone or anything, comments, shares, saves.
    ITEMS(1_000_000_000_000L),
    /// Followers: there are about 10^10 people.
    PEOPLE(10_000_000_000L);

    private final long limit;

    CountLimit(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
