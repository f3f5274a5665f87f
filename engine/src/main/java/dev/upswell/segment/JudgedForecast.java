package dev.upswell.segment;

import java.util.Set;

/// A stated probability beside what came of it.
///
/// @param entity of whom it was stated
/// @param day number of the day on which it was stated: what happens to many on one day is one coincidence
/// @param stated 0 to 1
/// @param segments those that it belongs to, by what was known when it was stated
public record JudgedForecast(String entity, long day, double stated, boolean came, Set<Segment> segments) {

    public JudgedForecast {
        segments = Set.copyOf(segments);
        if (!(stated >= 0 && stated <= 1)) {
            throw new IllegalArgumentException("stated (" + stated + ") must be 0 to 1\nMaybe it is a percentage.");
        }
    }
}
