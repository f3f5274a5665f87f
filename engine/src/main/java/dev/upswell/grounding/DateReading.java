package dev.upswell.grounding;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds dates and times of day in a clause, in English or Indonesian.
final class DateReading {

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
            List<Instant> meant = IntStream.range(0, MINUTES_OF_WEEK)
                    .mapToObj(minute -> first.plusSeconds(60L * minute))
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

    private static final String[] MONTHS = {"jan|january|januari", "feb|february|februari", "mar|march|maret",
            "apr|april",
            "may|mei", "jun|june|juni", "jul|july|juli", "aug|august|agu|agustus", "sep|sept|september",
            "oct|october|okt|oktober",
            "nov|november", "dec|december|des|desember"};
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")\\.?";
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY), Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY), Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY), Map.entry("sunday", DayOfWeek.SUNDAY),
            Map.entry("senin", DayOfWeek.MONDAY), Map.entry("selasa", DayOfWeek.TUESDAY),
            Map.entry("rabu", DayOfWeek.WEDNESDAY), Map.entry("kamis", DayOfWeek.THURSDAY),
            Map.entry("jumat", DayOfWeek.FRIDAY), Map.entry("sabtu", DayOfWeek.SATURDAY),
            Map.entry("ahad", DayOfWeek.SUNDAY));
    private static final Map<String, Integer> RELATIVE = Map.of("today", 0, "yesterday", -1, "tomorrow", 1, "hari ini",
            0,
            "kemarin", -1, "besok", 1, "lusa", 2);
    private static final Pattern ISO = Pattern.compile(
            "\\b(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::\\d{2})?Z?)?");
    private static final Pattern SLASHED = Pattern
            .compile("(?<![\\d/.,])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\d/]|\\s*(?:of|dari)\\b)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+" + MONTH
                    + "(?!\\p{L})(?:,?\\s+(\\d{4})(?!\\d))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?i)(?<!\\p{L})" + MONTH
            + "\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d\\p{L}:])(?:,?\\s+(\\d{4})(?!\\d))?");
    /// A month by itself, with the part of it that is meant.
    private static final Pattern IN_MONTH = Pattern
            .compile("(?:(?<!\\p{L})(?i:((?:the )?(?:last|first) day|early|late|mid|"
                    + "(?:the )?(?:end|start|beginning|middle)|awal|akhir|pertengahan|hari (?:pertama|terakhir))(?: of| in| di| bulan)?)[ -])?"
                    + "(?<!\\p{L})(January|February|March|April|(?<=(?:[Ii]n|of|[Ss]ince|by|[Uu]ntil|from|to|[Dd]uring|and|late|early) )May|"
                    + "June|July|August|September|October|November|December|Januari|Februari|Maret|Mei|Juni|Juli|Agustus|Oktober|"
                    + "Desember)(?!\\p{L})(?:\\s+(\\d{4})(?!\\d))?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(?i)(?<!\\p{L})" + MONTH + "\\s+(\\d{4})(?!\\d)");
    private static final Pattern DAY_ALONE = Pattern
            .compile("(?i)(?<!\\p{L})(?:(?:on|by|since|until|till|from|to|of|and)\\s+the\\s+"
                    + "(\\d{1,2})(?:st|nd|rd|th)(?!\\s*(?:place|spot|rank|position|most|percentile|of\\s+\\d|\\p{L}+est))|"
                    + "tanggal\\s+(\\d{1,2})(?![\\d.,]*\\d))(?![\\p{L}])");
    private static final Pattern YEAR = Pattern
            .compile("(?i)(?<=\\b(?:in|of|tahun|since|sejak) )((?:19|20)\\d{2})(?![\\d.,%])");
    private static final String ZONED = "(?:\\s*\\(?(?:utc|gmt|wib|wita|wit)\\)?)?";
    private static final Pattern TIME = Pattern.compile(
            "(?i)(?<![\\d:.])(?:(?<!\\p{L})(?:at|pukul|jam)\\s+)?(\\d{1,2})[:.](\\d{2})(?!\\s*(?:%|persen|per|k|m|juta|ribu|million|thousand|times|kali|x))"
                    + "\\s*(am|pm)?\\s*(?:utc|gmt|wib|wita|wit)?(?![\\d\\p{L}])");
    private static final Pattern CLOCK = Pattern
            .compile(
                    "(?i)(?<![\\d:.])(?:(?<!\\p{L})(?:at|pukul|jam)\\s+)?(\\d{1,2})\\s*(am|pm)" + ZONED + "(?!\\p{L})");
    private static final String HOUR = "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|satu|dua|tiga|empat|lima|"
            + "enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua belas|\\d{1,2})(?![\\p{L}\\d]|[.,:]\\d)";
    /// The clock in words: half past nine, setengah sepuluh.
    private static final Pattern SPOKEN = Pattern
            .compile("(?i)(?<!\\p{L})(?:(half past|(?:a )?quarter past|(?:a )?quarter to)\\s+"
                    + HOUR + "|" + HOUR + "\\s*o['’]clock|(?:pukul|(?<!\\d )(?<!ngah )jam)\\s+(setengah\\s+)?" + HOUR
                    + "(?!\\s+(?:puluh|belas|ratus|ribu|juta|\\p{L}*jam))(?:\\s+(lewat|kurang)\\s+(?:seperempat|(\\d{1,2})(?:\\s+menit)?))?)"
                    + ZONED);
    private static final Pattern NOON = Pattern
            .compile("(?i)(?<!\\p{L})(?:at\\s+|pukul\\s+)?(noon|midnight|tengah malam|tengah hari)(?!\\p{L})");
    private static final Pattern PART_OF_DAY = Pattern
            .compile("(?i)(?<!\\p{L})(morning|afternoon|evening|(?<=(?:day|at|last|that|the|by) )night|"
                    + "dini hari|pagi|siang|sore|malam)(?:\\s+hari)?(?!\\p{L})");
    private static final Map<String, int[]> HOURS_OF = Map.of("morning", new int[]{0, 12}, "afternoon",
            new int[]{12, 18}, "evening", new int[]{16, 24}, "night", new int[]{18, 30}, "dini hari", new int[]{0, 5},
            "pagi", new int[]{0, 11}, "siang", new int[]{10, 16}, "sore", new int[]{14, 19}, "malam",
            new int[]{18, 29});
    private static final Pattern ZONE = Pattern.compile("(?<!\\p{L})(WIB|WITA|WIT|wib|wita)(?!\\p{L})");
    private static final Map<String, ZoneOffset> ZONES = Map.of("wib", ZoneOffset.ofHours(7), "wita",
            ZoneOffset.ofHours(8), "wit", ZoneOffset.ofHours(9));
    /// Minggu is Sunday where it has its capital inside a sentence, a date or a part of the day; a week elsewhere.
    private static final Pattern SUNDAY = Pattern
            .compile("(?<!\\p{L})(?:(?i:hari minggu)|(?i:minggu)(?=,\\s*(?i:tanggal\\s+)?\\d|"
                    + "\\s*\\(\\d|\\s+\\d{1,2}[ /]\\p{Lu}|\\s+(?i:dini|pagi|siang|sore|malam))|"
                    + "(?<=\\p{L}[,]? )Minggu(?!\\s+(?:ini|lalu|depan|sebelumnya)))(?!\\p{L})");
    private static final Pattern WORDS = Pattern.compile("(?i)(?<!\\p{L})(hari ini|\\p{L}+)(?!\\p{L})");

    private DateReading() {
    }

    static List<Moment> of(String clause) {
        List<Moment> found = new ArrayList<>();
        String left = clause;
        left = read(left, SUNDAY, found, (m, s, e) -> new Moment(s, e, false,
                (at, today) -> at.getDayOfWeek() == DayOfWeek.SUNDAY));
        left = read(left, ISO, found, (m, s, e) -> date(m, 3, 2, 1, m.group(4) == null
                ? (at, today) -> true
                : at(time(m.group(4), m.group(5), null))));
        left = read(left, SLASHED, found, DateReading::slashed);
        left = read(left, DAY_FIRST, found, (m, s, e) -> date(m, 1, 2, 3, (at, today) -> true));
        left = read(left, MONTH_YEAR, found, (m, s, e) -> date(m, 0, 1, 2, (at, today) -> true));
        left = read(left, MONTH_FIRST, found, (m, s, e) -> date(m, 2, 1, 3, (at, today) -> true));
        left = read(left, IN_MONTH, found, (m, s, e) -> date(m, 0, 2, 3, part(m.group(1))));
        left = read(left, DAY_ALONE, found,
                (m, s, e) -> new Moment(s, e, true,
                        day(Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1)))));
        left = read(left, YEAR, found, (m, s, e) -> new Moment(s, e, false, year(Integer.valueOf(m.group(1)))));
        left = read(left, TIME, found, DateReading::clock);
        left = read(left, CLOCK, found, (m, s, e) -> moment(s, e, time(m.group(1), "0", m.group(2))));
        left = read(left, SPOKEN, found, DateReading::spoken);
        left = read(left, NOON, found, (m, s, e) -> moment(s, e,
                m.group(1).equalsIgnoreCase("noon") || m.group(1).endsWith("hari")
                        ? LocalTime.NOON
                        : LocalTime.MIDNIGHT));
        left = read(left, PART_OF_DAY, found, DateReading::partOfDay);
        read(left, WORDS, found, DateReading::word);
        ZoneOffset zone = zone(clause);
        return found.stream().map(moment -> moment.in(zone)).toList();
    }

    private static Moment.Telling day(int day) {
        return (at, today) -> at.getDayOfMonth() == day;
    }

    private static Moment.Telling year(@Nullable Integer year) {
        return (at, today) -> year == null || at.getYear() == year;
    }

    private static Moment.Telling at(@Nullable LocalTime time) {
        return (at, today) -> time != null && at.getHour() == time.getHour() && at.getMinute() == time.getMinute();
    }

    /// A date whose parts stand in these groups, 0 where it has none.
    private static Moment date(Matcher found, int day, int month, int year, Moment.Telling more) {
        Integer days = day == 0 ? null : number(found, day);
        String named = found.group(month);
        int months = Character.isDigit(named.charAt(0)) ? Integer.parseInt(named) : month(named);
        Moment.Telling years = year(year == 0 ? null : number(found, year));
        return new Moment(found.start(), found.end(), days != null,
                (at, today) -> (days == null || at.getDayOfMonth() == days) && at.getMonthValue() == months
                        && years.tells(at, today) && more.tells(at, today));
    }

    /// Day and month, the month first only where nothing else makes sense.
    private static @Nullable Moment slashed(Matcher found, int start, int end) {
        int one = Integer.parseInt(found.group(1));
        int other = Integer.parseInt(found.group(2));
        int day = other > 12 ? other : one;
        int month = other > 12 ? one : other;
        Moment.Telling years = year(number(found, 3));
        return day < 1 || day > 31 || month < 1 || month > 12
                ? null
                : new Moment(start, end, true, (at, today) -> at.getDayOfMonth() == day && at.getMonthValue() == month
                        && years.tells(at, today));
    }

    /// A part of a month, such as its end.
    private static Moment.Telling part(@Nullable String word) {
        String part = word == null ? "" : word.toLowerCase(Locale.ROOT);
        if (part.contains("last day") || part.contains("hari terakhir")) {
            return (at, today) -> at.getDayOfMonth() == at.toLocalDate().lengthOfMonth();
        }
        if (part.contains("first day") || part.contains("hari pertama")) {
            return day(1);
        }
        if (part.matches(".*(?:early|start|beginning|awal).*")) {
            return (at, today) -> at.getDayOfMonth() <= 11;
        }
        if (part.matches(".*(?:mid|pertengahan).*")) {
            return (at, today) -> at.getDayOfMonth() >= 10 && at.getDayOfMonth() <= 20;
        }
        return (at, today) -> part.isEmpty() || at.getDayOfMonth() >= 20;
    }

    /// The clock in words, in either half of the day where it goes to twelve.
    private static @Nullable Moment spoken(Matcher found, int start, int end) {
        String past = found.group(1) == null ? "" : found.group(1).toLowerCase(Locale.ROOT);
        String hour = found.group(2) != null
                ? found.group(2)
                : found.group(3) != null ? found.group(3) : found.group(5);
        int minutes = past.startsWith("half") ? 30 : past.endsWith("to") ? -15 : past.isEmpty() ? 0 : 15;
        if (found.group(4) != null) {
            minutes = -30;
        } else if (found.group(6) != null) {
            int by = found.group(7) == null ? 15 : Integer.parseInt(found.group(7));
            minutes = found.group(6).equalsIgnoreCase("lewat") ? by : -by;
        }
        String plain = hour.toLowerCase(Locale.ROOT);
        int hours = Character.isDigit(plain.charAt(0))
                ? Integer.parseInt(plain)
                : plain.equals("dua belas") ? 12 : Words.NUMBERS.getOrDefault(plain, 0d).intValue();
        if (hours > 24) {
            return null;
        }
        int told = Math.floorMod(hours * 60 + minutes, 1_440);
        boolean either = hours <= 12;
        return new Moment(start, end, false, (at, today) -> {
            int is = at.getHour() * 60 + at.getMinute();
            return is == told || either && Math.floorMod(is - told, 720) == 0;
        });
    }

    private static Moment partOfDay(Matcher found, int start, int end) {
        int[] hours = Objects.requireNonNull(HOURS_OF.get(found.group(1).toLowerCase(Locale.ROOT)));
        return new Moment(start, end, false, (at, today) -> at.getHour() >= hours[0] && at.getHour() < hours[1]
                || at.getHour() + 24 < hours[1]);
    }

    /// The zone in which a clause tells its dates and times: one of Indonesia's where it names one.
    private static ZoneOffset zone(String clause) {
        Matcher named = ZONE.matcher(clause);
        return named.find()
                ? ZONES.getOrDefault(named.group(1).toLowerCase(Locale.ROOT), ZoneOffset.UTC)
                : ZoneOffset.UTC;
    }

    @FunctionalInterface
    private interface Made {
        @Nullable
        Moment of(Matcher found, int start, int end);
    }

    private static String read(String text, Pattern pattern, List<Moment> into, Made made) {
        String left = text;
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            Moment moment = made.of(found, found.start(), found.end());
            if (moment != null) {
                into.add(moment);
                left = Text.without(left, found.start(), found.end());
            }
        }
        return left;
    }

    /// `13.40` is a time in Indonesian where it is called one, and a number elsewhere.
    private static @Nullable Moment clock(Matcher found, int start, int end) {
        boolean called = found.group().matches("(?i)(?:at|pukul|jam)\\s.*|.*(?:am|pm|utc|gmt|wib|wita|wit)");
        boolean colon = found.group().indexOf(':') >= 0;
        return called || colon ? moment(start, end, time(found.group(1), found.group(2), found.group(3))) : null;
    }

    private static @Nullable Moment word(Matcher found, int start, int end) {
        String word = found.group().toLowerCase(Locale.ROOT);
        DayOfWeek weekday = WEEKDAYS.get(word.endsWith("days") ? word.substring(0, word.length() - 1) : word);
        Integer relative = RELATIVE.get(word);
        return weekday == null && relative == null
                ? null
                : new Moment(start, end, false, (at, today) -> (weekday == null || at.getDayOfWeek() == weekday)
                        && (relative == null || at.toLocalDate().equals(today.plusDays(relative))));
    }

    private static @Nullable Moment moment(int start, int end, @Nullable LocalTime time) {
        return time == null ? null : new Moment(start, end, false, at(time));
    }

    private static @Nullable LocalTime time(String hour, String minute, @Nullable String half) {
        int hours = Integer.parseInt(hour);
        if (half != null && half.equalsIgnoreCase("pm") && hours < 12) {
            hours += 12;
        } else if (half != null && half.equalsIgnoreCase("am") && hours == 12) {
            hours = 0;
        }
        try {
            return LocalTime.of(hours, Integer.parseInt(minute));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable Integer number(Matcher found, int group) {
        return found.group(group) == null ? null : Integer.valueOf(found.group(group));
    }

    private static int month(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.length; month++) {
            if (List.of(MONTHS[month].split("\\|")).contains(plain)) {
                return month + 1;
            }
        }
        throw new IllegalArgumentException("month (" + word + ") must be one of the twelve\nMaybe see the pattern.");
    }
}
