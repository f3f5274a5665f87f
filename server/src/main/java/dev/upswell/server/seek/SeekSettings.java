package dev.upswell.server.seek;

import java.time.Duration;

/// How live sources are asked for lists.
///
/// @param always whether they are where nobody says
/// @param source which one; empty for the first that has a key
/// @param queries how many of a profile's are put at most
/// @param videos how many of an answer count at most
/// @param share percent of what is left of a day's or a month's budget that a list may spend at most, 1 to 100
/// @param fresh how long an answer serves
/// @param patience how long a list waits for answers
public record SeekSettings(boolean always, String source, int queries, int videos, int share, Duration fresh,
        Duration patience) {

    /// So many videos of each answer count at most.
    public static final int VIDEOS = 20;
}
