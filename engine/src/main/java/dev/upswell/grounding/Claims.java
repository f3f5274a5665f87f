package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the words of a clause claim beside its numbers: that something rose or fell, is more than another, is the first, or is why.
final class Claims {

    /// Words by which something went on and on: `kept rising`, `every week`, `tanpa pernah turun`.
    private static final Pattern THROUGHOUT = Pattern
            .compile("(?i)(?<!\\p{L})(?:kept|keeps|steadily|consistently|continuously|"
                    + "without (?:a|any|ever)|uninterrupted(?:ly)?|(?:day|week|month) after|each and every|every (?:single )?(?:day|week|month|time)|"
                    + "each (?:day|week|month|time)|never|all along|throughout|terus|selalu|"
                    + "tanpa (?:pernah|henti|jeda|putus)|tiap|setiap|tak pernah|tidak pernah|berturut|konsisten)(?!\\p{L})");
    /// Rises and falls as things that can be foretold.
    private static final Set<String> EVENTS = Set.of("rises", "falls", "surges", "jumps", "spikes", "drops", "kenaikan",
            "lonjakan", "peningkatan", "penurunan");
    private static final Set<String> FORETELLING = Set.of("lead", "forecast", "forecasts", "prediction", "predictions",
            "recall", "precision", "alert", "alerts", "warning", "warnings", "called");
    /// How far something may go and still be called steady.
    private static final double STEADY = 0.02;
    private static final String GAP = "\\s+(?:\\p{L}+\\s+|(?:(?:are|were|have|been|on|the|now|currently|that|sedang|yang|"
            + "masih|terpantau|tercatat|kini)\\s+){0,4})";

    private final Clause clause;
    private final Clause whole;
    private final Evidence evidence;

    /// @param whole the sentence of the clause
    Claims(Clause clause, Clause whole, Evidence evidence) {
        this.clause = clause;
        this.whole = whole;
        this.evidence = evidence;
    }

    /// Directions and causes of a clause that its facts do not bear out.
    List<Failure> ofClause() {
        List<Failure> failures = new ArrayList<>();
        for (int at = 0; at < clause.rest().size(); at++) {
            String word = clause.word(at);
            if (!clause.isOfMeasure(at) || Words.isVerbOfDirection(word)) {
                direction(at, word).ifPresent(failures::add);
            }
            cause(at, word).ifPresent(failures::add);
        }
        return failures;
    }

    private Optional<Failure> direction(int at, String word) {
        if (isIdiom(at, word)) {
            return Optional.empty();
        }
        if (isForetold(at)) {
            return Optional.empty();
        }
        boolean rise = Words.RISE.contains(word);
        boolean fall = Words.FALL.contains(word);
        boolean steady = Words.STEADY.contains(word);
        if (!rise && !fall && !steady || rise && isForeseen()) {
            return Optional.empty();
        }
        boolean negated = clause.isNegated(at);
        if (!negated && isCountOf(at, rise ? Words.RISE : Words.FALL)) {
            return Optional.empty();
        }
        List<Fact> around = clause.around(clause.rest().get(at).start());
        Set<Integer> own = pairs(around, around).isEmpty() && !pairs(around, whole.facts()).isEmpty()
                ? pairs(around, whole.facts())
                : signs(around);
        Set<Integer> signs = own.isEmpty() ? signs(whole.facts()) : own;
        int claimed = rise ? 1 : fall ? -1 : 0;
        boolean holds = signs.size() == 1 && (negated ? !signs.contains(claimed) : signs.contains(claimed));
        boolean straight = !THROUGHOUT.matcher(clause.text()).find() || own.isEmpty() && whole.facts().isEmpty()
                || isStraight(own.isEmpty() ? whole.facts() : clause.facts(), negated ? 0 : claimed);
        return holds && straight ? Optional.empty() : Optional.of(new Failure(Rule.DIRECTION, word));
    }

    /// Whether a word of direction means none: `makes up`, `turns up`, `up to`, `fell on Sunday`, `went up on the account of`.
    private boolean isIdiom(int at, String word) {
        Text.Word placed = clause.rest().get(at);
        String behind = clause.text().substring(placed.end());
        if (word.equals("up")) {
            return clause.word(at + 1).equals("to") || Words.UP_WITH.contains(clause.word(at - 1))
                    || clause.word(at - 1).equals("picked") && clause.isBeforeNumber(placed.end())
                    || behind.matches(
                            "(?is)\\s+(?:(?:on|at|under|from)\\s+(?:the\\s+)?(?:account|profile|page|channel|feed|site)\\b|on\\s+@|"
                                    + "for grabs|against\\b).*");
        }
        boolean dated = clause.moments().stream().anyMatch(moment -> moment.start() > placed.end()
                && clause.text().substring(placed.end(), moment.start())
                        .matches("(?i)\\s+(?:on|in|at|pada)\\s+(?:an?\\s+|the\\s+)?"));
        boolean weekend = behind.matches(
                "(?is)\\s+(?:on|in|at|pada)\\s+(?:the\\s+)?(?:week(?:ends?|days?)|akhir pekan|hari kerja)\\b.*");
        return (dated || weekend) && word.matches("fell|falls|fall|falling|jatuh")
                && signs(clause.facts()).isEmpty();
    }

