package dev.upswell.ask;

import dev.upswell.ask.Question.Word;
import dev.upswell.content.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The slots of a question, word by word: names first, then times, then phrases. What is left over is kept as it is.
///
/// @param slots without fillers, in their order
/// @param unknown words that nothing accounts for
/// @param missing names that look like names, but nothing is called so
/// @param several what may be meant where a name is not enough; empty where none is ambiguous
record SlotReading(List<Slot> slots, List<String> unknown, List<String> missing, List<Slot.Named> several) {

    private static final int LONGEST_NAME = 5;
    private static final int MOST_MEANT = 3;
    private static final int MOST_COUNTED = 100;
    private static final Set<String> BOUNDS = Set.of("over", "than", "from", "by", "dari", "daripada");
    /// Before a number they bound a list; "at least" and "at most" do so everywhere.
    private static final Set<String> BOUNDING = Set.of("up to", "paling sedikit", "paling dikit", "paling banyak",
            "paling tidak", "at the least", "at the most");
    private static final Set<String> OWNED = Set.of("bigger", "biggest", "larger", "largest", "smaller", "smallest",
            "greater", "greatest", "higher", "highest", "lower", "lowest", "its", "her", "his", "their", "whose",
            "total",
            "current");
    private static final Set<String> NOT = Set.of("tidak", "nggak", "ngga", "enggak", "gak", "ga", "tak");
    private static final Pattern GENITIVE = Pattern.compile("['’]s$");
    private static final Pattern LONG_ID = Pattern.compile("\\d{7,}");

    SlotReading {
        slots = List.copyOf(slots);
        unknown = List.copyOf(unknown);
        missing = List.copyOf(missing);
        several = List.copyOf(several);
    }

    /// @param now the instant that the question is asked of
    static SlotReading of(Question question, Names names, Instant now) {
        return new Walk(question, names, now).read();
    }

    private static final class Walk {

        private final Question question;
        private final List<Word> words;
        private final Names names;
        private final TimeWords times;
        private final BoundWords bounds;
        private final List<Slot> slots = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<Slot.Named> several = new ArrayList<>();

        Walk(Question question, Names names, Instant now) {
            this.question = question;
            this.words = question.language() == Language.INDONESIAN
                    ? question.words().stream().filter(word -> !PhraseBook.USUAL.isParticle(word)).toList()
                    : question.words();
            this.names = names;
            this.times = new TimeWords(words, now);
            this.bounds = new BoundWords(words);
        }

        SlotReading read() {
            int at = 0;
            while (at < words.size()) {
                at += step(at);
            }
            return new SlotReading(slots, unknown, missing, several);
        }

        /// Reads what begins here and says how many words that took.
        private int step(int at) {
            Word word = words.get(at);
            if (word.quoted()) {
                return meant(word.text(), quoted(word.text()), 1);
            }
            if (word.isHashtag() || word.isHandle()) {
                EntityKind kind = word.isHashtag() ? EntityKind.HASHTAG : EntityKind.CREATOR;
                return meant(word.text(), names.called(word.text().substring(1), kind), 1);
            }
            Optional<PhraseBook.Found> bound = isCounting() ? bounds.at(at) : Optional.empty();
            if (bound.isPresent()) {
                return take(bound.get(), at);
            }
            if (isFollowing(at)) {
                slots.add(new Slot.Measured(Measure.FOLLOWERS));
                return 1;
            }
            int bounding = bounding(at);
            if (bounding > 0 || isLeft(at)) {
                int length = Math.max(bounding, 1);
                words.subList(at, at + length).forEach(one -> unknown.add(one.text()));
                return length;
            }
            int named = afterItsKind(at);
            if (named > 0) {
                return named;
            }
            Optional<PhraseBook.Found> found = times.at(at)
                    .or(() -> PhraseBook.USUAL.at(words, at, question.language()));
            if (found.isPresent()) {
                return take(found.get(), at);
            }
            // At the end it asks "or not?"; anywhere else it denies, and is left to be unknown.
            if (at > 0 && at == words.size() - 1 && NOT.contains(word.plain())) {
                slots.add(new Slot.Wanted(Cue.OR_NOT));
                return 1;
            }
            if (word.number() >= 0) {
                return number(word, at == 0 ? "" : words.get(at - 1).plain());
            }
            return name(at, null).orElseGet(() -> {
                (LONG_ID.matcher(word.plain()).matches() ? missing : unknown).add(word.text());
                return 1;
            });
        }

        private int number(Word word, String before) {
            List<Slot.Named> called = names.called(word.plain(), lastKind());
            if (!called.isEmpty()) {
                return meant(word.text(), called, 1);
            }
            // "over 1000 views" bounds a list and does not count it; so does a number that is too large to count one.
            if (word.number() > MOST_COUNTED || BOUNDS.contains(before)) {
                unknown.add(word.text());
            } else {
                slots.add(new Slot.Count(word.number()));
            }
            return 1;
        }

