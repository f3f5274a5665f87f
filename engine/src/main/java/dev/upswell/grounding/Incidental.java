package dev.upswell.grounding;

import dev.upswell.grounding.Amount.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers that stand beside what is told and are no fact's value: over what time it was measured, how long ago, of how many.
final class Incidental {

    private static final Pattern OVER = Pattern.compile(
            "(?i)(?:(?<!\\p{L})(?:last|past|previous|prior|recent|latest|first|next|in|over|within|during|across|per|for|"
                    + "after|every|each|the|these|those|dalam|selama|sepanjang|kurun(?: waktu)?|tiap|setiap|jendela|"
                    + "periode|sejak|setelah|before|at|past|beyond|sebelum|melewati|lewat|pada)|\\()\\s*(?:(?<=\\s)an?\\s*)?$");
    private static final Pattern OVER_ITSELF = Pattern
            .compile("(?i)^(?:last|past|previous)\\s|^\\d+-\\p{L}|^se(?:hari|minggu|pekan|bulan|jam)$");
    private static final Pattern OVER_BEHIND = Pattern
            .compile("(?i)^[\\s-]*(?:terakhir|belakangan|ke belakang|window|period|span|stretch|before|earlier|"
                    + "sebelumnya|ending|up to|until|leading|itu|ini|to the next)(?!\\p{L})");
    private static final Set<String> FORETELLING = Set.of("forecast", "predicted", "probability", "chance",
            "likelihood", "projected", "foreseen", "expected");
    private static final Pattern AHEAD = Pattern.compile("(?i)(?<!\\p{L})(?:next|coming|upcoming)\\s*$");
    private static final Pattern AHEAD_BEHIND = Pattern
            .compile("(?i)^\\s*(?:ahead|mendatang|ke depan|berikutnya|from now)(?!\\p{L})");
    private static final Pattern PAST = Pattern.compile("(?i)(?<!\\p{L})(?:last|past|previous)\\s*$");
    private static final Pattern PAST_BEHIND = Pattern.compile("(?i)^\\s*(?:terakhir|belakangan)(?!\\p{L})");
    /// Half of so many things, and not of a number.
    private static final Pattern HALF_OF_THINGS = Pattern.compile(
            "(?i)\\s+(?:(?:of|dari|di antara)\\s+(?!the median|median|that|what|its|nilai|angka)"
                    + "|(?:the\\s+|all\\s+)?(?:videos?|creators|hashtags|sounds|posts|rises|surges|alerts|kreator|tagar|suara|postingan|kenaikan|lonjakan|peringatan)(?!\\p{L}))");
    private static final Pattern AMONG = Pattern.compile(
            "(?i)(?:(?<!\\p{L})(?:of|among|amongst|across|all|the|dari|antara|semua|seluruh|in|over|between|total)"
                    + "|[/(])\\s*$");
    private static final Pattern AGO = Pattern.compile("(?i)^\\s*(?:ago|yang lalu|lalu|silam)(?!\\p{L})");
    private static final Pattern LATER = Pattern.compile(
            "(?i)^\\s*(?:later|after|afterwards|before|earlier|kemudian|setelah\\p{L}*|sesudah\\p{L}*|sebelum\\p{L}*|apart)(?!\\p{L})");
    private static final Pattern SUPPOSED = Pattern
            .compile("(?i)(?<!\\p{L})(?:if|when|were|once|should|jika|bila|kalau|andai\\p{L}*|"
                    + "seandainya|apabila|dengan|with)(?!\\p{L})[^,;]*$|^\\W*$");
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double MONTH = 28 * DAY;

    private final Clause clause;
    private final Clause whole;
    private final @Nullable Instant asOf;

    Incidental(Clause clause, Clause whole, @Nullable Instant asOf) {
        this.clause = clause;
        this.whole = whole;
        this.asOf = asOf;
    }

    /// Whether it is no fact's value to begin with: a window, the day of a range, or a part of the name of what was measured.
    boolean isAside(Amount amount) {
        return isWindow(amount) || isDay(amount) || isOfMeasure(amount);
    }

    /// Whether it is borne out without a fact's value: time between facts, or how many are listed.
    boolean isBorneOut(Amount amount) {
        return isBetweenTimes(amount) || isListed(amount);
    }

