package dev.upswell.server.agent;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// At which instants a job is due: its slots. They follow from the rule alone, so that every server reckons the same ones; all
/// times are UTC.
public sealed interface Rule {

    /// The last slot at or before this instant.
    Instant last(Instant at);

    /// The first slot after this instant.
    Instant next(Instant at);

    /// The usual time between two slots.
    Duration period();

    /// How people write it, as [#of] reads it.
    String text();

    /// Every so often, counted from 1970 on, so that `15m` falls on the quarters of the hour.
    record Every(Duration period) implements Rule {

        private static final Duration SHORTEST = Duration.ofSeconds(10);
        private static final Duration LONGEST = Duration.ofDays(366);

        public Every {
            if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0 || period.toSeconds() % 10 != 0) {
                throw new IllegalArgumentException("period (" + Rule.written(period)
                        + ") must be of tens of seconds, from 10s to 366d\nMaybe write 30s, 15m, 4h or 30d.");
            }
        }

        @Override
        public Instant last(Instant at) {
            return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), period.toSeconds()) * period.toSeconds());
        }

        @Override
        public Instant next(Instant at) {
            return last(at).plus(period);
        }

        @Override
        public String text() {
            return Rule.written(period);
        }
    }

    /// On some days of the week, or all, at a time of day.
    record OnDays(Set<DayOfWeek> days, LocalTime time) implements Rule {

        public OnDays {
            if (days.isEmpty()) {
                throw new IllegalArgumentException(
                        "days (none) must be at least one\nMaybe write daily 02:00 or mon 04:00.");
            }
            days = Set.copyOf(days);
        }

        @Override
        public Instant last(Instant at) {
            LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
            while (!days.contains(day.getDayOfWeek()) || on(day).isAfter(at)) {
                day = day.minusDays(1);
            }
            return on(day);
        }

        @Override
        public Instant next(Instant at) {
            LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
            while (!days.contains(day.getDayOfWeek()) || !on(day).isAfter(at)) {
                day = day.plusDays(1);
            }
            return on(day);
        }

        private Instant on(LocalDate day) {
            return day.atTime(time).toInstant(ZoneOffset.UTC);
        }

        @Override
        public Duration period() {
            return Duration.ofHours(24 * 7 / days.size());
        }

        @Override
        public String text() {
            String when = days.size() == 7
                    ? "daily"
                    : Arrays.stream(DayOfWeek.values()).filter(days::contains).map(Rule::shortened)
                            .collect(Collectors.joining(","));
            return when + " " + time;
        }
    }

    /// Every so often.
    static Rule every(Duration period) {
        return new Every(period);
    }

    /// Each day at this time.
    static Rule daily(int hour, int minute) {
        return new OnDays(EnumSet.allOf(DayOfWeek.class), LocalTime.of(hour, minute));
    }

    /// On these days at this time.
    static Rule on(Collection<DayOfWeek> days, int hour, int minute) {
        return new OnDays(Set.copyOf(days), LocalTime.of(hour, minute));
    }

    /// The rule that a person wrote: `30s`, `15m`, `4h`, `30d`, `daily 02:00`, `mon 04:00` or `tue,fri 05:00`.
    ///
    /// **errors** `IllegalArgumentException` whose second line says what can be written.
    static Rule of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^every +", "");
        Matcher period = Pattern.compile("(\\d{1,6})(s|m|h|d)").matcher(plain);
        if (period.matches()) {
            long number = Long.parseLong(period.group(1));
            return new Every(switch (period.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            });
        }
        Matcher days = Pattern.compile("(daily|[a-z]{3}(?:, *[a-z]{3})*) +([01]\\d|2[0-3]):([0-5]\\d)").matcher(plain);
        if (days.matches()) {
            return on(days.group(1).equals("daily")
                    ? List.of(DayOfWeek.values())
                    : Arrays.stream(days.group(1).split(", *")).map(day -> day(day, text)).toList(),
                    Integer.parseInt(days.group(2)), Integer.parseInt(days.group(3)));
        }
        throw unreadable(text);
    }

    private static DayOfWeek day(String name, String text) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> shortened(day).equals(name)).findFirst()
                .orElseThrow(() -> unreadable(text));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("cadence (" + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                + ") must be a period, or days and a time in UTC\nWrite it like 30s, 15m, 4h, 30d, daily 02:00, mon 04:00 or tue,fri 05:00.");
    }

    private static String shortened(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String written(Duration period) {
        if (period.toSeconds() % 60 != 0) {
            return period.toSeconds() + "s";
        }
        if (period.toMinutes() % (24 * 60) == 0 && !period.isZero()) {
            return period.toDays() + "d";
        }
        return period.toMinutes() % 60 == 0 && !period.isZero() ? period.toHours() + "h" : period.toMinutes() + "m";
    }
}
