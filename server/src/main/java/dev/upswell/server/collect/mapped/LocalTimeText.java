package dev.upswell.server.collect.mapped;

import dev.upswell.server.mapping.ColumnMapping.Time;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times of a stated order of day and month, in a stated zone, as ISO 8601 in UTC.
///
/// A text that names its own zone, or that cannot be read, stays as it is: whoever reads it next says what is wrong.
public final class LocalTimeText {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?");
    private static final Pattern ORDERED = Pattern.compile(
            "(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:,?[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

    private LocalTimeText() {
    }

    /// The time that these columns of a row say.
    ///
    /// **absence** `null` when the row has no time, or no time of the day where a column of its own says that.
    public static @Nullable String of(Time.InColumn time, Function<String, @Nullable String> field) {
        String text = field.apply(time.column());
        String clock = time.clock() == null ? null : field.apply(time.clock());
        if (text == null || time.format() == TimeFormat.EPOCH_SECONDS
                || time.format() == TimeFormat.EPOCH_MILLISECONDS) {
            return text;
        }
        if (time.clock() != null && clock == null) {
            return null;
        }
        String whole = clock == null ? text.strip() : text.strip() + " " + clock.strip();
        return time.format() == TimeFormat.ISO && time.zone().equals(ZoneOffset.UTC) ? whole : utc(whole, time);
    }

    private static String utc(String text, Time.InColumn time) {
        Matcher iso = ISO.matcher(text);
        Matcher ordered = ORDERED.matcher(text);
        try {
            if (iso.matches()) {
                return at(iso, 1, 2, 3, time);
            }
            if (ordered.matches() && time.format() != TimeFormat.ISO) {
                boolean dayFirst = time.format() == TimeFormat.DAY_FIRST;
                return at(ordered, 3, dayFirst ? 2 : 1, dayFirst ? 1 : 2, time);
            }
        } catch (DateTimeException noSuchDay) {
            return text;
        }
        return text;
    }

    private static String at(Matcher text, int year, int month, int day, Time.InColumn time) {
        return LocalDateTime.of(number(text, year), number(text, month), number(text, day), number(text, 4),
                number(text, 5), number(text, 6)).atZone(time.zone()).toInstant().toString();
    }

    private static int number(Matcher text, int group) {
        String digits = text.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
