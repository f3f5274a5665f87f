package dev.upswell.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What is asked of a provider again and again.
///
/// @param every length of a slot; each has one sweep at most
/// @param pages how many pages a sweep asks for at most
public record Watch(UUID id, String source, Subject subject, Duration every, int pages, Instant addedAt) {

    /// The shortest slot: a fetch window, of which one reading counts.
    public static final Duration SHORTEST = Duration.ofMinutes(15);
    /// The longest slot.
    public static final Duration LONGEST = Duration.ofDays(7);
    /// The most pages of a sweep.
    public static final int MOST_PAGES = 500;

    /// How many pages it asks for in a day, at most.
    public double pagesPerDay() {
        return (double) Duration.ofDays(1).toSeconds() / every.toSeconds() * pages;
    }
}
