package dev.upswell.server.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/// Hours of each day in which a channel is left alone.
///
/// They are one stretch of time, also in nights in which clocks are changed: where their beginning or end is skipped they begin or end at
/// the change, and where it comes twice they begin at the first and end at the second.
///
/// @param from when they begin, by the clock of the zone
/// @param until when they end, on the next day where that is earlier
/// @param urgentPasses whether urgent alerts go out all the same
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone, boolean urgentPasses) {

    public QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours (" + from + " to " + until
                    + ") must end at another time than they begin\nGive for example 22:00 and 07:00.");
        }
    }

    /// Quiet hours as people type them.
    ///
    /// @param from such as 22:00
    /// @param zone such as Europe/Berlin
    ///
    /// **errors** `IllegalArgumentException` of two lines when they cannot be read.
    public static QuietHours of(String from, String until, String zone, boolean urgentPasses) {
        try {
            return new QuietHours(LocalTime.parse(from.strip()), LocalTime.parse(until.strip()),
                    ZoneId.of(zone.strip()), urgentPasses);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("time (" + unreadable.getParsedString()
                    + ") must be hours and minutes\nWrite for example 22:00.", unreadable);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("time zone (" + zone
                    + ") must be one that is known\nWrite for example Europe/Berlin or Asia/Jakarta.", unknown);
        }
    }

    /// Whether the channel is to be left alone then.
    public boolean areOn(Instant at) {
        return end(at).isPresent();
    }

    /// When the quiet hours end in which the instant lies; empty when it lies in none.
    public Optional<Instant> end(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            Instant begun = instant(day.atTime(from), true);
            Instant ended = instant((from.isBefore(until) ? day : day.plusDays(1)).atTime(until), false);
            if (!at.isBefore(begun) && at.isBefore(ended)) {
                return Optional.of(ended);
            }
        }
        return Optional.empty();
    }

    /// When the clock of the zone shows this.
    ///
    /// @param first of two times that it does; where it never does, the change of clocks is meant
    private Instant instant(LocalDateTime shown, boolean first) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition change = zone.getRules().getTransition(shown);
            return change.getInstant();
        }
        return shown.toInstant(first ? offsets.getFirst() : offsets.getLast());
    }
}