    /// Whether so many things that rose or fell are what a fact counts: `46 hashtags rise`, `tagar naik berjumlah 38`.
    private boolean isCountOf(int at, Set<String> words) {
        Text.Word placed = clause.rest().get(at);
        Matching matching = new Matching(clause, whole);
        Unit behind = placed.text().endsWith("ing") ? Unit.named(clause.word(at + 1)).orElse(null) : null;
        Unit before = Unit.named(clause.word(at - 1)).orElse(null);
        return clause.facts().stream()
                .filter(fact -> fact.unit().isThing() && Text.words(fact.measure()).stream().anyMatch(words::contains))
                .anyMatch(fact -> clause.amounts().stream().filter(amount -> matching.tells(amount, fact))
                        .anyMatch(amount -> fact.unit() == behind || (amount.end() <= placed.start()
                                ? clause.text().substring(amount.end(), placed.start())
                                        .matches(GAP)
                                : fact.unit() == before && clause.text().substring(placed.end(), amount.start())
                                        .matches("(?:\\s*:|\\s+(?:mencapai|berjumlah|ada|adalah|tercatat))\\s+"))));
    }

    /// Whether rises and falls are what forecasts are about, so that none is claimed: `half of the rises were called`.
    private boolean isForetold(int at) {
        return EVENTS.contains(clause.word(at)) && (!clause.word(at).endsWith("s")
                || clause.word(at - 1).matches("the|of|all|those|these|every"))
                && !clause.facts().isEmpty() && clause.facts().stream()
                        .allMatch(fact -> Text.words(fact.measure()).stream().anyMatch(FORETELLING::contains));
    }

    /// A chance to rise says nothing of what rose.
    private boolean isForeseen() {
        return clause.facts().stream().anyMatch(fact -> fact.unit() == Unit.SHARE
                && Text.words(fact.measure()).stream()
                        .anyMatch(word -> Words.CHANCES.contains(word) || word.equals("surge")))
                && clause.rest().stream().anyMatch(word -> Words.CHANCES.contains(word.text()));
    }

    private Optional<Failure> cause(int at, String word) {
        if (word.equals("led") && clause.word(at + 2).matches("an?|one") && Words.deed(clause.word(at + 3)) != null) {
            return Optional.empty();
        }
        boolean claims = Words.CAUSES.contains(word)
                && !(word.equals("due") || word.equals("led") || word.equals("thanks")) || isWithTo(at, word)
                || word.equals("result") && clause.word(at - 1).equals("a")
                || word.equals("since") && !isOfTime(clause.rest().get(at).end(), clause.word(at + 1));
        return claims && clause.facts().stream().noneMatch(fact -> fact.unit() == Unit.EFFECT)
                ? Optional.of(new Failure(Rule.CAUSE, word))
                : Optional.empty();
    }

    /// Whether since tells from when, not why.
    private boolean isOfTime(int place, String next) {
        String behind = clause.text().substring(place).split("[,;]", 2)[0];
        return clause.isBeforeNumber(place)
                || Set.of("then", "yesterday", "last", "early", "late", "the").contains(next)
                || Set.of("its", "their", "a", "an", "this", "that").contains(next)
                        && clause.moments().stream().anyMatch(moment -> moment.start() >= place
                                && moment.end() <= place + behind.length())
                || clause.moments().stream().anyMatch(moment -> moment.start() >= place
                        && clause.text().substring(place, moment.start()).isBlank());
    }

    private boolean isWithTo(int at, String word) {
        return (word.equals("due") || word.equals("led") || word.equals("thanks")) && clause.word(at + 1).equals("to");
    }

    /// Whether each reading goes on from the one before it.
    static boolean isStraight(List<Fact> facts, int claimed) {
        return facts.stream().filter(Fact::isNumber).allMatch(fact -> {
            List<Fact> readings = readings(fact, facts);
            for (int i = 1; i < readings.size(); i++) {
                double step = (readings.get(i).number() - readings.get(i - 1).number())
                        * (fact.unit() == Unit.RANK ? -1 : 1);
                if (claimed != 0 && step * claimed < 0) {
                    return false;
                }
            }
            return true;
        });
    }

    private static List<Fact> readings(Fact fact, List<Fact> facts) {
        return facts.stream().filter(other -> other.isNumber() && other.at() != null && Matching.isSame(fact, other))
                .sorted(Comparator.comparing(Fact::at)).toList();
    }

    /// Which way facts went: by two readings of one thing, else by what tells a change itself.
    static Set<Integer> signs(List<Fact> facts) {
        Set<Integer> pairs = pairs(facts, facts);
        if (pairs.isEmpty() && facts.stream().anyMatch(Fact::isHalfLife)) {
            return Set.of(-1);
        }
        return !pairs.isEmpty()
                ? pairs
                : facts.stream().filter(fact -> fact.isNumber() && fact.isChange())
                        .map(fact -> sign(fact.number(), fact.unit() == Unit.CHANGE ? STEADY : 0))
                        .collect(Collectors.toSet());
    }

    static Set<Integer> pairs(List<Fact> facts, List<Fact> all) {
        return facts.stream().filter(Fact::isNumber).map(fact -> between(fact, all)).filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt).collect(Collectors.toSet());
    }

    /// From the earliest to the latest reading of what this one is of; empty where there is but one.
    private static OptionalInt between(Fact fact, List<Fact> facts) {
        List<Fact> readings = readings(fact, facts);
        if (readings.size() < 2) {
            return facts.stream().filter(other -> other.isNumber() && Computed.isCase(fact, other))
                    .mapToInt(base -> sign(fact.number() - base.number(), 0)).findFirst();
        }
        double first = readings.getFirst().number();
        double last = readings.getLast().number();
        int went = sign(last - first, STEADY * Math.abs(first));
        return OptionalInt.of(fact.unit() == Unit.RANK ? -went : went);
    }

    private static int sign(double change, double steady) {
        return Math.abs(change) <= steady ? 0 : change > 0 ? 1 : -1;
    }
}