        private int take(PhraseBook.Found found, int at) {
            Slot slot = found.slot();
            Word word = words.get(at);
            if (slot instanceof Slot.Count && at > 0 && BOUNDS.contains(words.get(at - 1).plain())) {
                unknown.add(word.text());
            } else if (slot.equals(new Slot.Wanted(Cue.WE)) && lastKind() != null
                    && question.language() == Language.INDONESIAN) {
                slots.add(new Slot.Wanted(Cue.OWN));
            } else if (!(slot instanceof Slot.Filler)) {
                slots.add(slot);
            }
            // "Videonya" is somebody's video.
            if (slot instanceof Slot.Kind && word.text().toLowerCase(Locale.ROOT).endsWith("nya")) {
                slots.add(new Slot.Wanted(Cue.ITS));
            }
            return found.words();
        }

        /// Whether things of a kind are counted, so that a bound says which.
        private boolean isCounting() {
            return slots.stream().anyMatch(Slot.Kind.class::isInstance)
                    && slots.stream().noneMatch(Slot.Named.class::isInstance)
                    && (slots.contains(new Slot.Wanted(Cue.HOW_MANY)) || slots.contains(new Slot.Wanted(Cue.HOW_MUCH)));
        }

        /// Whether `following` is those who follow: `the bigger following`, `the following of`; not `is following` or `the following tags`.
        private boolean isFollowing(int at) {
            String before = at == 0 ? "" : words.get(at - 1).plain();
            return said(at, 1).equals("following") && (OWNED.contains(before)
                    || before.equals("the") && said(at, 2).equals("following of"));
        }

        /// How many words bound a list here, such as "at least" or "up to" before a number; 0 for none.
        private int bounding(int at) {
            if (said(at, 2).equals("at least") || said(at, 2).equals("at most")) {
                return 2;
            }
            for (int length = 2; length <= 3; length++) {
                int next = at + length;
                if (BOUNDING.contains(said(at, length)) && next < words.size()
                        && PhraseBook.USUAL.counted(words.get(next)) >= 0 && times.at(next).isEmpty()) {
                    return length;
                }
            }
            return 0;
        }

        /// Whether "left" may be said of those who went as well as of those who remain.
        private boolean isLeft(int at) {
            return said(at, 1).equals("left")
                    && (at == words.size() - 1 || said(at, 2).equals("left at") || said(at, 2).equals("left after"));
        }

        private String said(int at, int length) {
            return at + length > words.size()
                    ? ""
                    : String.join(" ", words.subList(at, at + length).stream().map(Word::plain).toList());
        }

        private @Nullable EntityKind lastKind() {
            return !slots.isEmpty() && slots.getLast() instanceof Slot.Kind kind ? kind.kind() : null;
        }

        private List<Slot.Named> quoted(String text) {
            EntityKind kind = lastKind();
            List<Slot.Named> called = names.called(text.replaceFirst("^[#@]", ""), kind);
            return called.isEmpty() ? names.holding(text, kind == null ? EntityKind.VIDEO : kind) : called;
        }

        /// A name right after the word for its kind, such as "sound Blue Hour", unless all its words are usual ones; 0 when there is none.
        private int afterItsKind(int at) {
            EntityKind kind = lastKind();
            return kind == null ? 0 : name(at, kind).orElse(0);
        }

        /// The longest name that begins here; empty when nothing is called so.
        private Optional<Integer> name(int at, @Nullable EntityKind kind) {
            for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 0; length--) {
                List<Word> part = words.subList(at, at + length);
                if (part.stream().anyMatch(Word::quoted) || usual(at, length)) {
                    continue;
                }
                String spoken = String.join(" ", part.stream().map(Word::text).toList());
                List<Slot.Named> exactly = names.called(spoken, kind);
                List<Slot.Named> called = exactly.isEmpty() && GENITIVE.matcher(spoken).find()
                        ? names.called(GENITIVE.matcher(spoken).replaceFirst(""), kind)
                        : exactly;
                if (!called.isEmpty()) {
                    return Optional.of(meant(part.getFirst().text(), called, length));
                }
            }
            return Optional.empty();
        }

        private boolean usual(int at, int length) {
            for (int i = at; i < at + length; i++) {
                if (PhraseBook.USUAL.at(words.subList(i, i + 1), 0, question.language()).isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        private int meant(String said, List<Slot.Named> called, int length) {
            if (called.isEmpty()) {
                missing.add(said);
                return length;
            }
            if (called.size() > 1) {
                several.addAll(called.subList(0, Math.min(MOST_MEANT, called.size())));
                return length;
            }
            // "video 123" is one thing, not a kind and a thing.
            if (lastKind() == called.getFirst().entity().kind()) {
                slots.removeLast();
            }
            slots.add(called.getFirst());
            return length;
        }
    }
}
