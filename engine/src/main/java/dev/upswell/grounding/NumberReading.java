package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Bound;
import dev.upswell.grounding.Amount.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the numbers of a clause, in digits and in words, in English or Indonesian.
final class NumberReading {

    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{L}\\p{N}])([×xX]\\s?)?([+−–-])?"
            + "(\\d{1,3}(?:[.,\\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)");
    private static final Pattern SCALE = Pattern.compile(
            "\\s?(k|K|M|m|B|bn|mn|thousand|million|billion|rb|ribu|jt|juta|miliar|milyar)(?![\\p{L}\\p{N}])");
    private static final Pattern PERCENT = Pattern.compile("(?i)\\s?(%|per ?cent(?:age)?|persen)(?!\\p{L})");
    private static final Pattern PERCENT_POINTS = Pattern.compile(
            "(?i)\\s?(?:%|per ?cent(?:age)?|persen)?[\\s-]?(?:pp\\b|points?\\b|poin persen(?:tase)?\\b)");
    private static final Pattern TIMES = Pattern
            .compile("(?i)\\s?-?(×|x|times|fold|kali(?:\\s+lipat)?|lipat)(?!\\p{L})");
    private static final Pattern NOUN = Pattern
            .compile("(?i)[\\s-]*(?:(?:new|more|extra|additional|fresh|further|total|combined|tambahan|unique|"
                    + "distinct|different|fewer|baru|kali)\\s+)?(\\p{L}+)");
    private static final double MONTH = 2_592_000;
    private static final Map<String, Double> TIMES_OF = Map.ofEntries(Map.entry("second", 1d), Map.entry("detik", 1d),
            Map.entry("minute", 60d), Map.entry("menit", 60d), Map.entry("semenit", 60d), Map.entry("hour", 3_600d),
            Map.entry("jam", 3_600d), Map.entry("sejam", 3_600d), Map.entry("hourly", 3_600d),
            Map.entry("day", 86_400d),
            Map.entry("hari", 86_400d), Map.entry("sehari", 86_400d), Map.entry("daily", 86_400d),
            Map.entry("week", 604_800d),
            Map.entry("minggu", 604_800d), Map.entry("seminggu", 604_800d), Map.entry("pekan", 604_800d),
            Map.entry("sepekan", 604_800d), Map.entry("weekly", 604_800d), Map.entry("month", MONTH),
            Map.entry("bulan", MONTH), Map.entry("sebulan", MONTH), Map.entry("monthly", MONTH));
    private static final Map<String, Double> LONGER = Map.ofEntries(Map.entry("week", 604_800d),
            Map.entry("weeks", 604_800d),
            Map.entry("minggu", 604_800d), Map.entry("pekan", 604_800d), Map.entry("month", 2_592_000d),
            Map.entry("months", 2_592_000d), Map.entry("bulan", 2_592_000d), Map.entry("fortnights", 1_209_600d));
    private static final Pattern PER = Pattern
            .compile(
                    "(?i)\\s*+(?:per|an?|each|every|tiap|setiap|dalam|/)?\\s*+(second|minute|hour|day|week|month|detik|"
                            + "menit|jam|hari|minggu|pekan|bulan|semenit|sejam|sehari|seminggu|sepekan|sebulan|hourly|daily|weekly|monthly)(?!\\p{L})"
                            + "(?!\\s+(?:ago|earlier|before|later|yang lalu|lalu|silam|sebelumnya|kemudian)(?!\\p{L}))");
    private static final Pattern ONE_SPAN = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:(?:last|past|previous|one)\\s+(hour|day|week|month|fortnight)(?!\\s+of\\b)|(a fortnight|"
                            + "seminggu|sepekan|sehari|sebulan|sejam)|(?:an?|one)\\s+(minute|hour|day|week|month)(?=\\s+(?:and|later|ago|earlier)\\b)|"
                            + "(?:(?<=(?:than|nearly|almost|about|over|under|around|roughly) an? )(?=(?:minute|hour|day|week|month)\\b)|"
                            + "(?<=(?:in|within|during) an? )(?=(?:day|week|month)\\b))(minute|hour|day|week|month))"
                            + "(\\s+and a half)?(?!\\p{L})");
    private static final Map<String, Double> ONE = Map.ofEntries(Map.entry("minute", 60d), Map.entry("hour", 3_600d),
            Map.entry("sejam", 3_600d),
            Map.entry("day", 86_400d), Map.entry("sehari", 86_400d), Map.entry("week", 604_800d),
            Map.entry("seminggu", 604_800d),
            Map.entry("sepekan", 604_800d), Map.entry("month", 2_592_000d), Map.entry("sebulan", 2_592_000d),
            Map.entry("fortnight", 1_209_600d), Map.entry("a fortnight", 1_209_600d));
    /// What makes half of something half as much again.
    private static final Pattern AGAIN = Pattern
            .compile("(?i)\\s+(?:as\\s+\\p{L}+\\s+(?:\\p{L}+\\s+)?again|again(?:\\s+as\\s+\\p{L}+)?)(?!\\p{L})");
    /// Words behind which `one` is a place in an order.
    private static final Set<String> PLACES = Set.of("number", "no", "nomor", "peringkat", "posisi", "urutan", "rank",
            "ranked", "ranking", "juara", "position", "spot");
    private static final Set<String> EACH = Set.of("every", "each", "per");
    private static final Set<String> ALONE = Set.of("one", "a", "an", "satu");
    /// How far a number of one digit may be from its fact, as a part of it: 2 million are not 2.4 million.
    private static final double COARSE = 0.06;
    private static final double MULTIPLE_SLACK = 0.05;

    private final Locale locale;

    NumberReading(Locale locale) {
        this.locale = locale;
    }

    /// The numbers of a clause from which names and dates were taken out.
    List<Amount> of(String clause) {
        List<Amount> found = new ArrayList<>();
        String left = clause;
        Matcher digits = DIGITS.matcher(clause);
        int from = 0;
        while (digits.find(from)) {
            Amount amount = digits(clause, digits);
            found.add(amount);
            left = Text.without(left, amount.start(), amount.end());
            from = Math.max(amount.end(), digits.end());
        }
        Matcher span = ONE_SPAN.matcher(left);
        while (span.find()) {
            String word = span.group(1) != null
                    ? span.group(1)
                    : span.group(2) != null
                            ? span.group(2)
                            : span.group(3) != null ? span.group(3) : span.group(4);
            double seconds = Objects.requireNonNull(ONE.get(word.toLowerCase(Locale.ROOT)), word)
                    * (span.group(5) == null ? 1 : 1.5);
            found.add(new Amount(span.start(), span.end(), seconds, 0, Kind.SPAN, null,
                    Bound.of(clause, span.start(), span.end()), false));
            left = Text.without(left, span.start(), span.end());
        }
        for (Amount quantifier : JoinedNumbers.quantifiers(left)) {
            found.add(quantifier);
            left = Text.without(left, quantifier.start(), quantifier.end());
        }
        found.addAll(words(left));
        found.sort(Comparator.comparingInt(Amount::start));
        return JoinedNumbers.of(clause, found);
    }

    private Amount digits(String clause, Matcher found) {
        BigDecimal number = plain(found.group(3));
        double step = Math.pow(10, -number.scale());
        int end = found.end();
        double scale = 1;
        Matcher scaled = SCALE.matcher(clause).region(end, clause.length());
        if (scaled.lookingAt()) {
            scale = Words.SCALES.getOrDefault(scaled.group(1).toLowerCase(Locale.ROOT), 1.0);
            end = scaled.end();
        }
        boolean negative = found.group(2) != null && !found.group(2).equals("+");
        double value = number.doubleValue() * scale * (negative ? -1 : 1);
        Written written = new Written(found.start(), end, value, step * scale / 2, found.group(2) != null);
        return found.group(1) != null
                ? written.as(Kind.TIMES, 1, end, null, Bound.of(clause, found.start(), end))
                : told(clause, written);
    }

    private record Written(int start, int end, double value, double slack, boolean signed) {

        Amount as(Kind kind, double unit, int until, @Nullable Unit thing, Bound bound) {
            boolean coarse = slack >= 0.5 && value != 0;
            double least = coarse ? Math.min(slack, Math.abs(value) * (kind == Kind.PERCENT ? 0.1 : COARSE)) : slack;
            return new Amount(start, until, value * unit, least * unit, kind, thing, bound, signed);
        }
    }

    private static Amount told(String clause, Written written) {
        int end = written.end();
        Bound bound = Bound.of(clause, written.start(), end);
        Matcher points = PERCENT_POINTS.matcher(clause).region(end, clause.length());
        if (points.lookingAt() && points.group().strip().matches("(?i)(?:%|per.*|pers.*|poin pers.*).+|pp")) {
            return written.as(Kind.PERCENT_POINTS, 0.01, points.end(), null, bound);
        }
        Matcher percent = PERCENT.matcher(clause).region(end, clause.length());
        if (percent.lookingAt()) {
            return written.as(Kind.PERCENT, 0.01, percent.end(), null,
                    Bound.of(clause, written.start(), percent.end()));
        }
        Matcher times = TIMES.matcher(clause).region(end, clause.length());
        if (times.lookingAt()) {
            Amount so = written.as(Kind.TIMES, 1, times.end(), Words.done(clause, written.start()), bound);
            return so.thing() == null ? so : rated(clause, so);
        }
        Matcher noun = NOUN.matcher(clause).region(end, clause.length());
        if (noun.lookingAt()) {
            String word = noun.group(1).toLowerCase(Locale.ROOT);
            Double longer = LONGER.get(word);
            if (longer != null) {
                return written.as(Kind.SPAN, longer, noun.end(), null, bound);
            }
            Optional<Unit> unit = Unit.named(word);
            if (unit.isPresent() && unit.get().isSpan()) {
                return written.as(Kind.SPAN, unit.get().seconds(), noun.end(), unit.get(), bound);
            }
            if (unit.isPresent()) {
                return rated(clause, written.as(Kind.PLAIN, 1, noun.end(), unit.get(), bound));
            }
        }
        return rated(clause, written.as(Kind.PLAIN, 1, end, null, bound));
    }

    /// With the time in which so much is counted, where it is told.
    private static Amount rated(String clause, Amount amount) {
        Matcher per = PER.matcher(clause).region(amount.end(), clause.length());
        if (!per.lookingAt()) {
            return amount;
        }
        return amount.per(Objects.requireNonNull(TIMES_OF.get(per.group(1).toLowerCase(Locale.ROOT))), per.end());
    }

    /// Digits as their language writes them; where only one reading makes sense, that one.
    private BigDecimal plain(String written) {
        String text = written.replace("\u00a0", "").replace("\u202f", "");
        boolean indonesian = locale.getLanguage().equals("id");
        char point = indonesian ? ',' : '.';
        char group = indonesian ? '.' : ',';
        if (text.indexOf(group) >= 0 && !text.matches("\\d{1,3}(?:\\" + group + "\\d{3})+(?:\\" + point + "\\d+)?")) {
            // A group of thousands has three digits: this is the other language's way.
            text = text.replace(String.valueOf(point), "").replace(group, '.');
            return new BigDecimal(text);
        }
        return new BigDecimal(text.replace(String.valueOf(group), "").replace(point, '.'));
    }

    private List<Amount> words(String clause) {
        List<Amount> found = new ArrayList<>();
        List<Text.Word> words = Text.placed(clause);
        for (int i = 0; i < words.size(); i++) {
            int used = word(clause, words, i, found);
            Text.Word word = words.get(i);
            boolean read = found.stream()
                    .anyMatch(amount -> amount.start() <= word.start() && word.start() < amount.end());
            if (!read && Words.isOfNumber(word.text())) {
                found.add(Amount.unread(word.start(), word.end()));
            }
            i += Math.max(0, used - 1);
        }
        return found;
    }

    /// @return how many words were read
    private static int word(String clause, List<Text.Word> words, int at, List<Amount> found) {
        Text.Word word = words.get(at);
        Double multiple = Words.MULTIPLES.get(word.text());
        if (multiple != null) {
            Double by = word.text().startsWith("berlipat") && at + 1 < words.size()
                    ? Words.NUMBERS.get(words.get(at + 1).text())
                    : null;
            int end = words.get(by == null ? at : at + 1).end();
            double times = by == null ? multiple : by;
            Bound bound = Bound.of(clause, word.start(), end);
            found.add(new Amount(word.start(), end, times, MULTIPLE_SLACK * times, Kind.TIMES, null,
                    times < 1 ? bound.turned() : bound, false));
            return by == null ? 1 : 2;
        }
        Double part = part(words, at);
        if (part != null) {
            return parts(clause, words, at, at, part, found);
        }
        if (!startsNumber(words, at)) {
            return 0;
        }
        return spelled(clause, words, at, found);
    }

    private static @Nullable Double part(List<Text.Word> words, int at) {
        String word = words.get(at).text().replaceFirst("(?<=^se\\p{L}{4,12})nya$", "");
        boolean counted = at > 0 && ALONE.contains(words.get(at - 1).text());
        Double part = Words.COUNTED_PARTS.get(word);
        return part == null ? Words.PARTS.get(word) : counted ? part : null;
    }

    /// A part by itself, of a scale as in `a quarter of a million`, or of a span as in `three quarters of an hour`.
    ///
    /// @param from the first word of it, `at` the part itself
    /// @return how many words were read
    private static int parts(String clause, List<Text.Word> words, int from, int at, double part, List<Amount> found) {
        int start = words.get(from).start();
        if (words.get(at).text().equals("setengah") && at > 0 && Words.NUMBERS.containsKey(words.get(at - 1).text())) {
            return 1;
        }
        int next = at + 1;
        boolean of = next < words.size() && words.get(next).text().equals("of");
        next += of ? 1 : 0;
        boolean article = next < words.size() && isArticle(words.get(next).text());
        next += article ? 1 : 0;
        String whole = next < words.size() && (article || !of) ? words.get(next).text() : "";
        if (whole.length() > 3 && Words.SCALES.containsKey(whole)) {
            double scale = Words.SCALES.getOrDefault(whole, 1.0);
            found.add(told(clause, new Written(start, words.get(next).end(), part * scale, part * scale / 20, false)));
            return next - from + 1;
        }
        Double seconds = TIMES_OF.get(whole);
        if (seconds != null && !whole.equals("detik") && !whole.startsWith("se")) {
            found.add(new Amount(start, words.get(next).end(), part * seconds, part * seconds / 20, Kind.SPAN, null,
                    Bound.of(clause, start, words.get(next).end()), false));
            return next - from + 1;
        }
        int end = words.get(at).end();
        Matcher again = AGAIN.matcher(clause).region(end, clause.length());
        found.add(again.lookingAt()
                ? new Amount(start, again.end(), 1 + part, MULTIPLE_SLACK * (1 + part), Kind.TIMES, null,
                        Bound.of(clause, start, again.end()), false)
                : Amount.part(start, end, part, Bound.of(clause, start, end)));
        return at - from + 1;
    }

    /// `one` by itself is a pronoun as often as a number.
    private static boolean startsNumber(List<Text.Word> words, int at) {
        String word = words.get(at).text();
        if (word.startsWith("se") && Words.SCALES.containsKey(word)
                || isArticle(word) && at + 1 < words.size() && isSpelledScale(words.get(at + 1).text())) {
            return true;
        }
        if (at > 0 && EACH.contains(words.get(at - 1).text()) && isSpelledScale(word)) {
            return true;
        }
        if (!Words.NUMBERS.containsKey(word)) {
            return false;
        }
        boolean alone = ALONE.contains(word);
        boolean placed = !isArticle(word) && at > 0 && PLACES.contains(words.get(at - 1).text());
        return !alone || placed || joins(words, at + 1) || at + 1 < words.size()
                && (words.get(at + 1).text().equals("setengah") || Words.SCALES.containsKey(words.get(at + 1).text())
                        || Words.PARTS.containsKey(words.get(at + 1).text())
                        || Unit.named(words.get(at + 1).text()).isPresent());
    }

    private static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an");
    }

    /// A scale that is a word, and no abbreviation such as k.
    private static boolean isSpelledScale(String word) {
        return word.length() > 2 && Words.SCALES.containsKey(word) && !word.startsWith("se");
    }

    private static int spelled(String clause, List<Text.Word> words, int from, List<Amount> found) {
        double total = 0;
        double current = 0;
        double least = 1;
        double last = 1;
        int at = from;
        for (; at < words.size(); at++) {
            String word = words.get(at).text();
            Double number = Words.NUMBERS.get(word);
            Double scale = Words.SCALES.get(word);
            boolean half = word.equals("setengah") || word.equals("half");
            if (half && at > from && current == 0 && last > 1) {
                total += last / 2;
                least = last / 10;
            } else if (half && at > from) {
                current += 0.5;
                least = 0.1;
            } else if (at == from && isArticle(word)) {
                current = 1;
                least = 0.2;
            } else if (word.equals("belas") && at > from) {
                current += 10;
            } else if (word.startsWith("se") && scale != null) {
                current = scale.equals(1e2) ? current + 100 : current;
                total += scale.equals(1e2) ? 0 : scale;
                last = scale;
            } else if (number != null) {
                current += number;
            } else if (scale != null && word.length() > 2 && (at > from || isSpelledScale(word))) {
                if (scale <= 100) {
                    current = at == from ? scale : current == 0 ? 1 : tens(current, scale);
                    least = 1;
                } else {
                    total += (current == 0 ? 1 : current) * scale;
                    least = least < 1 ? least * scale : scale;
                    last = scale;
                    current = 0;
                }
            } else if (!(joins(words, at) && at > from)) {
                break;
            }
        }
        double value = total + current;
        int end = words.get(at - 1).end();
        int start = words.get(from).start();
        Double part = at < words.size() ? Words.PARTS.get(words.get(at).text()) : null;
        if (part != null && value > 0 && value < 10) {
            return parts(clause, words, from, at, part * value, found);
        }
        double slack = current != 0 && total != 0 ? 0.5 : least / 2;
        found.add(told(clause, new Written(start, end, value, slack, false)));
        return at - from;
    }

    /// Tens apply to the digit before them, not to all that was read, as in `lima ratus dua puluh`; hundreds and dozens to all.
    private static double tens(double current, double scale) {
        if (scale > 10) {
            return current * scale;
        }
        double last = current % 10;
        return current - last + (last == 0 ? 1 : last) * scale;
    }

    /// Whether `and` or `a` goes on with the number, as in `one and a half` or `two hundred and fifty`.
    private static boolean joins(List<Text.Word> words, int at) {
        if (at + 1 >= words.size()) {
            return false;
        }
        String word = words.get(at).text();
        String next = words.get(at + 1).text();
        boolean half = (word.equals("and") || word.equals("a")) && (next.equals("half") || next.equals("a"));
        boolean hundred = word.equals("and") && at > 0 && words.get(at - 1).text().equals("hundred")
                && Words.NUMBERS.containsKey(next);
        return half || hundred;
    }
}