    /// The span that a fact was measured over, such as 24 hours.
    private boolean isWindow(Amount amount) {
        return amount.kind() == Kind.SPAN && clause.facts().stream()
                .filter(fact -> Window.of(fact).stream()
                        .anyMatch(span -> Math
                                .abs(span - amount.value()) < (amount.value() > MONTH && amount.value() < 1.1 * MONTH
                                        ? 0.07
                                        : 1e-6) * span))
                .anyMatch(fact -> isItsSide(amount, fact) && (isOver(amount) || isBeside(amount, fact)));
    }

    /// Whether it is told as what lies ahead and the fact foretells, or as what lies behind and it does not.
    private boolean isItsSide(Amount amount, Fact fact) {
        String before = clause.text().substring(0, amount.start());
        String behind = clause.text().substring(amount.end());
        boolean foretells = Text.words(fact.measure()).stream().anyMatch(FORETELLING::contains);
        boolean ahead = AHEAD.matcher(before).find() || AHEAD_BEHIND.matcher(behind).find();
        boolean past = PAST.matcher(before).find() || PAST_BEHIND.matcher(behind).find();
        return ahead ? foretells : !past || !foretells;
    }

    /// Whether it is told as what something was measured over: `in 24 hours`, `24 jam terakhir`, `24-hour views`.
    private boolean isOver(Amount amount) {
        String own = clause.text().substring(amount.start(), amount.end());
        return OVER.matcher(clause.text().substring(0, amount.start())).find() || OVER_ITSELF.matcher(own).find()
                || OVER_BEHIND.matcher(clause.text().substring(amount.end())).find()
                || AHEAD.matcher(clause.text().substring(0, amount.start())).find()
                || AHEAD_BEHIND.matcher(clause.text().substring(amount.end())).find();
    }

    /// Whether the word before or behind it is of what the fact measures, as in `24 h views` and `tayangan 24 jam`.
    private boolean isBeside(Amount amount, Fact fact) {
        List<Text.Word> before = Text.placed(clause.text().substring(0, amount.start()));
        List<Text.Word> behind = Text.placed(clause.text().substring(amount.end()));
        return !before.isEmpty() && Matching.isOf(before.getLast().text(), fact)
                || !behind.isEmpty() && Matching.isOf(behind.getFirst().text(), fact);
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
                        .anyMatch(one -> whole.facts().stream().anyMatch(other -> Matching.isSame(one, other)
                                && one.at() != null && other.at() != null && Math.abs(
                                        Duration.between(one.at(), other.at()).toSeconds() - amount.value()) <= far))
                || LATER.matcher(behind).find() && times.stream().anyMatch(one -> times.stream().anyMatch(
                        other -> Math.abs(Duration.between(one, other).toSeconds() - amount.value()) <= far));
    }

    /// Whether halves or doubles are what a half-life or doubling time tells, or what a fact supposes.
    private boolean isSupposed(Amount amount) {
        boolean half = amount.value() == 0.5;
        boolean timed = clause.amounts().stream().anyMatch(other -> other.kind() == Kind.SPAN);
        String before = clause.text().substring(0, amount.start());
        return (amount.kind() == Kind.PART || amount.kind() == Kind.TIMES) && clause.facts().stream().anyMatch(fact -> {
            List<String> words = Text.words(fact.measure());
            return half && words.contains("median") && clause.amounts().size() > 1 && HALF_OF_THINGS
                    .matcher(clause.text().substring(amount.end())).lookingAt()
                    || timed && fact.unit().isSpan() && (half
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
        List<String> entities = clause.facts().stream().map(Fact::entity).filter(Objects::nonNull).distinct().toList();
        String kind = switch (amount.thing()) {
            case null -> ".*";
            case HASHTAGS -> "#.*";
            case CREATORS -> "@.*";
            case SOUNDS -> "[^#@].*";
            case POSTS -> "\\d+";
            default -> "";
        };
        boolean top = clause.text().substring(0, amount.start())
                .matches("(?is).*\\b(?:top|the|these|those|ketiga|para|of|among|dari|antara)\\s*")
                && entities.size() == amount.value() && entities.stream().allMatch(entity -> entity.matches(kind));
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
        return named && of.contains(String.valueOf((long) amount.value()))
                && new Matching(clause, whole).isNamed(amount, fact);
    }
}
