package dev.upswell.server.trend.page.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;

/// How long nothing may come before a page says that what it shows is old: twice the usual interval between readings, and
/// at least twelve hours.
///
/// @param longest beyond this, what is shown is old
record Patience(Duration longest) {

    private static final Duration SHORTEST = Duration.ofHours(12);

    /// The patience with entities whose sources read them at these intervals, in seconds; their median counts.
    static Patience of(LongStream cadenceSeconds) {
        long[] sorted = cadenceSeconds.sorted().toArray();
        Duration twice = sorted.length == 0
                ? Duration.ZERO
                : Duration.ofSeconds(sorted[sorted.length / 2]).multipliedBy(2);
        return new Patience(twice.compareTo(SHORTEST) > 0 ? twice : SHORTEST);
    }

    /// Whether more than this lies between the two.
    boolean isOver(Instant then, Instant now) {
        return Duration.between(then, now).compareTo(longest) > 0;
    }
}
