package dev.upswell.server.ask.answer;

import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The time that a question is about, from an instant to another, neither after the present.
record Span(Instant from, Instant to) {

    /// Where it names none, the last day.
    private static final int DAY = 24;

    static Span of(Understanding asked, Instant now) {
        LocalDate on = asked.first(Slot.On.class).map(Slot.On::day).orElse(null);
        if (on != null) {
            return new Span(start(on), earlier(start(on.plusDays(1)), now));
        }
        Slot.Period period = asked.first(Slot.Period.class).orElse(null);
        if (period != null) {
            LocalDate to = period.to();
            return new Span(start(period.from()), to == null ? now : earlier(start(to.plusDays(1)), now));
        }
        return new Span(now.minus(Duration.ofHours(asked.hours().orElse(DAY))), now);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
