package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Bound;
import dev.upswell.grounding.NameReading.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Numbers that are computed from two facts of a sentence: differences, shares, multiples, averages.
///
/// Two facts go together where they measure the same, of two things or at two times, or where one measures a case of the other: what is
/// foreseen and what is foreseen if something doubles, what is and what is usual, with and without.
final class Computed {

    private static final Pattern TOTAL = Pattern
            .compile(
                    "(?i)\\b(?:together|total|combined|altogether|in all|sum|gabungan|bersama|bersama-sama|jumlah|keduanya)\\b");
    private static final Pattern EACH = Pattern
            .compile("(?i)(?<!\\p{L})(?:per|each|every|tiap|setiap|masing-masing|for every)\\s+"
                    + "(?:of\\s+(?:the|its|these)\\s+(?:[\\d.,]+\\s+)?)?(\\p{L}+)");
    private static final Pattern APIECE = Pattern
            .compile("(?i)^\\s*(?:each|apiece|masing-masing)(?!\\p{L}|\\s+\\p{L})");
    private static final Pattern FAST = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:fast|faster|quick|quicker|quickly|rapid|rapidly|soon|sooner|cepat|kilat)(?!\\p{L})");
    private static final Pattern MORE_BEHIND = Pattern
            .compile("(?i)^\\s*(?:more|less|fewer|higher|lower|larger|smaller|bigger|greater|"
                    + "faster|slower|longer|shorter|better|worse|lebih|di atas|di bawah|above|below|up|down|ahead|extra)(?!\\p{L})");
    private static final Pattern AS_BEHIND = Pattern
            .compile("(?i)^\\s*(?:as|se(?:banyak|cepat|besar|tinggi))(?!\\p{L})");
    private static final Set<String> RELATED = Set.of("difference", "gap", "separate", "separates", "between", "apart",
            "lie", "lies", "margin", "selisih", "selisihnya", "beda", "bedanya", "jarak", "terpaut", "berbeda",
            "memisahkan", "lead", "advantage", "edge", "change", "perubahan", "raise", "raises", "raised", "lift",
            "lifts", "lifted", "add", "adds", "added", "menambah", "mengangkat", "win", "wins", "keunggulan", "differ",
            "differs", "leads", "memimpin", "swing", "gain", "gained", "extra", "short", "shy", "kurang", "lebih");

    private static final Pattern OF_ALL = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:of|among|dari|antara|total|altogether|all)\\s+(?:(?:the|all|total|semua|seluruh)\\s+)?$");
    private static final Pattern LACKING = Pattern
            .compile("(?i)(?<!\\p{L})(?:without|lack\\p{L}*|tanpa|no|not|tidak|tak)(?!\\p{L})");
    /// By how much a share may have been rounded.
    private static final double ROUNDED = 0.0005;

    private final Clause clause;
    private final Clause whole;

    Computed(Clause clause, Clause whole) {
        this.clause = clause;
        this.whole = whole;
    }

    /// Whether two facts give it.
    boolean gives(Amount amount) {
        List<Fact> facts = whole.facts();
        return isSum(amount, facts) || facts.stream().filter(Fact::isNumber).anyMatch(one -> facts.stream()
                .anyMatch(other -> one != other && other.isNumber() && (one.unit() == other.unit()
                        ? derives(amount, one, other) || splits(amount, one, other)
                        : rates(amount, one, other) || counts(amount, one, other))));
    }

    /// Whether two facts are all that is added: no third is cited, or two are named.
    private boolean isTotalOf(Fact one, Fact other) {
        return TOTAL.matcher(whole.text()).find() && (whole.subjects().size() == 2 || whole.facts().stream()
                .allMatch(fact -> fact == one || fact == other || fact.unit() != one.unit()
                        || !fact.measure().equals(one.measure()) || Objects.equals(fact.entity(), one.entity())
                        || Objects.equals(fact.entity(), other.entity())));
    }

    /// What three or more of the same measure come to together.
    private boolean isSum(Amount amount, List<Fact> facts) {
        return amount.kind() == Amount.Kind.PLAIN && TOTAL.matcher(whole.text()).find()
                && facts.stream().filter(fact -> fact.unit().isThing()).anyMatch(fact -> {
                    List<Fact> all = facts.stream().filter(other -> other.unit() == fact.unit()
                            && other.measure().equals(fact.measure()) && Objects.equals(other.at(), fact.at()))
                            .toList();
                    return all.size() > 2 && all.stream().map(Fact::entity).distinct().count() == all.size()
                            && new Matching(clause, whole).counts(amount, fact)
                            && amount.tells(all.stream().mapToDouble(Fact::number).sum());
                });
    }

    /// Those with something and those without it are all there are: `188 of the 600 videos, or 31 %`.
    private boolean splits(Amount amount, Fact one, Fact other) {
        Set<String> own = new HashSet<>(Text.words(one.measure()));
        Set<String> others = new HashSet<>(Text.words(other.measure()));
        boolean split = isSplit(one) && own.remove("with") && others.remove("without") && own.equals(others)
                && Objects.equals(one.entity(), other.entity()) && Objects.equals(one.at(), other.at());
        double all = one.number() + other.number();
        return split && switch (amount.kind()) {
            case PLAIN -> OF_ALL.matcher(clause.text().substring(0, amount.start())).find()
                    && new Matching(clause, whole).counts(amount, one) && amount.tells(all);
            case PERCENT, PART -> amount.thing() == null && (amount.tells(one.number() / all)
                    && !Opposites.isOpposed(clause, amount, one, whole.facts())
                    || amount.tells(other.number() / all)
                            && !Opposites.isOpposed(clause, amount, other, whole.facts())
                            && LACKING.matcher(clause.text()).find());
            case TIMES, PERCENT_POINTS, SPAN, UNREAD -> false;
        };
    }

    /// So many of what the second counts, as the first gives their share: 41 of 50 forecasts where 82 % were right.
    private boolean counts(Amount amount, Fact one, Fact other) {
        if (amount.kind() != Amount.Kind.PLAIN || one.unit() != Unit.SHARE || other.number() <= 0
                || !(other.unit().isThing() || other.unit() == Unit.COUNT)
                || !Objects.equals(one.entity(), other.entity()) || amount.value() != Math.rint(amount.value())
                || !new HashSet<>(Text.words(one.measure())).containsAll(Text.words(other.measure()))) {
            return false;
        }
        double all = other.number();
        Amount part = new Amount(amount.start(), amount.end(), amount.value() / all,
                Math.max(0.5, amount.slack()) / all + ROUNDED, Amount.Kind.PART, null, amount.bound(), false);
        return (amount.thing() == null || amount.thing() == other.unit())
                && new Matching(clause, whole).tells(part, one);
    }

    private boolean derives(Amount amount, Fact one, Fact other) {
        double a = one.number();
        double b = other.number();
        boolean share = one.unit() == Unit.SHARE || one.unit() == Unit.CHANGE;
        boolean ordered = isOrdered(one, other);
        double change = b == 0 ? Double.NaN : amount.signed() ? a / b - 1 : Math.abs(a / b - 1);
        double difference = amount.signed() ? a - b : Math.abs(a - b);
        return switch (amount.kind()) {
            case PLAIN -> share
                    ? amount.thing() == Unit.POINTS && isPair(one, other) && amount.tells(100 * difference)
                    : new Matching(clause, whole).counts(amount, one)
                            && (isPair(one, other) && isRelated() && !Opposites.isTo(clause, amount)
                                    && isThatWay(amount, one, other, difference)
                                    || isTotalOf(one, other) && amount.tells(a + b));
            case PERCENT_POINTS -> share && amount.tells(difference);
            case PERCENT -> b != 0 && (!share && ordered && !isOfWhole(amount) && !Matching.isLeft(clause, amount)
                    && isRelated() && amount.tells(change)
                    || !share && isPart(amount, one, other, ordered) && amount.tells(a / b)
                    || share && isTotal() && amount.tells(a + b));
            case TIMES -> b != 0 && ordered
                    && amount.tells(one.unit().isSpan() && FAST.matcher(whole.text()).find() ? b / a : a / b);
            case PART -> part(amount, one, other, ordered, change);
            case SPAN -> one.unit().isSpan() && amount.tells(difference * one.unit().seconds());
            case UNREAD -> false;
        };
    }

    /// Whether a difference is told, and where the number itself says `more` or `fewer`, of the one that has them.
    private boolean isThatWay(Amount amount, Fact one, Fact other, double difference) {
        double side = side(amount, one, other);
        return Double.isNaN(side) ? amount.tells(difference) : isOrdered(one, other) && amount.tells(side);
    }

    private boolean part(Amount amount, Fact one, Fact other, boolean ordered, double change) {
        if (amount.thing() != null || other.number() == 0) {
            return false;
        }
        boolean more = MORE_BEHIND.matcher(clause.text().substring(amount.end())).find();
        boolean by = more || Matching.isBy(clause, amount)
                && !clause.text().substring(amount.end()).matches("(?is)\\s*(?:of what|of that of|dari yang)\\b.*");
        double part = one.number() / other.number();
        if (amount.bound() == Bound.ABOVE || amount.bound() == Bound.BELOW) {
            return isPart(amount, one, other, ordered) && part <= 1 && amount.tells(part);
        }
        if (by) {
            return ordered && amount.tells(change)
                    || !more && isPart(amount, one, other, false) && part <= 1 && amount.tells(part);
        }
        boolean as = AS_BEHIND.matcher(clause.text().substring(amount.end())).find();
        boolean compared = (ordered || !as && one.measure().equals(other.measure()))
                && (as || !isSplit(one) && !isSplit(other))
                && !(Matching.isSame(one, other) && !ordered);
        boolean shared = compared || isPart(amount, one, other, ordered);
        return shared && part <= 1 && amount.tells(part)
                || isTotal() && one.unit() == Unit.SHARE && amount.tells(one.number() + other.number());
    }

    /// Two shares of one whole may be added where the sentence speaks of both.
    private boolean isTotal() {
        return TOTAL.matcher(whole.text()).find()
                || whole.subjects().size() > 1 && whole.text().matches("(?is).*\\s(?:and|dan|plus)\\s.*");
    }

    /// So many of one for each of the other, as three videos a creator or fifteen likes for a hundred views.
    private boolean rates(Amount amount, Fact one, Fact other) {
        if (other.number() == 0 || one.entity() == null || !one.entity().equals(other.entity())) {
            return false;
        }
        double rate = one.number() / other.number();
        boolean part = rate <= 1 && isOfWhole(amount) && place(one) < Integer.MAX_VALUE && isBehind(amount, other);
        boolean by = isNamed(other) && whole.text().matches("(?is).*\\b(?:than|daripada)\\b.*")
                && new Matching(clause, whole).counts(amount, one) && amount.tells(side(amount, one, other));
        return switch (amount.kind()) {
            case PLAIN -> by && one.unit() == amount.thing()
                    || (isEach(other) || isApiece(amount, other)) && amount.per() == 0
                            && new Matching(clause, whole).counts(amount, one)
                            && amount.tells(rate);
            case PART -> (amount.thing() == null && (part || isNamed(one) && isBase(amount, other))
                    || amount.thing() == one.unit() && isNamed(other)) && amount.tells(rate);
            case TIMES -> amount.thing() == null || amount.thing() == one.unit()
                    && AS_BEHIND.matcher(clause.text().substring(amount.end())).find()
                            ? (isNamed(one) && isNamed(other) && place(one) < place(other)
                                    || isEach(other) && Words.done(clause.text(), amount.start()) == one.unit())
                                    && amount.tells(rate)
                            : amount.thing() == one.unit() && (isEach(other) || isApiece(amount, other))
                                    && amount.tells(rate);
            case PERCENT -> part && amount.tells(rate);
            case PERCENT_POINTS, SPAN, UNREAD -> false;
        };
    }

    /// Whether what a fact counts is spoken of right behind the number: `a quarter of its followers`.
    private boolean isBehind(Amount amount, Fact fact) {
        return Text.placed(clause.text().substring(amount.end())).stream().limit(5)
                .anyMatch(word -> Unit.named(word.text()).filter(unit -> unit == fact.unit()).isPresent()
                        || Words.deed(word.text()) == fact.unit());
    }

    /// Whether what a fact counts is what the number is told of itself: `one in fifty views`.
    private boolean isBase(Amount amount, Fact fact) {
        List<Text.Word> own = Text.placed(clause.text().substring(amount.start(), amount.end()));
        return own.size() > 2
                && Unit.named(own.getLast().text()).filter(unit -> unit.isThing() && unit == fact.unit()).isPresent();
    }

    /// How far apart two facts are, the way the words of the number say: `more` of the first, or `fewer`; unknown where they say neither.
    private double side(Amount amount, Fact one, Fact other) {
        String own = clause.text().substring(amount.start(), amount.end()).toLowerCase(Locale.ROOT);
        return own.matches("(?s).*\\b(?:more|extra|additional|further)\\b.*")
                ? one.number() - other.number()
                : own.matches("(?s).*\\bfewer\\b.*") ? other.number() - one.number() : Double.NaN;
    }

    /// Whether it is told as so much for each of what this fact counts.
    private boolean isEach(Fact fact) {
        return EACH.matcher(whole.text()).results().map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .anyMatch(word -> Words.deed(word) == fact.unit()
                        || Unit.named(word).filter(unit -> unit == fact.unit()).isPresent());
    }

    /// Whether it is told as so much each of what this fact counts, which is the last that is spoken of before: `390 creators, 13 posts each`.
    private boolean isApiece(Amount amount, Fact fact) {
        return APIECE.matcher(clause.text().substring(amount.end())).find()
                && Text.placed(clause.text().substring(0, amount.start())).stream()
                        .flatMap(word -> Unit.named(word.text()).stream()).filter(Unit::isThing)
                        .reduce((one, last) -> last).filter(unit -> unit == fact.unit()).isPresent();
    }

    private boolean isNamed(Fact fact) {
        return place(fact) < Integer.MAX_VALUE;
    }

    /// Whether what is counted before this place is more than what is counted behind it, as saves and shares of one video.
    static Optional<Boolean> units(Clause clause, int place) {
        Fact before = null;
        Fact after = null;
        for (Text.Word word : Text.placed(clause.text())) {
            for (Fact fact : clause.facts()) {
                boolean named = fact.isNumber() && fact.unit().isThing() && (Words.deed(word.text()) == fact.unit()
                        || Unit.named(word.text()).filter(unit -> unit == fact.unit()).isPresent());
                before = named && word.start() < place ? fact : before;
                after = named && word.start() > place && after == null && fact != before ? fact : after;
            }
        }
        return before == null || after == null || before.unit() == after.unit()
                ? Optional.empty()
                : Optional.of(before.number() > after.number());
    }

    /// Where what a fact counts is spoken of first.
    private int place(Fact fact) {
        return Text.placed(whole.text()).stream()
                .filter(word -> Unit.named(word.text()).filter(unit -> unit == fact.unit()).isPresent()
                        || Words.deed(word.text()) == fact.unit())
                .mapToInt(Text.Word::start).findFirst().orElse(Integer.MAX_VALUE);
    }

    /// Whether the sentence has a word that says which way a difference goes, or that it is one; others are checked nowhere.
    private boolean isRelated() {
        return Text.words(whole.text()).stream().anyMatch(word -> RELATED.contains(word)
                || Words.RISE.contains(word) || Words.FALL.contains(word) || Words.COMPARISONS.containsKey(word)
                || Words.COMPARATIVES.containsKey(word) || Words.CHANGES.contains(word));
    }

    /// Whether two facts may be compared: the same of two things or times, or a case of the other.
    private static boolean isPair(Fact one, Fact other) {
        return one.measure().equals(other.measure()) || isCase(one, other) || isCase(other, one);
    }

    /// Whether the first is what the second measures, in a case of its own: `views_if_dispersion_doubles` of `views`, or the second what
    /// is usual of the first.
    static boolean isCase(Fact one, Fact other) {
        if (one.entity() == null || !one.entity().equals(other.entity()) || one.unit() != other.unit()
                || one.measure().equals(other.measure())) {
            return false;
        }
        Set<String> own = new HashSet<>(Text.words(one.measure()));
        Set<String> base = new HashSet<>(Text.words(other.measure()));
        boolean usual = base.remove("usual") | base.remove("typical") | base.remove("baseline") | base.remove("average")
                | base.remove("peak") | base.remove("expected") | base.remove("previous") | base.remove("without")
                | base.remove("control") | base.remove("median");
        if (usual) {
            own.remove("with");
            return base.equals(own);
        }
        Set<String> cases = Set.of("if", "when", "with", "after", "forecast", "predicted", "projected", "foreseen");
        return own.containsAll(base) && own.stream().anyMatch(cases::contains);
    }

    /// Whether the first is a part of the second: another measure of it, what it is said to be of, or told as so much of it.
    private boolean isPart(Amount amount, Fact one, Fact other, boolean ordered) {
        boolean of = one.of() != null && other.entity() != null
                && Text.name(one.of()).equals(Text.name(other.entity()));
        if (of || ordered && isOfWhole(amount) && !isSplit(one) && !isSplit(other)) {
            return true;
        }
        if (one.measure().equals(other.measure()) || one.number() > other.number()) {
            return false;
        }
        Set<String> left = new HashSet<>(Text.words(other.measure()));
        left.removeAll(Text.words(one.measure()));
        left.removeAll(Set.of("total", "all", "count", "number"));
        left.removeIf(word -> Unit.named(word).filter(unit -> unit == one.unit()).isPresent());
        List<String> behind = Text.placed(clause.text().substring(amount.end())).stream().limit(4)
                .map(Text.Word::text).toList();
        boolean named = isOfWhole(amount) && one.unit() == other.unit() && left.stream()
                .allMatch(word -> behind.stream().anyMatch(said -> Clause.isSame(word, said)));
        return left.isEmpty() || named || isOfWhole(amount) && whole.amounts().stream()
                .anyMatch(written -> written.start() > amount.start() && written.kind() != Amount.Kind.PART
                        && new Matching(whole, whole).tells(written, other));
    }

    /// Whether it counts those with something, or those without: neither is a part of the other.
    private static boolean isSplit(Fact fact) {
        List<String> words = Text.words(fact.measure());
        return fact.unit() != Unit.SHARE && (words.contains("with") || words.contains("without"));
    }

    /// Whether it is told as so much of something.
    private boolean isOfWhole(Amount amount) {
        return clause.text().substring(amount.end()).matches("(?is)\\s*(?:of|as|dari)\\b.*");
    }

    /// Whether the first is what the second is measured by: the later of two times, or what the clause speaks of first.
    private boolean isOrdered(Fact one, Fact other) {
        if (isCase(one, other)) {
            return true;
        }
        if (Matching.isSame(one, other)) {
            return one.at() != null && other.at() != null && one.at().isAfter(other.at());
        }
        List<Named> subjects = whole.subjects();
        if (!one.measure().equals(other.measure()) || subjects.size() != 2) {
            return one.measure().equals(other.measure());
        }
        boolean turned = Matching.isComparedFirst(whole.text());
        Named first = subjects.get(turned ? 1 : 0);
        return one.entity() != null && first.isOf(one.entity())
                || one.of() != null && Objects.equals(one.entity(), other.entity()) && first.isOf(one.of());
    }
}
