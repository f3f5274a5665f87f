package dev.upswell.server.collect.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as programs write them: ISO 8601, `2025-07-02 05:03:39`, and seconds, milliseconds, microseconds or nanoseconds
/// since 1970, told apart by their size.
///
/// Text without a zone is in the zone that the caller names. **units** results are cut to microseconds, as stored.
final class WrittenTime {

    /// Seconds since 1970 stay below this until the year 5138; milliseconds are above it since 1973.
    private static final long FIRST_MILLIS = 100_000_000_000L;
    private static final long MILLIS_TO_MICROS = 1_000L;
    private static final long MICROS_OF_A_SECOND = 1_000_000L;
    private static final String NUMBER = "-?\\d{1,19}(\\.\\d{1,9})?";

    private WrittenTime() {
    }

    /// Reads a time; empty when the text is none.
    static Optional<Instant> parse(String text, ZoneOffset zone) {
        String bare = text.strip();
        try {
            if (isDateTime(bare)) {
                return Optional.of(dateTime(bare, bare.length() == 20 ? ZoneOffset.UTC : zone));
            }
            if (isDateTimeWithMillis(bare)) {
                return Optional.of(dateTime(bare, ZoneOffset.UTC).plusMillis(number(bare, 20, 23)));
            }
            return Optional.of(other(bare, zone).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Reads a time that is not a number; empty when the text is none.
    static Optional<Instant> iso(String text, ZoneOffset zone) {
        return text.strip().matches(NUMBER) ? Optional.empty() : parse(text, zone);
    }

    /// Reads seconds since 1970, with or without decimals; empty when the text is no number.
    static Optional<Instant> epochSeconds(String text) {
        return since1970(text, MICROS_OF_A_SECOND);
    }

    /// Reads milliseconds since 1970; empty when the text is no number.
    static Optional<Instant> epochMilliseconds(String text) {
        return since1970(text, MILLIS_TO_MICROS);
    }

    private static Optional<Instant> since1970(String text, long micros) {
        String bare = text.strip();
        if (!bare.matches(NUMBER)) {
            return Optional.empty();
        }
        try {
            long sum = new BigDecimal(bare).multiply(BigDecimal.valueOf(micros)).setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            return Optional.of(Instant.EPOCH.plus(sum, ChronoUnit.MICROS));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// `YYYY-MM-DD HH:MM:SS` with or without `Z`, by far the most frequent form, read without a formatter.
    private static boolean isDateTime(String text) {
        boolean zulu = text.length() == 20 && text.charAt(19) == 'Z';
        return (zulu || text.length() == 19) && beginsWithDateTime(text);
    }

    /// `YYYY-MM-DDTHH:MM:SS.mmmZ`, as providers write it.
    private static boolean isDateTimeWithMillis(String text) {
        return text.length() == 24 && text.charAt(19) == '.' && text.charAt(23) == 'Z' && isDigit(text.charAt(20))
                && isDigit(text.charAt(21)) && isDigit(text.charAt(22)) && beginsWithDateTime(text);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean beginsWithDateTime(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':'
                || text.charAt(16) != ':' || (text.charAt(10) != ' ' && text.charAt(10) != 'T')) {
            return false;
        }
        for (int i = 0; i < 19; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && i != 4 && i != 7 && i != 10 && i != 13 && i != 16) {
                return false;
            }
        }
        return true;
    }

    private static Instant dateTime(String text, ZoneOffset zone) {
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                number(text, 14, 16), number(text, 17, 19)).toInstant(zone);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant other(String text, ZoneOffset zone) {
        if (text.matches(NUMBER)) {
            return epoch(text);
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(zone);
        }
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replaceFirst(" ?UTC$", "Z");
        boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d{2}:?(\\d{2})?");
        return zoned
                ? OffsetDateTime
                        .parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replaceFirst("([+-]\\d{2})$",
                                "$1:00"))
                        .toInstant()
                : LocalDateTime.parse(iso).toInstant(zone);
    }

    private static Instant epoch(String text) {
        int point = text.indexOf('.');
        long number = Long.parseLong(point < 0 ? text : text.substring(0, point));
        long size = Math.abs(number);
        if (size < FIRST_MILLIS) {
            return Instant.ofEpochSecond(number);
        }
        if (size < FIRST_MILLIS * MILLIS_TO_MICROS) {
            return Instant.ofEpochMilli(number);
        }
        if (size < FIRST_MILLIS * MILLIS_TO_MICROS * MILLIS_TO_MICROS) {
            return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
        }
        return Instant.EPOCH.plusNanos(number);
    }
}
