package dev.upswell.grounding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// A date or time as a sentence writes it.
///
/// @param start where it begins in its clause
/// @param end where it ends
/// @param dated whether it names a day of a month
/// @param telling what it says of a time
/// @param zone in which it is told
record Moment(int start, int end, boolean dated, Telling telling, ZoneOffset zone) {

    private static final int MINUTES_OF_WEEK = 10_080;

    /// A moment in UTC.
    Moment(int start, int end, boolean dated, Telling telling) {
        this(start, end, dated, telling, ZoneOffset.UTC);
    }

    /// What is said of a time.
    @FunctionalInterface
    interface Telling {

        /// Whether it is said truly of this time, when it is that day.
        boolean tells(ZonedDateTime at, LocalDate today);
    }

    /// The same words, told in this zone.
    Moment in(ZoneOffset other) {
        return new Moment(start, end, dated, telling, other);
    }

    /// Whether what the fact is of is such a time in every week, as in `Friday 18:00 WIB`, and is told truly by it.
    boolean isOf(Fact fact, Instant asOf) {
        List<Moment> own = weekly(fact);
        if (own.isEmpty()) {
            return false;
        }
        Instant first = asOf.truncatedTo(ChronoUnit.HOURS);
        List<Instant> meant = IntStream.range(0, MINUTES_OF_WEEK).mapToObj(minute -> first.plusSeconds(60L * minute))
                .filter(at -> own.stream().allMatch(moment -> moment.tells(at, asOf))).toList();
        return !meant.isEmpty() && meant.stream().allMatch(at -> tells(at, asOf));
    }

    /// Whether what the fact is of is a time in every week.
    static boolean isWeekly(Fact fact) {
        return !weekly(fact).isEmpty();
    }

    private static List<Moment> weekly(Fact fact) {
        List<Moment> own = fact.of() == null ? List.of() : DateReading.of(fact.of());
        return own.stream().anyMatch(Moment::dated) ? List.of() : own;
    }

    /// Whether an instant is told truly by it.
    boolean tells(Instant instant, Instant asOf) {
        return telling.tells(instant.atZone(zone), asOf.atZone(zone).toLocalDate());
    }
}
