package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Kind;
import dev.upswell.grounding.NameReading.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Whether the numbers of a clause are those of the facts that it cites, as they are or computed from two of them.
final class Matching {

    private static final Pattern FROM = Pattern.compile("(?i)(?:from|(?<!lebih )(?<!kurang )dari)\\s*$");
    private static final Pattern TO = Pattern.compile("(?i)(?:\\bto|menjadi|jadi|\\bke|hingga)\\s*$");
    private static final Pattern EARLIER = Pattern.compile(
            "(?i)^\\s*(?:\\p{L}+\\s+)?(?:the day before|the week before|before|earlier|previously|sebelumnya|sehari sebelumnya)");
    private static final Pattern COMPARED_FIRST = Pattern
            .compile("(?i)^\\W*(?:compared|against|versus|than|unlike|dibanding|dibandingkan)");
    /// Words of a measure that is told in money.
    private static final Set<String> MONEY = Set.of("money", "gmv", "revenue", "sales", "turnover", "income",
            "earnings", "price", "cost", "costs", "spend", "spending", "spent", "budget", "payout", "commission",
            "profit", "fee", "fees", "usd", "idr", "rupiah", "dollars", "cpm", "cpc", "merchandise");
    private static final Pattern BY = Pattern
            .compile("(?i)(?<!\\p{L})(?:by|costs?|lost|lose|loses|losing|shed|sheds|kehilangan|gained|added|"
                    + "menambah|sebesar|sebanyak|bertambah|berkurang)\\s+(?:\\p{L}+[\\s-]+){0,3}$");
    private static final Pattern PEOPLE = Pattern
            .compile("(?i)^\\s+(?:\\p{L}+\\s+)?(?:people|persons|users|orang|pengguna)(?!\\p{L})");
    private static final Pattern LEFT = Pattern
            .compile("(?i)(?<!\\p{L})(?:tinggal|tersisa|menyisakan|sisa|sisanya|remain(?:s|ed|ing)?"
                    + "(?: at)?|left with|to|menjadi|kept|keeps?|retain(?:s|ed)?|stands? at|is at)\\s+(?:(?:only|just|about|around|nearly|"
                    + "almost|roughly|some|hanya|cuma|sekitar|hampir|kira-kira)\\s+){0,2}(?:an?\\s+)?$");
    private static final Pattern LEFT_BEHIND = Pattern
            .compile("(?is)\\s*(?:of|dari|as)\\b(?!.*\\b(?:lost|gone|hilang|lenyap)\\b).*|"
                    + "\\s*(?:(?:is|are|was|were)\\s+)?(?:left|remain(?:s|ed|ing)?|tersisa)\\b.*");
    private static final Pattern BASE = Pattern
            .compile("(?i)(?:(?:of|out of|for|in|from|dari|per|untuk|dalam)\\s+)?(?:every|each|tiap|setiap)\\s+"
                    + "(?:an?\\s+)?$|^\\s*(?:out of|of|dari|per)\\s+(?:an?\\s+)?$");
    private static final Set<String> NOT = Set.of("not", "never", "didn't", "doesn't", "don't", "isn't", "wasn't",
            "aren't", "weren't", "didn’t", "doesn’t", "don’t", "isn’t", "wasn’t", "aren’t", "weren’t", "tidak", "tak",
            "bukan");
    private static final Set<String> NO_MORE = Set.of("only", "more", "less", "fewer", "just", "quite", "hanya",
            "cuma", "lebih", "kurang", "sampai");

    private final Clause clause;
    private final Clause whole;
    private final @Nullable Instant asOf;

    /// @param whole the sentence that the clause is of: what is computed may take two facts from it
    /// @param asOf when it is told; null where no `ago` is to be read
    Matching(Clause clause, Clause whole, @Nullable Instant asOf) {
        this.clause = clause;
        this.whole = whole;
        this.asOf = asOf;
    }

