package dev.upswell.ask;

import dev.upswell.ask.Question.Word;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days, periods and spans in words, of both languages; seconds of a video are [SecondWords].
///
/// A word such as "before" or "until" counts only together with the day that follows it: alone it is left to be unknown, because it would
/// change what is asked.
final class TimeWords {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("january", 1), Map.entry("januari", 1),
            Map.entry("jan", 1), Map.entry("february", 2), Map.entry("februari", 2), Map.entry("feb", 2),
            Map.entry("march", 3), Map.entry("maret", 3), Map.entry("mar", 3), Map.entry("april", 4),
            Map.entry("apr", 4), Map.entry("may", 5), Map.entry("mei", 5), Map.entry("june", 6), Map.entry("juni", 6),
            Map.entry("jun", 6), Map.entry("july", 7), Map.entry("juli", 7), Map.entry("jul", 7),
            Map.entry("august", 8), Map.entry("agustus", 8), Map.entry("aug", 8), Map.entry("agu", 8),
            Map.entry("september", 9), Map.entry("sep", 9), Map.entry("sept", 9), Map.entry("october", 10),
            Map.entry("oktober", 10), Map.entry("oct", 10), Map.entry("okt", 10), Map.entry("november", 11),
            Map.entry("nov", 11), Map.entry("december", 12), Map.entry("desember", 12), Map.entry("dec", 12),
            Map.entry("des", 12));
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("mondays", DayOfWeek.MONDAY), Map.entry("senin", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY), Map.entry("tuesdays", DayOfWeek.TUESDAY),
            Map.entry("selasa", DayOfWeek.TUESDAY), Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("wednesdays", DayOfWeek.WEDNESDAY), Map.entry("rabu", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY), Map.entry("thursdays", DayOfWeek.THURSDAY),
            Map.entry("kamis", DayOfWeek.THURSDAY), Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("fridays", DayOfWeek.FRIDAY), Map.entry("jumat", DayOfWeek.FRIDAY),
            Map.entry("jum'at", DayOfWeek.FRIDAY), Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("saturdays", DayOfWeek.SATURDAY), Map.entry("sabtu", DayOfWeek.SATURDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY), Map.entry("sundays", DayOfWeek.SUNDAY));
    private static final Map<String, Integer> UNITS = Map.ofEntries(Map.entry("hour", 1), Map.entry("hours", 1),
            Map.entry("hrs", 1), Map.entry("h", 1), Map.entry("jam", 1), Map.entry("day", 24), Map.entry("days", 24),
            Map.entry("hari", 24), Map.entry("week", 168), Map.entry("weeks", 168), Map.entry("minggu", 168),
            Map.entry("pekan", 168), Map.entry("month", 720), Map.entry("months", 720), Map.entry("bulan", 720),
            Map.entry("year", 8760), Map.entry("years", 8760), Map.entry("tahun", 8760));
    /// Only of the time ahead, where it is refused by its length: nothing sums gains over a year.
    private static final int YEAR = 8760;
    private static final Map<String, Integer> ONE_UNIT = Map.of("sejam", 1, "sehari", 24, "seminggu", 168, "sepekan",
            168, "sebulan", 720, "setahun", 8760);
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> SINCE = Set.of("since", "sejak", "semenjak");
    private static final Set<String> UNTIL = Set.of("to", "until", "till", "through", "and", "sampai", "hingga", "dan",
            "sama");
    private static final Set<String> PAST = Set.of("terakhir", "belakangan", "kebelakang");
    private static final Set<String> AGO = Set.of("ago", "lalu", "silam");
    private static final Set<String> LEADING = Set.of("dalam", "selama", "untuk", "over", "during", "the");
    private static final Set<String> FUTURE = Set.of("depan", "mendatang", "berikutnya", "kedepan", "lagi");

    private final List<Word> words;
    private final LocalDate today;
    private final SecondWords seconds;

    /// @param now the instant that the question is asked of
    TimeWords(List<Word> words, Instant now) {
        this.words = words;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.seconds = new SecondWords(words);
    }

    /// A day.
    ///
    /// @param words how many it takes
    private record Day(LocalDate date, int words) {
    }

    /// What begins at this word: seconds, a period, a day, a weekday, a span or the time ahead.
    Optional<PhraseBook.Found> at(int from) {
        return seconds.at(from).or(() -> period(from)).or(() -> earlier(from)).or(() -> weekday(from))
                .or(() -> day(from).map(day -> new PhraseBook.Found(new Slot.On(day.date()), day.words())))
                .or(() -> ahead(from)).or(() -> span(from));
    }

    private String word(int at) {
        return at >= 0 && at < words.size() && !words.get(at).quoted() ? words.get(at).plain() : "";
    }

    private boolean is(int at, String... some) {
        for (int i = 0; i < some.length; i++) {
            if (!word(at + i).equals(some[i])) {
                return false;
            }
        }
        return true;
    }

    private int counted(int at) {
        return at >= 0 && at < words.size() ? PhraseBook.USUAL.counted(words.get(at)) : -1;
    }

    private int figure(int at) {
        return at >= 0 && at < words.size() ? words.get(at).number() : -1;
    }

    private Optional<Day> day(int from) {
        String word = word(from);
        if (word.equals("yesterday") || word.equals("kemarin") && !is(from + 1, "lusa")
                && !is(from + 1, "dulu")) {
            return Optional.of(new Day(today.minusDays(1), 1));
        }
        if (is(from, "day", "before", "yesterday")) {
            return Optional.of(new Day(today.minusDays(2), 3));
        }
        if (word.equals("kemarin")) {
            return Optional.of(new Day(today.minusDays(2), 2));
        }
        if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(() -> LocalDate.parse(word), 1);
        }
        if (word.equals("tanggal") || word.equals("tgl")) {
            return day(from + 1).map(day -> new Day(day.date(), day.words() + 1));
        }
        if (is(from, "day", "before") || is(from, "sehari", "sebelum") || is(from, "hari", "sebelum")) {
            int skipped = word(from + 2).equals("the") ? 3 : 2;
            return day(from + skipped).map(day -> new Day(day.date().minusDays(1), day.words() + skipped));
        }
        return ago(from).or(() -> dated(from)).or(() -> lastWeekday(from));
    }

    /// Such as "3 days ago" or "3 hari yang lalu".
    private Optional<Day> ago(int from) {
        boolean one = ONE_UNIT.containsKey(word(from)) || is(from, "a", "day") || is(from, "a", "week");
        int unitAt = ONE_UNIT.containsKey(word(from)) ? from : from + 1;
        int hours = unitAt == from
                ? ONE_UNIT.getOrDefault(word(from), 0)
                : UNITS.getOrDefault(word(unitAt), 0);
        int number = one ? 1 : counted(from);
        int after = word(unitAt + 1).equals("yang") ? unitAt + 2 : unitAt + 1;
        boolean whole = hours == 24 || hours == 168;
        return whole && number > 0 && number <= 366 && AGO.contains(word(after))
                && !(hours == 168 && one && word(from).startsWith("se"))
                        ? Optional.of(new Day(today.minusDays((long) number * hours / 24), after - from + 1))
                        : Optional.empty();
    }

    /// Such as "3 November", "3rd of November 2026" or "November 3rd".
    private Optional<Day> dated(int from) {
        int number = figure(from);
        if (number > 0 && number <= 31) {
            int at = ORDINALS.contains(word(from + 1)) ? from + 2 : from + 1;
            at = word(at).equals("of") ? at + 1 : at;
            Integer month = MONTHS.get(word(at));
            return month == null ? Optional.empty() : inYear(number, month, at + 1, at + 1 - from);
        }
        Integer month = MONTHS.get(word(from));
        int day = figure(from + 1);
        if (month == null || day < 1 || day > 31) {
            return Optional.empty();
        }
        int end = ORDINALS.contains(word(from + 2)) ? from + 3 : from + 2;
        return inYear(day, month, end, end - from);
    }

    private Optional<Day> inYear(int day, int month, int yearAt, int words) {
        int year = figure(yearAt);
        if (year >= 2000 && year < 2200) {
            return date(() -> LocalDate.of(year, month, day), words + 1);
        }
        return date(() -> {
            LocalDate date = LocalDate.of(today.getYear(), month, day);
            return date.isAfter(today) ? date.minusYears(1) : date;
        }, words);
    }

    @FunctionalInterface
    private interface Made {

        LocalDate date();
    }

    private static Optional<Day> date(Made made, int words) {
        try {
            return Optional.of(new Day(made.date(), words));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// A weekday of the past, such as "last Friday" or "Jumat lalu".
    private Optional<Day> lastWeekday(int from) {
        boolean last = word(from).equals("last");
        Named named = named(last ? from + 1 : from);
        if (named == null) {
            return Optional.empty();
        }
        int end = (last ? 1 : 0) + named.words();
        boolean trailing = AGO.contains(word(from + end)) || word(from + end).equals("kemarin");
        return last || trailing
                ? Optional.of(new Day(today.with(TemporalAdjusters.previous(named.day())), end + (trailing ? 1 : 0)))
                : Optional.empty();
    }

    private record Named(DayOfWeek day, int words) {
    }

    /// "Minggu" is Sunday only after "hari"; else it is a week.
    private @Nullable Named named(int at) {
        boolean led = word(at).equals("hari");
        String word = word(led ? at + 1 : at);
        DayOfWeek day = led && word.equals("minggu") ? DayOfWeek.SUNDAY : WEEKDAYS.get(word);
        return day == null ? null : new Named(day, led ? 2 : 1);
    }

    /// A weekday by itself; one that is to come is left to be unknown.
    private Optional<PhraseBook.Found> weekday(int from) {
        Named named = named(from);
        boolean led = word(from - 1).equals("next") || word(from - 1).equals("this") || word(from - 1).equals("coming")
                || word(from - 1).equals("before") || word(from - 1).equals("after") || word(from - 1).equals("until");
        if (named == null || led) {
            return Optional.empty();
        }
        String after = word(from + named.words());
        boolean dated = AGO.contains(after) || after.equals("kemarin") || after.equals("ini") || FUTURE.contains(after);
        return dated
                ? Optional.empty()
                : Optional.of(new PhraseBook.Found(new Slot.Weekday(named.day(), word(from).endsWith("days")),
                        named.words()));
    }

    /// A day, or the last weekday of that name.
    private Optional<Day> anyDay(int at) {
        int skipped = word(at).equals("the") || word(at).equals("last") && named(at + 1) != null ? 1 : 0;
        Named named = named(at + skipped);
        return day(at).or(() -> day(at + skipped).map(day -> new Day(day.date(), day.words() + skipped)))
                .or(() -> named == null
                        ? Optional.empty()
                        : Optional.of(new Day(today.with(TemporalAdjusters.previous(named.day())),
                                named.words() + skipped)));
    }

    /// Such as "since Monday", "between 3 and 5 November", "dari 3 November sampai 5 November" or "in September".
    private Optional<PhraseBook.Found> period(int from) {
        if (SINCE.contains(word(from)) || is(from, "dari", "sejak")) {
            int at = word(from).equals("dari") ? from + 2 : from + 1;
            return anyDay(at).or(() -> firstOfMonth(at))
                    .map(day -> new PhraseBook.Found(new Slot.Period(day.date(), null), at - from + day.words()));
        }
        boolean led = Set.of("between", "from", "antara", "dari").contains(word(from));
        int at = led ? from + 1 : from;
        Optional<Day> first = day(at).or(() -> sharingMonth(at));
        if (first.isPresent() && UNTIL.contains(word(at + first.get().words()))
                && (led || !word(at + first.get().words()).equals("and"))) {
            int other = at + first.get().words() + 1;
            Optional<Day> second = day(other);
            if (second.isPresent() && !second.get().date().isBefore(first.get().date())) {
                return Optional.of(new PhraseBook.Found(new Slot.Period(first.get().date(), second.get().date()),
                        other - from + second.get().words()));
            }
        }
        return month(from);
    }

    /// The "3" of "3 to 5 November".
    private Optional<Day> sharingMonth(int at) {
        int number = figure(at);
        return number > 0 && number <= 31 && UNTIL.contains(word(at + 1)) && figure(at + 2) > 0
                ? dated(at + 2).flatMap(day -> date(() -> day.date().withDayOfMonth(number), 1))
                : Optional.empty();
    }

    private Optional<Day> firstOfMonth(int at) {
        Integer month = MONTHS.get(word(at));
        return month == null ? Optional.empty() : inYear(1, month, at + 1, 1);
    }

    private Optional<PhraseBook.Found> month(int from) {
        boolean led = Set.of("in", "during", "bulan", "selama").contains(word(from));
        int at = is(from, "selama", "bulan") ? from + 2 : from + 1;
        return led && figure(at + 1) < 1 || led && figure(at + 1) >= 2000
                ? firstOfMonth(at).map(day -> new PhraseBook.Found(
                        new Slot.Period(day.date(), YearMonth.from(day.date()).atEndOfMonth()),
                        at - from + day.words()))
                : Optional.empty();
    }

    /// What stood before, such as "the day before" or "sehari sebelumnya".
    private Optional<PhraseBook.Found> earlier(int from) {
        if (word(from).equals("the")) {
            return earlier(from + 1).map(found -> new PhraseBook.Found(found.slot(), found.words() + 1));
        }
        int one = ONE_UNIT.getOrDefault(word(from), UNITS.getOrDefault(word(from), 0));
        boolean dayOnly = one == 24 || one == 168;
        if (dayOnly && word(from + 1).equals("sebelumnya") || dayOnly && earlier(from + 1, from)) {
            return Optional.of(new PhraseBook.Found(new Slot.Earlier(one), 2));
        }
        int previous = UNITS.getOrDefault(word(from + 1), 0);
        if ((word(from).equals("previous") || word(from).equals("preceding")) && (previous == 24 || previous == 168)) {
            return Optional.of(new PhraseBook.Found(new Slot.Earlier(previous), 2));
        }
        int number = counted(from);
        boolean after = word(from + 2).equals("sebelumnya") || earlier(from + 2, from);
        int hours = number * UNITS.getOrDefault(word(from + 1), 0);
        return number > 0 && after && hours > 0 && hours % 24 == 0
                ? Optional.of(new PhraseBook.Found(new Slot.Earlier(hours), 3))
                : Optional.empty();
    }

    /// Whether "before" at this word ends the phrase and does not lead to a day of its own.
    private boolean earlier(int at, int from) {
        boolean before = word(at).equals("before") || word(at).equals("earlier") || word(at).equals("prior");
        return before && (at + 1 == words.size() || day(from).isEmpty() && word(at + 1).isEmpty());
    }

    /// Such as "next 3 days", "in two weeks", "3 hari lagi" or "minggu depan".
    private Optional<PhraseBook.Found> ahead(int from) {
        String word = word(from);
        if (LEADING.contains(word)) {
            return ahead(from + 1).map(found -> new PhraseBook.Found(found.slot(), found.words() + 1));
        }
        boolean led = word.equals("next") || word.equals("coming") || word.equals("upcoming");
        boolean in = word.equals("in") || word.equals("within");
        int at = in && Set.of("next", "coming").contains(word(from + 1)) ? from + 2 : led || in ? from + 1 : from;
        int number = counted(at);
        int unit = number > 0 ? UNITS.getOrDefault(word(at + 1), 0) : 0;
        if (unit > 0 && number <= 366 && (led || in)) {
            return found(new Slot.Ahead(number * unit), at + 2 - from);
        }
        if (unit > 0 && number <= 366) {
            int after = word(at + 2).equals("ke") ? at + 3 : at + 2;
            boolean now = is(at + 2, "from", "now");
            return now || FUTURE.contains(word(after))
                    ? found(new Slot.Ahead(number * unit), now ? 4 : after + 1 - from)
                    : Optional.empty();
        }
        int one = ONE_UNIT.getOrDefault(word, UNITS.getOrDefault(word, 0));
        int after = word(from + 1).equals("ke") ? from + 2 : from + 1;
        if (one > 0 && FUTURE.contains(word(after)) && !word(after).equals("lagi")
                || ONE_UNIT.containsKey(word) && word(after).equals("lagi")) {
            return found(new Slot.Ahead(one), after + 1 - from);
        }
        int single = UNITS.getOrDefault(word(from + 1), 0);
        return led && single > 0 ? found(new Slot.Ahead(single), 2) : Optional.empty();
    }

    /// Such as "last 3 days", "past day", "3 hari terakhir" or "seminggu belakangan ini".
    private Optional<PhraseBook.Found> span(int from) {
        if (SINCE.contains(word(from))) {
            return sinceHours(from);
        }
        boolean last = word(from).equals("last") || word(from).equals("past");
        int at = last ? from + 1 : from;
        int number = counted(at);
        int unit = number > 0 ? UNITS.getOrDefault(word(at + 1), 0) : 0;
        if (last && number <= 0) {
            int single = UNITS.getOrDefault(word(at), 0);
            return single > 0 && single < YEAR && !word(at).endsWith("s")
                    ? found(new Slot.Span(single), 2)
                    : Optional.empty();
        }
        boolean one = number <= 0 && ONE_UNIT.containsKey(word(from));
        int end = one ? from + 1 : at + 2;
        int hours = one ? ONE_UNIT.getOrDefault(word(from), 0) : number * unit;
        if (hours < 1 || hours > 366 * 24 || unit == YEAR || one && hours == YEAR) {
            return Optional.empty();
        }
        if (last) {
            return found(new Slot.Span(hours), 3);
        }
        boolean weekAgo = one && hours == 168 && AGO.contains(word(end));
        if (PAST.contains(word(end)) || weekAgo) {
            return found(new Slot.Span(hours), end - from + 1 + (word(end + 1).equals("ini") ? 1 : 0));
        }
        return Optional.empty();
    }

    /// Such as "since 24 hours ago" or "sejak 24 jam yang lalu".
    private Optional<PhraseBook.Found> sinceHours(int from) {
        int hours = counted(from + 1) * UNITS.getOrDefault(word(from + 2), 0);
        int ago = word(from + 3).equals("yang") ? from + 4 : from + 3;
        return hours > 0 && hours < 366 * 24 && AGO.contains(word(ago))
                ? found(new Slot.Span(hours), ago - from + 1)
                : Optional.empty();
    }

    private static Optional<PhraseBook.Found> found(Slot slot, int words) {
        return Optional.of(new PhraseBook.Found(slot, words));
    }
}
