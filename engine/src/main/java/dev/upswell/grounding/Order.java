package dev.upswell.grounding;

import dev.upswell.grounding.NameReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the words of a sentence claim of the order of things: that one is more than another, the first or the third.
final class Order {

    private static final Set<String> PLACES = Words.words("places.txt");
    private static final Set<String> RANKS = Words.words("before-ranks.txt");
    private static final Set<String> BESIDE_NUMBERS = Words.words("beside-numbers.txt");
    private static final Set<String> FIRST_BY = Set.of("by", "among", "overall", "in", "is", "was", "comes", "goes");
    private static final Pattern FROM_BELOW = Pattern
            .compile("(?i)^\\s+(?:from (?:the )?(?:bottom|last)|to last|dari bawah)");
    private static final Set<String> FAST = Words.words("speeds.txt");
    private static final Pattern NONE = Pattern
            .compile(
                    "(?i)(?<!\\p{L})(?:none|no other|nothing|nobody|no one|not one|tidak ada|tak ada|tiada)(?!\\p{L})[^,;:]*$");
    private static final Pattern OF_TWO = Pattern.compile(
            "(?i)(?<!\\p{L})(?:of the two|between the two|rather than|instead of|dari keduanya|di antara keduanya|"
                    + "alih-alih|bukannya|and not|dan bukan)(?!\\p{L})");
    private static final Pattern NOT_THIS = Pattern
            .compile("(?i)(?:rather than|instead of|not|alih-alih|bukan(?:nya)?)\\s+\\W*$");
    private static final int REACH = 4;

    private final Clause clause;
    private final Evidence evidence;
    private final String sentence;

    /// @param clause the whole sentence
    /// @param sentence the same with its citations
    Order(Clause clause, Evidence evidence, String sentence) {
        this.clause = clause;
        this.evidence = evidence;
        this.sentence = sentence;
    }