    Matching(Clause clause, Clause whole) {
        this(clause, whole, null);
    }

    /// Whether what something is compared with stands first.
    static boolean isComparedFirst(String text) {
        return COMPARED_FIRST.matcher(text).find();
    }

    /// The numbers that no cited fact gives.
    List<Amount> wrong() {
        List<Amount> wrong = new ArrayList<>();
        Incidental incidental = new Incidental(clause, whole, asOf);
        List<Amount> values = clause.amounts().stream()
                .filter(amount -> !incidental.isAside(amount)).toList();
        List<Named> subjects = clause.subjects();
        Computed computed = new Computed(clause, whole);
        boolean paired = subjects.size() > 1 && values.size() == subjects.size();
        boolean each = subjects.size() > 1 && values.size() > 1 && clause.isNamedEach(values);
        for (int i = 0; i < values.size(); i++) {
            Amount amount = values.get(i);
            List<Fact> own = each
                    ? clause.around(amount.start())
                    : paired ? clause.of(subjects.get(i)) : clause.facts();
            boolean direct = own.stream().anyMatch(fact -> tells(amount, fact)) && isInOrder(amount, own);
            if (!direct && !computed.gives(amount) && !isOfBase(amount, own) && !isBase(amount)
                    && !incidental.isBorneOut(amount)) {
                wrong.add(amount);
            }
        }
        return wrong;
    }

    /// Whether a word is of what the fact measures.
    static boolean isOf(String word, Fact fact) {
        return Unit.named(word).filter(unit -> unit == fact.unit()).isPresent()
                || Text.words(fact.measure()).stream().anyMatch(own -> Clause.isSame(own, word));
    }

    /// Whether so many of the base of the sentence, as of every hundred, are a share that a fact gives.
    private boolean isOfBase(Amount amount, List<Fact> own) {
        return whole.amounts().stream().filter(base -> isBase(whole, base) && amount.kind() == Kind.PLAIN
                && amount.value() < base.value()).anyMatch(base -> {
                    Unit thing = amount.thing() == null && base.thing() != null
                            ? Words.done(whole.text(), amount.start())
                            : amount.thing();
                    boolean rate = thing != null && base.thing() != null && thing != base.thing();
                    Amount part = JoinedNumbers.in(amount.start(), amount.end(), amount.value(), base.value(),
                            rate ? thing : null, amount.bound());
                    return own.stream().anyMatch(fact -> tells(part, fact)) || new Computed(clause, whole).gives(part);
                });
    }

    /// Whether it is the base of the sentence, and something of it is told.
    private boolean isBase(Amount amount) {
        return isBase(clause, amount) && whole.amounts().stream().anyMatch(other -> other.kind() == Kind.PLAIN
                && other.value() < amount.value() && new Matching(whole, whole).isOfBase(other, whole.facts()));
    }

    private static boolean isBase(Clause of, Amount amount) {
        return amount.kind() == Kind.PLAIN && amount.value() > 1
                && (amount.value() <= 12 || Math.log10(amount.value()) == Math.rint(Math.log10(amount.value())))
                && BASE.matcher(of.text().substring(0, amount.start())).find();
    }

    /// Whether a number that is said to be the earlier or the later one is.
    private boolean isInOrder(Amount amount, List<Fact> own) {
        List<Fact> told = own.stream().filter(fact -> tells(amount, fact)).toList();
        String before = clause.text().substring(0, amount.start());
        boolean from = FROM.matcher(before).find() || EARLIER.matcher(clause.text().substring(amount.end())).find();
        boolean to = TO.matcher(before).find();
        if ((from || to) && told.stream().anyMatch(fact -> isOtherCase(fact, from))) {
            return false;
        }
        return !from && !to || told.stream().anyMatch(fact -> !from || isEnd(fact, whole.facts(), -1))
                && told.stream().anyMatch(fact -> !to || isEnd(fact, whole.facts(), 1));
    }

