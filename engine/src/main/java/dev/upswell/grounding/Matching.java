package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern OVER = Pattern.compile(
            "(?i)(?:(?<!\\p{L})(?:last|past|previous|prior|recent|latest|first|next|in|over|within|during|across|per|for|"
                    + "after|every|each|the|these|those|dalam|selama|sepanjang|kurun(?: waktu)?|tiap|setiap|jendela|"
                    + "periode|sejak|setelah|before|at|past|beyond|sebelum|melewati|lewat|pada)|\\()\\s*(?:(?<=\\s)an?\\s*)?$");
    private static final Pattern OVER_ITSELF = Pattern
            .compile("(?i)^(?:last|past|previous)\\s|^\\d+-\\p{L}|^se(?:hari|minggu|pekan|bulan|jam)$");
    private static final Pattern OVER_BEHIND = Pattern
            .compile("(?i)^[\\s-]*(?:terakhir|belakangan|ke belakang|window|period|span|stretch|before|earlier|"
                    + "sebelumnya|ending|up to|until|leading|itu|ini)(?!\\p{L})");
    private static final Pattern AMONG = Pattern.compile(
            "(?i)(?:(?<!\\p{L})(?:of|among|amongst|across|all|the|dari|antara|semua|seluruh|in|over|between|total)"
                    + "|[/(])\\s*$");
    /// Words of a measure that is told in money.
    private static final Set<String> MONEY = Set.of("money", "gmv", "revenue", "sales", "turnover", "income",
            "earnings", "price", "cost", "costs", "spend", "spending", "spent", "budget", "payout", "commission",
            "profit", "fee", "fees", "usd", "idr", "rupiah", "dollars", "cpm", "cpc", "merchandise");
    private static final Pattern BY = Pattern
            .compile("(?i)(?<!\\p{L})(?:by|costs?|lost|lose|loses|losing|shed|sheds|kehilangan|gained|added|"
                    + "menambah|sebesar|sebanyak|bertambah|berkurang)\\s+(?:\\p{L}+[\\s-]+){0,3}$");
    private static final Pattern LEFT = Pattern
            .compile("(?i)(?<!\\p{L})(?:tinggal|tersisa|menyisakan|sisa|sisanya|remain(?:s|ed|ing)?"
                    + "(?: at)?|left with|to|menjadi|kept|keeps?|retain(?:s|ed)?|stands? at|is at)\\s+(?:(?:only|just|about|around|nearly|"
                    + "almost|roughly|some|hanya|cuma|sekitar|hampir|kira-kira)\\s+){0,2}(?:an?\\s+)?$");
    private static final Pattern LEFT_BEHIND = Pattern
            .compile("(?is)\\s*(?:of|dari|as)\\b(?!.*\\b(?:lost|gone|hilang|lenyap)\\b).*|"
                    + "\\s*(?:(?:is|are|was|were)\\s+)?(?:left|remain(?:s|ed|ing)?|tersisa)\\b.*");
    private static final Pattern AGO = Pattern.compile("(?i)^\\s*(?:ago|yang lalu|lalu|silam)(?!\\p{L})");
    private static final Pattern LATER = Pattern.compile(
            "(?i)^\\s*(?:later|after|afterwards|before|earlier|kemudian|setelah\\p{L}*|sesudah\\p{L}*|sebelum\\p{L}*|apart)(?!\\p{L})");
    private static final Pattern BASE = Pattern
            .compile("(?i)(?:(?:of|out of|for|in|from|dari|per|untuk|dalam)\\s+)?(?:every|each|tiap|setiap)\\s+"
                    + "(?:an?\\s+)?$|^\\s*(?:out of|of|dari|per)\\s+(?:an?\\s+)?$");
    private static final Pattern SUPPOSED = Pattern
            .compile("(?i)(?<!\\p{L})(?:if|when|were|once|should|jika|bila|kalau|andai\\p{L}*|"
                    + "seandainya|apabila|dengan|with)(?!\\p{L})[^,;]*$|^\\W*$");
    private static final Set<String> NOT = Set.of("not", "never", "didn't", "doesn't", "don't", "isn't", "wasn't",
            "aren't", "weren't", "didn’t", "doesn’t", "don’t", "isn’t", "wasn’t", "aren’t", "weren’t", "tidak", "tak",
            "bukan");
    private static final Set<String> NO_MORE = Set.of("only", "more", "less", "fewer", "just", "quite", "hanya",
            "cuma", "lebih", "kurang", "sampai");

    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double MONTH = 28 * DAY;

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
        List<Amount> values = clause.amounts().stream()
                .filter(amount -> !isWindow(amount) && !isDay(amount) && !isOfMeasure(amount)).toList();
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
                    && !isBetweenTimes(amount) && !isListed(amount)) {
                wrong.add(amount);
            }
        }
        return wrong;
    }

    /// The span that a fact was measured over, such as 24 hours.
    private boolean isWindow(Amount amount) {
        return amount.kind() == Kind.SPAN && clause.facts().stream()
                .filter(fact -> Window.of(fact).stream()
                        .anyMatch(span -> Math
                                .abs(span - amount.value()) < (amount.value() > MONTH && amount.value() < 1.1 * MONTH
                                        ? 0.07
                                        : 1e-6) * span))
                .anyMatch(fact -> isOver(amount) || isBeside(amount, fact));
    }

    /// Whether it is told as what something was measured over: `in 24 hours`, `24 jam terakhir`, `24-hour views`.
    private boolean isOver(Amount amount) {
        String own = clause.text().substring(amount.start(), amount.end());
        return OVER.matcher(clause.text().substring(0, amount.start())).find() || OVER_ITSELF.matcher(own).find()
                || OVER_BEHIND.matcher(clause.text().substring(amount.end())).find();
    }

    /// Whether the word before or behind it is of what the fact measures, as in `24 h views` and `tayangan 24 jam`.
    private boolean isBeside(Amount amount, Fact fact) {
        List<Text.Word> before = Text.placed(clause.text().substring(0, amount.start()));
        List<Text.Word> behind = Text.placed(clause.text().substring(amount.end()));
        return !before.isEmpty() && isOf(before.getLast().text(), fact)
                || !behind.isEmpty() && isOf(behind.getFirst().text(), fact);
    }

    /// Whether a word is of what the fact measures.
    private static boolean isOf(String word, Fact fact) {
        return Unit.named(word).filter(unit -> unit == fact.unit()).isPresent()
                || Text.words(fact.measure()).stream().anyMatch(own -> Clause.isSame(own, word));
    }

    /// Whether so much time lies between two facts, or between one and now.
    private boolean isBetweenTimes(Amount amount) {
        String behind = clause.text().substring(amount.end());
        if (amount.kind() != Kind.SPAN) {
            return false;
        }
        List<Instant> times = whole.facts().stream().map(Fact::at).filter(Objects::nonNull).toList();
        double far = amount.value() >= MONTH
                ? amount.value() / 18
                : amount.value() >= DAY ? DAY / 2 : amount.value() >= HOUR ? HOUR / 2 : 60;
        Instant now = asOf;
        return AGO.matcher(behind).find() && now != null
                && clause.facts().stream().map(Fact::at).filter(Objects::nonNull)
                        .anyMatch(at -> Math.abs(Duration.between(at, now).toSeconds() - amount.value()) <= far)
                || OVER.matcher(clause.text().substring(0, amount.start())).find() && whole.facts().stream()
                        .anyMatch(one -> whole.facts().stream().anyMatch(other -> isSame(one, other)
                                && one.at() != null && other.at() != null && Math.abs(
                                        Duration.between(one.at(), other.at()).toSeconds() - amount.value()) <= far))
                || LATER.matcher(behind).find() && times.stream().anyMatch(one -> times.stream().anyMatch(
                        other -> Math.abs(Duration.between(one, other).toSeconds() - amount.value()) <= far));
    }

    /// Whether so many of the base of the sentence, as of every hundred, are a share that a fact gives.
    private boolean isOfBase(Amount amount, List<Fact> own) {
        return whole.amounts().stream().filter(base -> isBase(whole, base) && amount.kind() == Kind.PLAIN
                && amount.value() < base.value()).anyMatch(base -> {
                    boolean rate = amount.thing() != null && base.thing() != null && amount.thing() != base.thing();
                    Amount part = JoinedNumbers.in(amount.start(), amount.end(), amount.value(), base.value(),
                            rate ? amount.thing() : null, amount.bound());
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

    /// Whether halves or doubles are what a half-life or doubling time tells, or what a fact supposes.
    private boolean isSupposed(Amount amount) {
        boolean half = amount.value() == 0.5;
        boolean timed = clause.amounts().stream().anyMatch(other -> other.kind() == Kind.SPAN);
        String before = clause.text().substring(0, amount.start());
        return (amount.kind() == Kind.PART || amount.kind() == Kind.TIMES) && clause.facts().stream().anyMatch(fact -> {
            List<String> words = Text.words(fact.measure());
            return timed && fact.unit().isSpan() && (half
                    ? words.contains("half") && words.contains("life")
                    : amount.value() == 2 && words.contains("doubling"))
                    || words.contains("if") && SUPPOSED.matcher(before).find() && words.stream()
                            .anyMatch(word -> Objects.equals(Words.MULTIPLES.get(word), amount.value()));
        });
    }

    /// Whether a word such as half belongs to what was measured, as in half-life or doubling time.
    private boolean isOfMeasure(Amount amount) {
        if (isSupposed(amount) || amount.kind() == Kind.PLAIN && clause.facts().stream()
                .anyMatch(fact -> isInName(amount, Text.words(fact.measure())))) {
            return true;
        }
        List<Text.Word> behind = Text.placed(clause.text().substring(amount.end()));
        return (amount.kind() == Kind.PART || amount.kind() == Kind.TIMES || amount.kind() == Kind.UNREAD)
                && clause.isOfMeasure(clause.text().substring(amount.start(), amount.end()).toLowerCase(Locale.ROOT),
                        "", behind.isEmpty() ? "" : behind.getFirst().text());
    }

    /// Whether the number stands in the name of the measure with the word before it, as in `top_10_creators`.
    private boolean isInName(Amount amount, List<String> own) {
        int at = own.indexOf(String.valueOf((long) amount.value()));
        Unit thing = amount.thing();
        return at > 0 && amount.value() == Math.rint(amount.value())
                && clause.text().substring(0, amount.start()).matches("(?is).*\\b" + own.get(at - 1) + "[\\s-]+")
                && (thing == null || at + 1 < own.size()
                        && Unit.named(own.get(at + 1)).filter(thing::equals).isPresent());
    }

    /// The day in `14 to 15 September`.
    private boolean isDay(Amount amount) {
        return amount.kind() == Kind.PLAIN && amount.thing() == null && amount.value() <= 31
                && clause.moments().stream().anyMatch(moment -> moment.dated() && moment.start() >= amount.end()
                        && clause.text().substring(amount.end(), moment.start()).strip()
                                .matches("(?i)to|-|–|and|until|sampai|hingga|dan|s/d"))
                && clause.facts().stream().map(Fact::at).filter(Objects::nonNull)
                        .anyMatch(at -> at.atZone(ZoneOffset.UTC).getDayOfMonth() == amount.value());
    }

    /// How many there are in a list, as `of` tells, or how many facts are listed.
    private boolean isListed(Amount amount) {
        if (amount.kind() != Kind.PLAIN || amount.value() != Math.rint(amount.value())) {
            return false;
        }
        boolean of = clause.facts().stream().anyMatch(fact -> isListed(amount, fact));
        boolean top = clause.text().substring(0, amount.start()).matches("(?is).*\\b(?:top|the|these|ketiga|para)\\s*")
                && clause.facts().stream().map(Fact::entity).filter(Objects::nonNull).distinct().count() == amount
                        .value();
        return of || top;
    }

    /// Whether the list of this fact is so long, as `1st of 731 hashtags`; not where the number counts something else.
    private boolean isListed(Amount amount, Fact fact) {
        if (fact.of() == null || fact.unit() == Unit.NAME || !Window.of(fact).isEmpty()) {
            return false;
        }
        List<String> of = Text.words(fact.of().replace(",", ""));
        Unit thing = amount.thing();
        boolean named = thing == null
                ? AMONG.matcher(clause.text().substring(0, amount.start())).find()
                : of.stream().anyMatch(word -> Unit.named(word).filter(thing::equals).isPresent());
        return named && of.contains(String.valueOf((long) amount.value())) && isNamed(amount, fact);
    }

    /// Whether a number that is said to be the earlier or the later one is.
    private boolean isInOrder(Amount amount, List<Fact> own) {
        List<Fact> told = own.stream().filter(fact -> tells(amount, fact)).toList();
        String before = clause.text().substring(0, amount.start());
        boolean from = FROM.matcher(before).find() || EARLIER.matcher(clause.text().substring(amount.end())).find();
        boolean to = TO.matcher(before).find();
        return !from && !to || told.stream().anyMatch(fact -> !from || isEnd(fact, whole.facts(), -1))
                && told.stream().anyMatch(fact -> !to || isEnd(fact, whole.facts(), 1));
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
        boolean moved = words.reversed().stream().limit(2).map(Text.Word::text)
                .anyMatch(word -> Words.RISE.contains(word) || Words.FALL.contains(word));
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
            case TIMES -> amount.thing() != null && tellsPlain(amount, fact, value)
                    || amount.per() == 0 && (fact.unit() == Unit.RATIO && amount.tells(value)
                            || fact.unit() == Unit.CHANGE && amount.tells(1 + fact.number()));
            case PART -> amount.thing() == null
                    && (fact.unit() == Unit.RATIO && amount.tells(value) || tellsPart(amount, fact, value));
            case SPAN -> fact.unit().isSpan() && amount.tells(value * fact.unit().seconds());
            case UNREAD -> false;
        };
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
    private boolean isNamed(Amount amount, Fact fact) {
        if (amount.thing() != null) {
            return true;
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
