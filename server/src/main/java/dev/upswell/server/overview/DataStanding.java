package dev.upswell.server.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the data stand.
///
/// @param sources how many ever gave something
/// @param lastReading when the newest reading was taken; null before the first
/// @param stale sources that are asked live and are older than they may be, by name
/// @param quarantined rows that could not be read and wait
/// @param alerts how many that nobody has said to have seen
public record DataStanding(int sources, @Nullable Instant lastReading, List<String> stale, long quarantined,
        int alerts) {

    public DataStanding {
        stale = List.copyOf(stale);
    }
}
