package dev.upswell.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/// Writes instants and durations for people. An instant is told in the time zone of the reader's browser and names it; days, and
/// what forms take, are UTC, because windows and cuts are.
public final class Times {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final DateTimeFormatter KEPT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'",
            Locale.ENGLISH);

    private final Words words;
    private final InstantSource clock;

    public Times(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    /// How long ago this was, such as "3 h ago"; what lies ahead reads "in 3 h".
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.abs().toMinutes() < 1) {
            return words.say("time.now");
        }
        return words.say(age.isNegative() ? "time.ahead" : "time.ago", length(age.abs()));
    }

    /// The age without "ago", such as "6 minutes".
    public String age(Instant instant) {
        return length(Duration.between(instant, clock.instant()).abs());
    }

    /// The instant to the minute, such as "21 Nov 2025, 14:00 UTC"; of today and yesterday by that word.
    public String moment(Instant instant) {
        ZoneId zone = zone();
        LocalDate day = instant.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        String time = format(words.say("time.clock"), instant, zone);
        String name = format("zzz", instant, zone);
        if (day.equals(today)) {
            return words.say("time.today", time, name);
        }
        if (day.equals(today.minusDays(1))) {
            return words.say("time.yesterday", time, name);
        }
        return words.say("time.moment", format("d MMM yyyy", instant, zone), time, name);
    }

    /// The time of day by the clocks of the reader, such as "14:00".
    public String clock(Instant instant) {
        return format(words.say("time.clock"), instant, zone());
    }

    /// The time zone of the reader where the browser told it, else UTC.
    public static ZoneId zone() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext reader
                && reader.getTimeZone() != null ? reader.getTimeZone().toZoneId() : UTC;
    }

    /// The instant to the minute in English, such as "21 Nov 2025, 14:00 UTC", for sentences that are kept.
    public static String kept(Instant instant) {
        return KEPT.format(instant.atZone(ZoneOffset.UTC));
    }

    /// The day, such as "21 Nov 2025".
    public String day(LocalDate day) {
        return day(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /// The day, such as "21 Nov 2025".
    public String day(Instant instant) {
        return format("d MMM yyyy", instant, UTC);
    }

    /// The instant in ISO-8601, exact to the second.
    public String exact(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// What a date-and-time field of a form takes, in UTC.
    public String field(Instant instant) {
        return format("yyyy-MM-dd'T'HH:mm", instant, UTC);
    }

    /// A duration in its largest fitting unit, such as "15 min", "3 h" or "14 days".
    public String length(Duration duration) {
        long minutes = Math.round(duration.toSeconds() / 60.0);
        if (minutes < 90 && minutes != 60) {
            return words.say("time.minutes", minutes);
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? words.say("time.hours", hours) : words.say("time.days", Math.round(hours / 24.0));
    }

    private String format(String pattern, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, words.locale()).format(instant.atZone(zone));
    }
}
