package dev.upswell.server.ask;

import dev.upswell.ask.Cue;
import dev.upswell.ask.Misunderstood;
import dev.upswell.ask.Question;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.ask.Understood;
import dev.upswell.content.EntityKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A question that a model put into words which the rules read.
///
/// The model chooses no entity, no time and no number. Its question counts only where
/// ```
/// the rules read it as the very intent that it names
/// what it names and counts, and its times, are those of the first question, no more and no fewer
/// the kinds and measures that the rules read in the first question stay
/// every hashtag, handle, quotation and number of the first question stands in it
/// the first question has no word that turns or narrows a question, such as "not" or "except"
/// ```
///
/// @param model who put it so
/// @param question its question
record MappedQuestion(Understanding understanding, String model, String question) {

    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
    /// Words that would be lost without anybody seeing it.
    private static final Set<Cue> WAYS = EnumSet.of(Cue.RISE, Cue.FALL, Cue.EMERGING, Cue.WELL, Cue.BADLY, Cue.MORE,
            Cue.LESS,
            Cue.TOP, Cue.BOTTOM, Cue.GAIN);
    private static final Set<String> TURNING = Set.of("not", "no", "without", "except", "excluding", "besides", "only",
            "never", "average", "mean", "median", "tanpa", "kecuali", "selain", "bukan", "tidak", "tak", "nggak", "gak",
            "hanya", "cuma", "rata-rata");

    /// What a question was mapped to; empty where the rules' word stands.
    ///
    /// @param read what the rules said of it
    /// @param rules reads a question as the first one was read
    static Optional<MappedQuestion> of(Question question, Misunderstood read, Mapper mapper,
            Function<Question, Understood> rules,
            List<String> examples) {
        boolean open = switch (read.reason()) {
            case UNKNOWN_WORDS, NO_INTENT, SEVERAL_INTENTS -> true;
            case EMPTY, TOO_LONG, UNKNOWN_NAME, AMBIGUOUS_NAME, NO_SUBJECT, THEMES -> false;
        };
        if (!open || turns(question)) {
            return Optional.empty();
        }
        return mapper.ask(question, examples).filter(said -> said.sentences().size() == 2).flatMap(said -> {
            Question other = Question.of(said.sentences().get(1), question.language());
            return rules.apply(other) instanceof Understanding understanding
                    && understanding.intent().name().equalsIgnoreCase(said.sentences().getFirst().strip())
                    && holds(question, other) && keeps(read.understood(), understanding.slots())
                            ? Optional.of(new MappedQuestion(understanding, said.model(), other.text()))
                            : Optional.empty();
        });
    }

    private static boolean turns(Question question) {
        return question.words().stream().anyMatch(word -> !word.quoted()
                && (TURNING.contains(word.plain()) || word.plain().endsWith("n't")));
    }

    private static boolean holds(Question first, Question other) {
        String text = other.text().toLowerCase(Locale.ROOT);
        return first.words().stream()
                .filter(word -> word.quoted() || word.text().startsWith("#") || word.text().startsWith("@"))
                .allMatch(word -> text.contains(word.text().toLowerCase(Locale.ROOT)))
                && numbers(first.text()).equals(numbers(other.text()));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static boolean keeps(List<Slot> before, List<Slot> after) {
        Set<EntityKind> named = after.stream().filter(Slot.Named.class::isInstance)
                .map(slot -> ((Slot.Named) slot).entity().kind()).collect(Collectors.toSet());
        boolean chosen = before.stream().filter(MappedQuestion::isChosen)
                .allMatch(slot -> after.contains(slot)
                        || slot instanceof Slot.Kind(EntityKind kind) && named.contains(kind));
        Set<Slot> ways = ways(before);
        return chosen && fixed(before).equals(fixed(after)) && (ways.isEmpty() || ways.equals(ways(after)));
    }

    /// Which end of an order or which way of a change is asked for: where the rules read one, a model may neither turn it nor add to it.
    private static Set<Slot> ways(List<Slot> slots) {
        return slots.stream().filter(slot -> slot instanceof Slot.Wanted(Cue cue) && WAYS.contains(cue))
                .collect(Collectors.toSet());
    }

    /// What a model may add to, and take nothing from.
    private static boolean isChosen(Slot slot) {
        return slot instanceof Slot.Kind || slot instanceof Slot.Measured
                || Arrays.asList(new Slot.Wanted(Cue.OWN), new Slot.Wanted(Cue.WATCHED)).contains(slot);
    }

    /// What a model may neither add nor take.
    private static Set<Slot> fixed(List<Slot> slots) {
        return slots.stream().filter(slot -> switch (slot) {
            case Slot.Named _,Slot.Span _,Slot.Ahead _,Slot.On _,Slot.Period _,Slot.Weekday _,Slot.Earlier _,Slot.Count _,Slot.Bound _,Slot.Second _,Slot.Stretch _,Slot.After _ ->
                true;
            case Slot.Kind _,Slot.Measured _,Slot.Now _,Slot.Wanted _,Slot.Filler _ -> false;
        }).collect(Collectors.toSet());
    }
}
