package dev.upswell.fyp;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// An hour of the week in which videos are posted; in UTC unless it is said to be of another time zone.
///
/// **range** hour 0 to 23
public record Slot(DayOfWeek day, int hour) implements Comparable<Slot> {

    public Slot {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("hour (" + hour + ") must be 0 to 23\nMaybe it was counted from 1.");
        }
    }

    /// The slot of an instant.
    public static Slot of(Instant at) {
        return of(at, ZoneOffset.UTC);
    }

    /// The slot of an instant by the clocks of a time zone.
    public static Slot of(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return new Slot(local.getDayOfWeek(), local.getHour());
    }

    @Override
    public int compareTo(Slot other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : Integer.compare(hour, other.hour);
    }
}
