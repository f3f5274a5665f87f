package dev.upswell.ask;

import dev.upswell.ask.Question.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Seconds of a video in words, of both languages: one of them, the time up to it, from it on, or between two.
final class SecondWords {

    private static final Set<String> SECONDS = Set.of("s", "sec", "secs", "second", "seconds", "detik", "dtk");
    private static final Set<String> UP_TO = Set.of("before", "by", "sebelum", "within", "until", "till", "sampai",
            "hingga");
    private static final Set<String> FROM_ON = Set.of("after", "past", "beyond", "setelah", "sesudah", "lewat");
    private static final Set<String> TO = Set.of("and", "to", "dan", "sampai", "hingga");

    private final List<Word> words;

    SecondWords(List<Word> words) {
        this.words = words;
    }

    /// What begins at this word.
    Optional<PhraseBook.Found> at(int from) {
        return between(from).or(() -> sided(from)).or(() -> first(from)).or(() -> one(from));
    }

    private String word(int at) {
        return at >= 0 && at < words.size() && !words.get(at).quoted() ? words.get(at).plain() : "";
    }

    /// The number at a word, also as an ordinal of a second such as "ke-3"; -1 for anything else.
    private int counted(int at) {
        String word = word(at);
        if (word.matches("ke-\\d{1,3}")) {
            return Integer.parseInt(word.substring(3));
        }
        int number = at >= 0 && at < words.size() ? PhraseBook.USUAL.counted(words.get(at)) : -1;
        return number > 0 || !word.startsWith("ke") ? number : PhraseBook.USUAL.counted(word.substring(2));
    }

    /// Such as "between 3 and 5 seconds", "antara detik 3 dan 5" or "detik ke-3 sampai ke-5".
    private Optional<PhraseBook.Found> between(int from) {
        boolean led = Set.of("between", "antara", "from", "dari").contains(word(from));
        int at = led ? from + 1 : from;
        boolean unit = SECONDS.contains(word(at));
        at += unit ? 1 : 0;
        int first = counted(at);
        boolean inner = SECONDS.contains(word(at + 1));
        int to = inner ? at + 2 : at + 1;
        int other = SECONDS.contains(word(to + 1)) ? to + 2 : to + 1;
        int second = counted(other);
        boolean after = SECONDS.contains(word(other + 1));
        boolean known = first > 0 && second > first && TO.contains(word(to))
                && (unit || inner || after || other > to + 1);
        return known && (led || !word(to).equals("and") && !word(to).equals("dan"))
                ? found(new Slot.Stretch(first, second), other + 1 - from + (after ? 1 : 0))
                : Optional.empty();
    }

    /// Such as "before 3 s", "after 5 seconds" or "setelah detik ke-5".
    private Optional<PhraseBook.Found> sided(int from) {
        boolean before = UP_TO.contains(word(from));
        if (!before && !FROM_ON.contains(word(from))) {
            return Optional.empty();
        }
        int skipped = word(from + 1).equals("the") ? 2 : 1;
        return first(from + skipped).filter(_ -> before)
                .map(one -> new PhraseBook.Found(one.slot(), one.words() + skipped))
                .or(() -> one(from + skipped).map(one -> new PhraseBook.Found(
                        one.slot() instanceof Slot.Second(int second)
                                ? before ? new Slot.Stretch(0, second) : new Slot.After(second)
                                : one.slot(),
                        one.words() + skipped)));
    }

    /// Such as "first three seconds" or "3 detik pertama".
    private Optional<PhraseBook.Found> first(int from) {
        boolean led = Set.of("first", "opening", "initial").contains(word(from));
        int at = led ? from + 1 : from;
        int number = counted(at);
        if (number <= 0 || !SECONDS.contains(word(at + 1))) {
            return Optional.empty();
        }
        boolean trailing = Set.of("pertama", "awal").contains(word(at + 2)) || word(at + 2).equals("in");
        return led || trailing
                ? found(new Slot.Stretch(0, number), at + 2 - from + (trailing ? 1 : 0))
                : Optional.empty();
    }

    /// Such as "3 s", "second 3", "3rd second" or "detik ke-3".
    private Optional<PhraseBook.Found> one(int from) {
        int number = counted(from);
        int unit = Set.of("st", "nd", "rd", "th").contains(word(from + 1)) ? from + 2 : from + 1;
        if (number > 0 && SECONDS.contains(word(unit))) {
            return found(new Slot.Second(number), unit + 1 - from);
        }
        if (SECONDS.contains(word(from))) {
            int at = word(from + 1).equals("ke") ? from + 2 : from + 1;
            if (counted(at) > 0 && !word(from).equals("s")) {
                return found(new Slot.Second(counted(at)), at + 1 - from);
            }
        }
        return Optional.empty();
    }

    private static Optional<PhraseBook.Found> found(Slot slot, int words) {
        return Optional.of(new PhraseBook.Found(slot, words));
    }
}
