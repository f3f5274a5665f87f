package dev.upswell.server.overview;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// For how long a regular report is, and which was over last. Days are of UTC.
///
/// Videos count from when they are a day old, so a span is told a day after it ended.
public enum Period {
    /// One day.
    DAILY("overview.regular.daily"),
    /// Monday to Sunday.
    WEEKLY("overview.regular.weekly"),
    /// A month of the calendar.
    MONTHLY("overview.regular.monthly");

    private final String title;

    Period(String title) {
        this.title = title;
    }

    /// Its word in addresses, rows and commands.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The period of this word.
    public static Period of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /// Code of the title of its reports.
    String title() {
        return title;
    }

    /// The last day of the latest span of which all videos are a day old.
    public LocalDate lastDay(Instant now) {
        LocalDate full = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2);
        return switch (this) {
            case DAILY -> full;
            case WEEKLY -> full.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case MONTHLY -> full.plusDays(1).getDayOfMonth() == 1 ? full : full.withDayOfMonth(1).minusDays(1);
        };
    }

    /// How many days a span has that ends with this day.
    int days(LocalDate last) {
        return switch (this) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> (int) ChronoUnit.DAYS.between(last.withDayOfMonth(1), last) + 1;
        };
    }
}
