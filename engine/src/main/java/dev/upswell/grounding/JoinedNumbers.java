package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Bound;
import dev.upswell.grounding.Amount.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers that belong together: two minutes and five seconds, six in ten, two to one, between 1.8 and 4.6 million; and the words that
/// tell a part without a number, such as every other and the majority.
final class JoinedNumbers {

    private static final Pattern MOST = Pattern
            .compile("(?i)(?<!\\p{L})(?:(?:the\\s+|an?\\s+)?(?:(?:vast|overwhelming|large|great|"
                    + "clear|wide|slim|narrow)\\s+)?majority|(?<!(?:the|at) )most(?=\\s+(?:of|people|viewers?|views|comments?|followers|likes|"
                    + "shares|saves|posts|videos|clips|creators|mentions|clicks|sales|calls|users|buyers|watchers|the)\\b)|the bulk|"
                    + "the lion['’]s share|sebagian besar|mayoritas|kebanyakan)(?!\\p{L})");
    private static final Pattern FEW = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:(?:the\\s+|an?\\s+)?(?:(?:small|tiny|slim)\\s+)?minority|sebagian kecil|minoritas)(?!\\p{L})");
    private static final Pattern NEARLY_ALL = Pattern
            .compile("(?i)(?<!\\p{L})(?:(?:nearly|almost|practically|virtually)\\s+"
                    + "(?:all|every(?:one|body)?)|hampir\\s+(?:semua|seluruh|setiap))(?!\\p{L})");
    private static final Pattern EVERY_OTHER = Pattern
            .compile("(?i)(?<!\\p{L})every\\s+(other|second|third|fourth|fifth|sixth|tenth)\\s+(\\p{L}+)");
    private static final Map<String, Integer> OTHER = Map.of("other", 2, "second", 2, "third", 3, "fourth", 4, "fifth",
            5, "sixth", 6, "tenth", 10);
    private static final Pattern IN = Pattern
            .compile("(?i)\\s*(?:\\p{L}+\\s+){0,2}(?:(?:in|out of|of|for|per|dari|dari antara|di antara)"
                    + "(?:\\s+(?:every|each|tiap|setiap))?|(?:every|each|tiap|setiap))(?:\\s+the)?\\s*");
    private static final Pattern RANKED = Pattern
            .compile(
                    "(?i)(?:place|rank\\p{L}*|number|no\\.?|spot|position|peringkat|urutan|posisi|nomor)\\s+(?:ke)?-?\\s*$|ke-$");
    private static final Pattern ONE_IN = Pattern
            .compile("(?i)(?<!\\p{L})(?<!salah )(?:one|satu)\\s+(?:\\p{L}+\\s+){0,2}"
                    + "(?:in|out of|dari|di antara)\\s+(?:every\\s+|each\\s+|setiap\\s+|tiap\\s+)?$");
    private static final Pattern TO_ONE = Pattern.compile("(?i)^\\s*(?:to|banding)\\s+(?:one|1|satu)(?![\\p{L}\\d.,])");
    private static final Pattern GOES_ON = Pattern
            .compile("(?i)\\s*(?:to|and|or|–|-|dan|hingga|sampai(?: dengan)?|atau|s/d)\\s*");
    private static final Pattern SCALE = Pattern.compile(
            "(?<!\\p{L})(k|K|M|m|B|bn|mn|thousand|million|billion|rb|ribu|jt|juta|miliar|milyar)(?!\\p{L})");
    private static final int HUNDRED = 100;

    private JoinedNumbers() {
    }

    /// Words that tell a part without a number.
    static List<Amount> quantifiers(String clause) {
        List<Amount> found = new ArrayList<>();
        quantifiers(clause, MOST, 0.5, Bound.ABOVE, found);
        quantifiers(clause, FEW, 0.5, Bound.BELOW, found);
        quantifiers(clause, NEARLY_ALL, 0.9, Bound.ABOVE, found);
        Matcher every = EVERY_OTHER.matcher(clause);
        while (every.find()) {
            String noun = every.group(2).toLowerCase(Locale.ROOT);
            int steps = Objects.requireNonNull(OTHER.get(every.group(1).toLowerCase(Locale.ROOT)));
            Unit unit = Unit.named(noun).filter(Unit::isSpan).orElse(null);
            if (unit != null || noun.equals("week")) {
                double seconds = steps * (unit == null ? 604_800 : unit.seconds());
                found.add(new Amount(every.start(), every.end(), seconds, seconds / 20, Kind.SPAN, unit, Bound.EXACT,
                        false));
            } else if (!Words.isBehindNumber(noun) || noun.equals("one")) {
                found.add(Amount.part(every.start(), every.end(1), 1.0 / steps,
                        Bound.of(clause, every.start(), every.end(1))));
            }
        }
        return found;
    }

    private static void quantifiers(String clause, Pattern pattern, double part, Bound bound, List<Amount> into) {
        Matcher found = pattern.matcher(clause);
        while (found.find()) {
            into.add(new Amount(found.start(), found.end(), part, 0, Kind.PART, null, bound, false));
        }
    }

    /// The same numbers, those that belong together as one.
    static List<Amount> of(String clause, List<Amount> amounts) {
        List<Amount> joined = new ArrayList<>();
        for (Amount amount : amounts) {
            Amount last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && amount.end() <= last.end()) {
                continue;
            }
            String between = last == null ? "" : clause.substring(last.end(), Math.max(last.end(), amount.start()));
            Amount together = last == null ? null : together(clause, last, between, amount);
            Amount own = together == null ? inOne(clause, amount) : together;
            if (together != null) {
                joined.removeLast();
            } else if (last != null && GOES_ON.matcher(between).matches()) {
                joined.removeLast();
                joined.add(carried(clause, last, amount));
            }
            if (together == null && last != null) {
                joined.add(ofSpan(joined.removeLast(), between, amount));
            }
            joined.add(toOne(clause, own));
        }
        return joined;
    }

    private static @Nullable Amount together(String clause, Amount last, String between, Amount amount) {
        if (last.kind() == Kind.SPAN && amount.kind() == Kind.SPAN && amount.value() < last.value()
                && between.strip().matches("(?i)|and|dan|,")) {
            return last.and(amount);
        }
        boolean part = isCount(last) && isCount(amount) && last.value() < amount.value() && isBase(amount)
                && IN.matcher(between).matches() && !between.matches("(?i)(?:st|nd|rd|th)\\b.*")
                && !RANKED.matcher(clause.substring(0, last.start())).find();
        return part ? in(clause, last.start(), last.value(), last.thing(), last.bound(), amount) : null;
    }

    /// One in seven, where `one` was read as no number.
    private static Amount inOne(String clause, Amount amount) {
        Matcher one = ONE_IN.matcher(clause.substring(0, amount.start()));
        return isCount(amount) && isBase(amount) && one.find()
                ? in(clause, one.start(), 1, null, Bound.of(clause, one.start(), one.start()), amount)
                : amount;
    }

    private static Amount in(String clause, int start, double value, @Nullable Unit thing, Bound bound, Amount base) {
        boolean rate = thing != null && base.thing() != null && thing != base.thing();
        return in(start, base.end(), value, base.value(), rate ? thing : null,
                bound == Bound.EXACT ? Bound.of(clause, start, start) : bound);
    }

    /// So many of so many: of a hundred, as exactly as a percentage.
    static Amount in(int start, int end, double value, double base, @Nullable Unit thing, Bound bound) {
        Amount part = Amount.part(start, end, value / base, bound);
        double slack = base >= 100 ? Math.min(0.5 / base, 0.1 * part.value()) : 0;
        return new Amount(start, end, part.value(), Math.max(part.slack(), slack), Kind.PART, thing, bound, false);
    }

    private static boolean isCount(Amount amount) {
        return amount.kind() == Kind.PLAIN && amount.per() == 0 && !amount.signed()
                && amount.value() == Math.rint(amount.value()) && amount.value() > 0;
    }

    private static boolean isBase(Amount amount) {
        double value = amount.value();
        return value > 1 && (value <= HUNDRED || Math.log10(value) == Math.rint(Math.log10(value)));
    }

    /// Two to one are twice as many.
    private static Amount toOne(String clause, Amount amount) {
        Matcher to = TO_ONE.matcher(clause.substring(amount.end()));
        return amount.kind() == Kind.PLAIN && amount.thing() == null && to.find()
                ? new Amount(amount.start(), amount.end() + to.end(), amount.value(), 0.05 * amount.value(), Kind.TIMES,
                        null, amount.bound(), false)
                : amount;
    }

    /// The first of two numbers in the unit of the second: 6.4 of the 22 seconds.
    private static Amount ofSpan(Amount first, String between, Amount second) {
        Unit unit = second.thing();
        boolean of = between.matches("(?i)\\s*(?:out of|of|dari)\\s+(?:the\\s+|its\\s+|all\\s+)?");
        return of && first.kind() == Kind.PLAIN && first.thing() == null && second.kind() == Kind.SPAN && unit != null
                && unit.isSpan() ? first.as(Kind.SPAN, unit.seconds(), first.end()) : first;
    }

    /// The first of two numbers with the scale or percent of the second, which is told once for both.
    private static Amount carried(String clause, Amount first, Amount second) {
        String own = clause.substring(first.start(), first.end());
        if (first.kind() != Kind.PLAIN || first.thing() != null || first.per() != 0 || SCALE.matcher(own).find()) {
            return first;
        }
        if (second.kind() == Kind.PERCENT) {
            return first.as(Kind.PERCENT, 0.01, first.end());
        }
        Matcher scale = SCALE
                .matcher(clause.substring(second.start(), second.end()).replaceAll("(?<=\\d)(?=\\p{L})", " "));
        return second.kind() == Kind.PLAIN && scale.find()
                ? first.as(Kind.PLAIN, Words.SCALES.getOrDefault(scale.group(1).toLowerCase(Locale.ROOT), 1.0),
                        first.end())
                : first;
    }
}