    /// Whether something is said to come from what is with it, or to what is without: `it lowers completion to 30 % from 36 %`.
    private boolean isOtherCase(Fact fact, boolean from) {
        List<String> own = Text.words(fact.measure());
        return own.contains(from ? "with" : "without") && whole.facts().stream()
                .anyMatch(other -> Text.words(other.measure()).contains(from ? "without" : "with"))
                && clause.rest().stream().noneMatch(word -> word.text().matches("with|without|dengan|tanpa"));
    }

    /// Whether no fact of the same thing is earlier (-1) or later (1).
    private static boolean isEnd(Fact fact, List<Fact> all, int side) {
        Instant at = fact.at();
        return at == null || all.stream().filter(other -> isSame(fact, other)).map(Fact::at).filter(Objects::nonNull)
                .allMatch(other -> side * other.compareTo(at) <= 0);
    }

    /// Whether it tells what is left, not what was lost: `down to 65 %`, `tinggal 65%`, `65 % of last week's`.
    static boolean isLeft(Clause clause, Amount amount) {
        return !isBy(clause, amount) && (LEFT.matcher(clause.text().substring(0, amount.start())).find()
                || LEFT_BEHIND.matcher(clause.text().substring(amount.end())).matches());
    }

    /// Whether it tells by how much something changed.
    static boolean isBy(Clause clause, Amount amount) {
        String before = clause.text().substring(0, amount.start());
        List<Text.Word> words = Text.placed(before);
        boolean moved = false;
        for (int at = Math.max(0, words.size() - 2); at < words.size(); at++) {
            String word = words.get(at).text();
            boolean idiom = word.equals("up") && at > 0 && Words.UP_WITH.contains(words.get(at - 1).text());
            moved |= !idiom && (Words.RISE.contains(word) || Words.FALL.contains(word));
        }
        return BY.matcher(before).find() || moved && !LEFT.matcher(before).find();
    }

    static boolean isSame(Fact one, Fact other) {
        return Objects.equals(one.entity(), other.entity()) && one.measure().equals(other.measure())
                && one.unit() == other.unit()
                && (Objects.equals(one.of(), other.of()) || !Objects.equals(one.at(), other.at()));
    }

    /// Whether a fact is this number.
    boolean tells(Amount amount, Fact fact) {
        if (!fact.isNumber() || Opposites.isOpposed(clause, amount, fact, whole.facts())) {
            return false;
        }
        double value = amount.signed() ? fact.number() : Math.abs(fact.number());
        return switch (amount.kind()) {
            case PLAIN -> tellsPlain(amount, fact, value);
            case PERCENT -> tellsPart(amount, fact, value)
                    || fact.unit() == Unit.POINTS && !isWritten(amount) && amount.tells(value / 100);
            case PERCENT_POINTS -> fact.unit() == Unit.POINTS && amount.tells(value / 100);
            case TIMES -> (amount.thing() != null || fact.unit() == Unit.COUNT && isDone(amount, fact))
                    && tellsPlain(amount, fact, value)
                    || amount.per() == 0 && (fact.unit() == Unit.RATIO && amount.tells(value)
                            || fact.unit() == Unit.CHANGE && amount.tells(1 + fact.number()));
            case PART -> amount.thing() == null
                    && (fact.unit() == Unit.RATIO && amount.tells(value) || tellsPart(amount, fact, value));
            case SPAN -> fact.unit().isSpan() && amount.tells(value * fact.unit().seconds());
            case UNREAD -> false;
        };
    }

    /// Whether the word before so many times is what the fact counts: `sold 143 times`.
    private boolean isDone(Amount amount, Fact fact) {
        List<Text.Word> before = Text.placed(clause.text().substring(0, amount.start()));
        return !before.isEmpty() && isOf(before.getLast().text(), fact);
    }

    /// Whether percent stands beside it, and not beside the number that follows: `a score of 91 and 62 %`.
    private boolean isWritten(Amount amount) {
        return !clause.text().substring(amount.start(), amount.end()).matches("[\\d.,]+");
    }

