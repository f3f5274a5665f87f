package dev.upswell.server.collect.viewing;

import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.RowCheck;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Watch times as exports write them: `00:12` (minutes and seconds), `0:00:12`, `12.3`, `12,3 s`, `10,3 detik`, `1m 5s`.
///
/// A bare number without a unit is taken as seconds below ten minutes; nobody watches longer on average, so a larger one may
/// be milliseconds and is refused. A comma or point is that of decimals, but in milliseconds before three digits it may be that
/// of thousands.
final class WrittenLength {

    private static final double LONGEST_UNSAID = 600;
    private static final double DAY = 86_400;
    private static final String SECONDS = "s|secs?|seconds?|dtk|detik";
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):([0-5]\\d(?:\\.\\d{1,6})?)");
    private static final Pattern PARTS = Pattern.compile(
            "(?:(\\d{1,2})\\s*(?:h|hours?|j|jam)[\\s:]*)?(\\d{1,3})\\s*(?:m|min|mins|minutes?|mnt|menit)[\\s:]*"
                    + "(?:(\\d{1,2}(?:[.,]\\d{1,6})?)\\s*(?:" + SECONDS + "))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile(
            "([-+]?[\\d.,]+(?:[eE][-+]?\\d{1,3})?)\\s*(?:(" + SECONDS + ")|(ms|milidetik))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUSANDS_OR_NOT = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private WrittenLength() {
    }

    /// The time in seconds.
    ///
    /// **absence** null for what is absent or refused
    static @Nullable Double read(String field, @Nullable String text, Unit unit, RowCheck check, FigureCheck figures) {
        if (text == null || text.length() > 40) {
            return figures.figure(field, text);
        }
        Matcher clock = CLOCK.matcher(text);
        Matcher parts = PARTS.matcher(text);
        Matcher number = NUMBER.matcher(text);
        if (clock.matches()) {
            return sum(field, text, clock, check);
        }
        if (parts.matches()) {
            return sum(field, text, parts, check);
        }
        if (!number.matches()) {
            return figures.figure(field, text);
        }
        Unit said = number.group(2) != null ? Unit.SECONDS : number.group(3) != null ? Unit.MILLISECONDS : unit;
        return number(field, number.group(1), said, check, figures);
    }

    private static @Nullable Double number(String field, String number, Unit unit, RowCheck check,
            FigureCheck figures) {
        if (unit == Unit.MILLISECONDS && THOUSANDS_OR_NOT.matcher(number).matches()) {
            check.reject(RejectReason.AMBIGUOUS, field + ": thousands or decimals", number);
            return null;
        }
        boolean onlyComma = number.indexOf(',') == number.lastIndexOf(',') && number.indexOf('.') < 0;
        Double value = figures.figure(field, onlyComma ? number.replace(',', '.') : number);
        if (value == null) {
            return null;
        }
        if (unit == Unit.UNSAID && value >= LONGEST_UNSAID) {
            check.reject(RejectReason.AMBIGUOUS, field + ": seconds or milliseconds, nothing says it", number);
            return null;
        }
        return believed(field, number, unit == Unit.MILLISECONDS ? value / 1_000 : value, check);
    }

    private static @Nullable Double sum(String field, String text, Matcher parts, RowCheck check) {
        double hours = part(parts.group(1));
        double minutes = part(parts.group(2));
        if (parts.group(1) != null && minutes >= 60) {
            check.reject(RejectReason.BAD_NUMBER, field, text);
            return null;
        }
        return believed(field, text, hours * 3_600 + minutes * 60 + part(parts.group(3)), check);
    }

    private static double part(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits.replace(',', '.'));
    }

    private static @Nullable Double believed(String field, String text, double seconds, RowCheck check) {
        if (seconds > DAY) {
            check.reject(RejectReason.ABSURD_COUNT, field, text);
            return null;
        }
        return seconds;
    }
}