    /// What a sentence claims of the order of things, and its facts do not bear out.
    List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        Opposites.chance(clause).ifPresent(words -> failures.add(new Failure(Rule.DIRECTION, words)));
        for (int at = 0; at < clause.rest().size(); at++) {
            int place = at;
            String word = clause.word(at);
            if (!clause.isOfMeasure(at)) {
                superlative(at, word).ifPresent(failures::add);
            }
            comparison(at, word).or(() -> ofTwo(place, word)).ifPresent(failures::add);
            ordinal(at, word).ifPresent(failures::add);
        }
        return failures;
    }

    private Optional<Failure> comparison(int at, String word) {
        Text.Word placed = clause.rest().get(at);
        boolean led = (word.equals("leads") || word.equals("memimpin")) && isBeforeName(at);
        Boolean more = led ? Boolean.TRUE : Words.COMPARISONS.get(word);
        boolean won = more != null && !BESIDE_NUMBERS.contains(word);
        int end = placed.end();
        if (more == null) {
            more = comparative(at, word);
            int than = than(at);
            boolean before = Matching.isComparedFirst(clause.text());
            if (more == null || than < 0 && !before) {
                return more != null
                        ? amount(at, more)
                        : isUnread(at, word) ? Optional.of(new Failure(Rule.DIRECTION, word)) : Optional.empty();
            }
            if (Words.CHANCES.contains(clause.word(at + 1)) && clause.word(than + 1).matches("not|tidak")
                    || clause.word(than + 1).equals("even")) {
                return Opposites.isLikely(clause, more)
                        ? Optional.empty()
                        : Optional.of(new Failure(Rule.DIRECTION, word));
            }
            end = than < 0 ? end : clause.rest().get(than).end();
        } else if ((word.equals("atas") || word.equals("bawah")) && !clause.word(at - 1).equals("di")
                || word.equals("behind") && (clause.names().isEmpty() || isOfCreators(placed.start())
                        || clause.subjects().size() < 2 && clause.word(at + 1).matches("it|them|us"))
                || word.equals("ahead") && !clause.word(at + 1).equals("of") && clause.facts().stream()
                        .allMatch(fact -> fact.unit().isSpan())) {
            return Optional.empty();
        }
        if (!won && clause.isBeforeNumber(end)) {
            return Optional.empty();
        }
        if (NONE.matcher(clause.text().substring(0, placed.start())).find()) {
            boolean highest = more;
            return behind(end).stream().anyMatch(fact -> isPlace(fact, 1, highest))
                    ? Optional.empty()
                    : Optional.of(new Failure(Rule.RANK, clause.text().substring(placed.start(), end)));
        }
        boolean claimed = clause.isNegated(at) ? !more : more;
        return (Matching.isComparedFirst(clause.text()) ? comparedFirst() : compared(placed.start()))
                .map(greater -> greater == claimed).orElse(false)
                        ? Optional.empty()
                        : Optional.of(new Failure(Rule.DIRECTION, clause.text().substring(placed.start(), end)));
    }

    /// More or fewer of something, compared with nothing, as changes and effects tell it.
    private Optional<Failure> amount(int at, boolean more) {
        Set<Integer> signs = Claims.signs(clause.around(clause.rest().get(at).start()).stream()
                .filter(fact -> fact.unit() == Unit.CHANGE || fact.unit() == Unit.EFFECT).toList());
        boolean told = Unit.named(clause.word(at + 1)).filter(Unit::isThing).isPresent() && !clause.isNegated(at);
        return told && !signs.isEmpty() && !signs.contains(more ? 1 : -1)
                ? Optional.of(new Failure(Rule.DIRECTION, clause.word(at)))
                : Optional.empty();
    }

    /// Whether people stand before `behind`, who made what follows: `the 390 creators behind it` are no distance.
    private boolean isOfCreators(int place) {
        boolean counted = clause.amounts().stream().anyMatch(amount -> amount.end() <= place
                && clause.text().substring(amount.end(), place).isBlank());
        return clause.text().substring(0, place).matches(counted
                ? "(?is).*(?<!\\p{L})(?:the|all|these)\\s+[\\d.,]+\\s+(?:people|accounts?|creators?)\\s+"
                : "(?is).*(?<!\\p{L})(?:people|accounts?|creators?|teams?|brands?)\\s+");
    }

    /// The facts of what is named behind this place.
    private List<Fact> behind(int place) {
        return clause.subjects().stream().filter(name -> name.start() >= place).findFirst().map(clause::of)
                .orElse(List.of());
    }

    private @Nullable Boolean comparative(int at, String word) {
        boolean indonesian = clause.word(at - 1).equals("lebih");
        boolean english = word.matches("more|less|fewer|better|worse|.+er");
        if (word.equals("more") && clause.word(at + 1).matches("slowly|rarely|weakly|seldom")) {
            return false;
        }
        return indonesian || english ? Words.COMPARATIVES.get(word) : null;
    }

    /// Whether it compares by a word that no list has, so that nothing tells which is more: `funnier than`, `lebih merdu daripada`.
    private boolean isUnread(int at, String word) {
        return clause.word(at - 1).equals("lebih") && !Words.THAN.contains(word)
                ? clause.word(at + 1).matches("daripada|dibanding|dibandingkan|ketimbang")
                : clause.word(at + 1).equals("than") && word.matches(".{3,}er")
                        && !word.matches("rather|other|earlier|later|sooner|older|newer|younger|either|never|closer");
    }

    private int than(int at) {
        for (int next = at + 1; next <= Math.min(at + REACH, clause.rest().size() - 1); next++) {
            if (Words.THAN.contains(clause.word(next))) {
                return next;
            }
        }
        return -1;
    }

    /// Whether what stands last is more than what it is compared with, which stands first.
    private Optional<Boolean> comparedFirst() {
        List<Named> subjects = clause.subjects();
        return subjects.size() < 2
                ? compared(clause.text().length())
                : isMore(subjects.get(1), subjects.getFirst(), clause.text().length());
    }

    /// By the facts that are cited next behind this place, where they tell it, and by any other else.
    private Optional<Boolean> isMore(Named before, Named after, int place) {
        List<String> next = Citations.at(sentence, place);
        return isMore(cited(before, next), cited(after, next))
                .or(() -> isMore(clause.of(before), clause.of(after)));
    }

    private List<Fact> cited(Named name, List<String> ids) {
        return clause.of(name).stream().filter(fact -> ids.contains(fact.id())).toList();
    }

    private Optional<Boolean> isMore(List<Fact> before, List<Fact> after) {
        for (Fact one : before) {
            for (Fact other : after) {
                if (one.isNumber() && other.isNumber() && one.measure().equals(other.measure())) {
                    boolean slower = one.unit().isSpan() && clause.rest().stream()
                            .anyMatch(word -> FAST.contains(word.text()));
                    return Optional.of(slower || one.unit() == Unit.RANK
                            ? one.number() < other.number()
                            : one.number() > other.number());
                }
            }
        }
        return Optional.empty();
    }

    /// What is said of one of two: `of the two, A has the higher share`, `A rather than B`.
    private Optional<Failure> ofTwo(int at, String word) {
        List<Named> subjects = clause.subjects();
        Boolean more = comparative(at, word);
        boolean compares = more != null || word.matches(".{3,}ier") && clause.word(at - 1).equals("the");
        if (!compares || subjects.isEmpty() || subjects.size() > 2 || than(at) >= 0
                || subjects.size() == 2 && !OF_TWO.matcher(clause.text()).find()) {
            return Optional.empty();
        }
        boolean turned = subjects.size() > 1
                && NOT_THIS.matcher(clause.text().substring(0, subjects.getFirst().start())).find();
        Named chosen = subjects.get(turned ? 1 : 0);
        List<String> next = Citations.at(sentence, clause.rest().get(at).start());
        Optional<Boolean> greater = isMore(cited(chosen, next), clause.facts().stream()
                .filter(fact -> next.contains(fact.id()) && !clause.of(chosen).contains(fact)).toList());
        return more != null && greater.map(more::equals).orElse(!OF_TWO.matcher(clause.text()).find())
                ? Optional.empty()
                : Optional.of(new Failure(Rule.DIRECTION, word));
    }

    /// Whether what stands before the comparison is more than what stands behind it; empty where the facts do not tell.
    private Optional<Boolean> compared(int place) {
        List<Named> subjects = clause.subjects();
        if (subjects.size() >= 2) {
            Named before = subjects.stream().filter(name -> name.end() <= place).reduce((one, other) -> other)
                    .orElse(subjects.getLast());
            Named after = subjects.stream()
                    .filter(name -> name != before && (name.start() > place || before.start() > place))
                    .findFirst().orElse(subjects.getFirst());
            return isMore(before, after, place);
        }
        Optional<Boolean> units = Computed.units(clause, place);
        Set<Integer> signs = Claims.signs(clause.facts());
        return units.isPresent() ? units : signs.size() == 1 ? Optional.of(signs.contains(1)) : Optional.empty();
    }

    private Optional<Failure> superlative(int at, String word) {
        Boolean first = Words.SUPERLATIVES.get(word);
        if (first == null && clause.word(at - 1).equals("paling")) {
            first = Words.COMPARATIVES.get(word);
        }
        boolean bound = clause.word(at - 1).equals("paling") && clause.isBeforeNumber(clause.rest().get(at).end())
                && clause.facts().stream().anyMatch(
                        fact -> Text.words(fact.measure()).stream()
                                .anyMatch(Set.of("peak", "max", "maximum")::contains));
        boolean other = bound
                || word.equals("most") && (clause.word(at + 1).equals("of") || clause.word(at - 1).equals("at"))
                || clause.word(at - 1).equals("at")
                        && (word.equals("least") || word.equals("best") || word.equals("worst"))
                || word.equals("teratas") && clause.amounts().stream().anyMatch(amount -> amount.value() > 1
                        && amount.end() + 1 == clause.rest().get(at).start())
                || word.equals("top") && clause.isBeforeNumber(clause.rest().get(at).end());
        if (first == null || other) {
            return Optional.empty();
        }
        boolean highest = first;
        if (isName(highest) || (word.equals("leads") || word.equals("memimpin")) && isBeforeName(at)) {
            return Optional.empty();
        }
        return spokenOf(at).stream().anyMatch(fact -> isPlace(fact, 1, highest))
                ? Optional.empty()
                : Optional.of(new Failure(Rule.RANK, word));
    }

    /// Whether a cited fact names what is first, and the clause does.
    private boolean isName(boolean highest) {
        return clause.facts().stream().anyMatch(fact -> fact.unit() == Unit.NAME && fact.of() != null
                && Text.words(fact.measure()).stream()
                        .anyMatch(own -> Objects.equals(Words.SUPERLATIVES.get(own), highest))
                && (clause.names().stream().anyMatch(name -> name.isOf(fact.of())) || !clause.moments().isEmpty()
                        && clause.moments().stream().allMatch(moment -> moment.isOf(fact, evidence.asOf()))));
    }

    /// Whether the name of another thing follows, which it is compared with.
    private boolean isBeforeName(int at) {
        int end = clause.rest().get(at).end();
        return clause.subjects().stream().anyMatch(name -> name.start() >= end
                && clause.text().substring(end, name.start()).isBlank());
    }

    /// The facts of the one thing that the words around a place are of: named there, or else nowhere but once.
    private List<Fact> spokenOf(int at) {
        List<Fact> around = clause.around(clause.rest().get(at).start());
        List<Named> subjects = clause.subjects();
        return around.size() == clause.facts().size() && subjects.size() == 1 ? clause.of(subjects.getFirst()) : around;
    }

    private Optional<Failure> ordinal(int at, String word) {
        Integer place = Words.ORDINALS.get(word);
        boolean ranked = PLACES.contains(clause.word(at - 1)) || PLACES.contains(clause.word(at - 2))
                || PLACES.contains(clause.word(at + 1))
                || Words.SUPERLATIVES.containsKey(clause.word(at + 1))
                || Words.SUPERLATIVES.containsKey(clause.word(at - 1))
                || RANKS.contains(clause.word(at - 1)) || FIRST_BY.contains(clause.word(at + 1)) && at == 0
                || Set.of("overall", "menurut").contains(clause.word(at + 1));
        if (place == null || !ranked) {
            return Optional.empty();
        }
        boolean least = FROM_BELOW.matcher(clause.text().substring(clause.rest().get(at).end())).find()
                || place > 1 && Boolean.FALSE.equals(Words.SUPERLATIVES.get(clause.word(at + 1)));
        return spokenOf(at).stream().anyMatch(fact -> isPlace(fact, place, !least))
                ? Optional.empty()
                : Optional.of(new Failure(Rule.RANK, word));
    }

    /// Whether a fact is a place itself, or has it among all there is.
    private boolean isPlace(Fact fact, int place, boolean highest) {
        if (!fact.isNumber()) {
            return false;
        }
        if (fact.unit() == Unit.RANK) {
            return highest && fact.number() == place;
        }
        List<Double> values = evidence.facts().stream()
                .filter(other -> other.isNumber() && other.measure().equals(fact.measure())
                        && other.unit() == fact.unit() && Objects.equals(other.at(), fact.at()))
                .map(Fact::number).toList();
        long before = values.stream().filter(value -> highest ? value > fact.number() : value < fact.number()).count();
        boolean all = evidence.whole().contains(fact.measure())
                || fact.of() != null && fact.of().matches(values.size() + "\\s.*");
        return all && before == place - 1L;
    }
}