    private boolean tellsPart(Amount amount, Fact fact, double value) {
        if (fact.unit() == Unit.CHANGE) {
            return amount.tells(isLeft(clause, amount) ? 1 + fact.number() : value);
        }
        return fact.unit() == Unit.SHARE
                && amount.tells(Opposites.isTurned(clause, amount, fact) || isDenied(amount) ? 1 - value : value);
    }

    /// Whether the words around it say `not`, so that a share of it is of the others.
    private boolean isDenied(Amount amount) {
        List<Text.Word> words = clause.partWords(amount.start());
        for (int i = 0; i < words.size(); i++) {
            String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
            if (NOT.contains(words.get(i).text()) && !NO_MORE.contains(next)) {
                return true;
            }
        }
        return false;
    }

    private boolean tellsPlain(Amount amount, Fact fact, double value) {
        Unit thing = amount.thing();
        boolean counted = switch (fact.unit()) {
            case SHARE -> amount.slack() < 0.5 && thing == null;
            case CHANGE, NAME, SECONDS, MINUTES, HOURS, DAYS -> false;
            case RANK -> thing == null;
            case POINTS, EFFECT -> thing == null || thing == Unit.POINTS;
            case COUNT -> thing == null || isOf(thing, fact) && fact.namesThing();
            case PER_MINUTE, RATIO -> thing == null || isOf(thing, fact);
            case VIEWS, POSTS, FOLLOWERS, LIKES, COMMENTS, SHARES, SAVES, CREATORS, HASHTAGS, SOUNDS ->
                thing == null || thing == fact.unit();
        };
        return counted && isNamed(amount, fact) && rates(amount, fact).anyMatch(by -> amount.tells(value * by));
    }

    /// What a fact is to be multiplied by to be told for the time that the clause tells: what a minute, for an hour; a week's, for a day.
    private DoubleStream rates(Amount amount, Fact fact) {
        double own = Window.per(fact);
        double per = amount.per() == 0 ? clause.per() : amount.per();
        if (per == 0) {
            return DoubleStream.of(1);
        }
        return own != 0
                ? DoubleStream.of(per / own)
                : Window.of(fact).stream()
                        .mapToDouble(span -> Math.abs(per - span) < 0.07 * span ? 1 : per / span);
    }

    /// Whether what it counts, where that is no unit, is a word of the measure: 1.2 M dollars are no views.
    boolean isNamed(Amount amount, Fact fact) {
        if (amount.thing() != null) {
            return true;
        }
        boolean people = PEOPLE.matcher(clause.text().substring(amount.end())).find();
        if (people && (fact.unit() == Unit.POSTS || fact.unit() == Unit.HASHTAGS || fact.unit() == Unit.SOUNDS)) {
            return false;
        }
        List<String> of = fact.of() == null ? List.of() : Text.words(fact.of());
        return clause.counted(amount).stream().allMatch(noun -> isOf(noun, fact)
                || noun.equals(Clause.MONIES) && fact.unit() == Unit.COUNT
                        && Text.words(fact.measure()).stream().anyMatch(MONEY::contains)
                || of.stream().anyMatch(word -> Clause.isSame(word, noun)));
    }

    /// Whether the measure speaks of this thing, or of no thing at all.
    private static boolean isOf(Unit thing, Fact fact) {
        List<Unit> named = Text.words(fact.measure()).stream().flatMap(word -> Unit.named(word).stream())
                .filter(Unit::isThing).toList();
        return named.isEmpty() || named.contains(thing);
    }

    /// Whether it counts what this fact does.
    boolean counts(Amount amount, Fact fact) {
        Unit thing = amount.thing();
        return thing == null && isNamed(amount, fact)
                || thing != null && (thing == fact.unit() || !fact.unit().isThing() && isOf(thing, fact));
    }
}
