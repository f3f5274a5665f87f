package dev.upswell.ask;

import dev.upswell.ask.Question.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A bound of what is counted, in words of both languages: `more than four million`, `di bawah seribu`.
final class BoundWords {

    /// Each with whether it bounds from below and whether the number itself is within.
    private static final Map<String, Slot.Bound> LEADING = Map.ofEntries(above("more than", false),
            above("over", false), above("above", false), above("at least", true), above("lebih dari", false),
            above("di atas", false), above("minimal", true), above("setidaknya", true), above("sedikitnya", true),
            above("paling sedikit", true), below("fewer than", false), below("less than", false),
            below("under", false), below("below", false), below("at most", true), below("kurang dari", false),
            below("di bawah", false), below("maksimal", true), below("paling banyak", true));
    private static final Map<String, Double> SCALES = Map.ofEntries(Map.entry("hundred", 1e2), Map.entry("ratus", 1e2),
            Map.entry("thousand", 1e3), Map.entry("k", 1e3), Map.entry("ribu", 1e3), Map.entry("rb", 1e3),
            Map.entry("million", 1e6), Map.entry("m", 1e6), Map.entry("juta", 1e6), Map.entry("jt", 1e6),
            Map.entry("billion", 1e9), Map.entry("miliar", 1e9), Map.entry("milyar", 1e9));
    private static final Map<String, Double> ONE_OF = Map.of("seratus", 1e2, "seribu", 1e3, "sejuta", 1e6, "semiliar",
            1e9);
    /// What these count is time or a part, and no bound of a figure.
    private static final Set<String> NO_FIGURES = Set.of("hour", "hours", "h", "day", "days", "week", "weeks", "month",
            "months", "second", "seconds", "minute", "minutes", "percent", "persen", "%", "jam", "hari", "minggu",
            "pekan", "bulan", "detik", "menit", "times", "kali");
    private static final int LONGEST = 2;

    private final List<Word> words;

    BoundWords(List<Word> words) {
        this.words = words;
    }

    private static Map.Entry<String, Slot.Bound> above(String words, boolean including) {
        return Map.entry(words, new Slot.Bound(true, including, 0));
    }

    private static Map.Entry<String, Slot.Bound> below(String words, boolean including) {
        return Map.entry(words, new Slot.Bound(false, including, 0));
    }

    /// The bound that begins at this word; empty where none does, or where its number is not read.
    Optional<PhraseBook.Found> at(int from) {
        for (int length = LONGEST; length > 0; length--) {
            Slot.Bound bound = from + length < words.size()
                    ? LEADING.get(String.join(" ",
                            words.subList(from, from + length).stream().map(Word::plain).toList()))
                    : null;
            if (bound != null) {
                return number(from + length, bound, from);
            }
        }
        return Optional.empty();
    }

    private String word(int at) {
        return at < words.size() && !words.get(at).quoted() ? words.get(at).plain() : "";
    }

    private Optional<PhraseBook.Found> number(int start, Slot.Bound bound, int from) {
        int at = word(start).equals("a") ? start + 1 : start;
        double number = at > start && SCALES.containsKey(word(at)) ? 1 : -1;
        Double one = ONE_OF.get(word(at));
        if (one != null) {
            number = one;
            at++;
        } else if (number < 0 && at < words.size()) {
            number = PhraseBook.USUAL.counted(words.get(at++));
        }
        // Digits in groups of thousands are words of their own: 25,000.
        while (number > 0 && word(at).matches("\\d{3}") && word(at - 1).matches("\\d{1,3}")) {
            number = number * 1000 + Integer.parseInt(word(at++));
        }
        for (Double scale = SCALES.get(word(at)); number > 0 && scale != null; scale = SCALES.get(word(++at))) {
            number *= scale;
        }
        boolean figure = number > 0 && !NO_FIGURES.contains(word(at)) && !word(at).matches("\\d+");
        return figure
                ? Optional.of(new PhraseBook.Found(new Slot.Bound(bound.above(), bound.including(), number), at - from))
                : Optional.empty();
    }
}
