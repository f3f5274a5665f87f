package dev.upswell.server.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// What a key has used of a day's allowance, from 00:00 UTC on.
final class Quota {

    private long perDay;
    private final InstantSource clock;
    private final Map<LocalDate, Long> used = new TreeMap<>();

    Quota(long perDay, InstantSource clock) {
        this.perDay = perDay;
        this.clock = clock;
    }

    /// Takes this much of today's; false, and nothing is taken, when less is left.
    synchronized boolean take(long units) {
        LocalDate today = day(clock.instant());
        long after = used.getOrDefault(today, 0L) + units;
        if (after > perDay) {
            return false;
        }
        used.put(today, after);
        return true;
    }

    /// Allows so much a day from now on, today included.
    synchronized void allow(long units) {
        perDay = units;
    }

    synchronized long used(LocalDate day) {
        return used.getOrDefault(day, 0L);
    }

    /// Seconds since the allowance was renewed.
    int secondOfDay() {
        return LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC).toSecondOfDay();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
