package dev.upswell.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The words that twelve languages use most, and letters that only few of them have.
///
/// They tell languages apart, and they say nothing about a subject.
public final class FrequentWords {

    private static final FrequentWords SHIPPED = new FrequentWords(Rows.of(Rows.class, "words.tsv", 3));

    private final Map<String, List<String>> languagesOfWords = new HashMap<>();
    private final Map<Integer, List<String>> languagesOfLetters = new HashMap<>();

    private FrequentWords(List<List<String>> rows) {
        for (List<String> row : rows) {
            String language = row.get(0);
            row.get(1).codePoints().forEach(
                    letter -> languagesOfLetters.merge(letter, List.of(language), FrequentWords::both));
            for (String word : row.get(2).split(" ")) {
                languagesOfWords.merge(word, List.of(language), FrequentWords::both);
            }
        }
    }

    /// The words that Upswell ships.
    public static FrequentWords shipped() {
        return SHIPPED;
    }

    /// Whether any of the twelve languages uses this folded word all the time.
    public boolean knows(String word) {
        return languagesOfWords.containsKey(word);
    }

    /// The languages that use this folded word all the time, as ISO 639-1; none where it is no such word.
    public List<String> languages(String word) {
        return languagesOfWords.getOrDefault(word, List.of());
    }

    /// The languages alone in having this letter; none where many have it.
    List<String> languagesOf(int letter) {
        return languagesOfLetters.getOrDefault(letter, List.of());
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
