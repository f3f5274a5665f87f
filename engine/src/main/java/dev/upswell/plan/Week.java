package dev.upswell.plan;

import dev.upswell.fyp.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// A week from Monday on by the clocks of a time zone: of 168 hours, of one less or more where clocks change.
public record Week(LocalDate monday, ZoneId zone) {

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("monday (" + monday + ") must be a Monday\nMaybe use Week.after.");
        }
    }

    /// An hour of a week.
    ///
    /// @param at when it begins
    public record Hour(Instant at, Slot slot) {
    }

    /// The week after that of an instant.
    public static Week after(Instant now, ZoneId zone) {
        return new Week(LocalDate.ofInstant(now, zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
    }

    /// The hours of its clocks in order of time. An hour that clocks leave out is not among them, one that they show twice stands
    /// for its first time.
    public List<Hour> hours() {
        List<Hour> hours = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            for (int hour = 0; hour < 24; hour++) {
                LocalDateTime local = monday.plusDays(day).atTime(hour, 0);
                if (!zone.getRules().getValidOffsets(local).isEmpty()) {
                    hours.add(new Hour(local.atZone(zone).withEarlierOffsetAtOverlap().toInstant(),
                            new Slot(local.getDayOfWeek(), hour)));
                }
            }
        }
        return hours;
    }

    /// When it begins.
    public Instant begin() {
        return monday.atStartOfDay(zone).toInstant();
    }

    /// When the next one begins.
    public Instant end() {
        return monday.plusDays(7).atStartOfDay(zone).toInstant();
    }

    /// Whether an instant lies in it.
    public boolean contains(Instant at) {
        return !at.isBefore(begin()) && at.isBefore(end());
    }
}
