package dev.upswell.language;

import dev.upswell.language.Token.Kind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which language a text is in, told by its script, then by words that languages use all the time and letters that few have.
///
/// Hashtags count only where there are no words, and then by their letters: they are often English in texts of any language.
///
/// @param language ISO 639-1, or [#UNKNOWN]
/// @param sure how far the best is ahead of the next, 0 to 1; 0 where it is unknown
public record LanguageGuess(String language, double sure) {

    /// No language is far enough ahead.
    public static final String UNKNOWN = "und";

    /// How far ahead the best must be.
    private static final double AHEAD = .15;
    /// What a letter counts beside a word.
    private static final double LETTER = .7;
    /// Below it there is too little to tell by.
    private static final double LEAST = .5;
    private static final double MOST_LETTERS = .5;

    /// What this text is in.
    public static LanguageGuess of(TextTokens text) {
        List<Token> words = text.tokens().stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.PAIR).toList();
        if (words.isEmpty()) {
            words = text.tokens().stream().filter(token -> token.kind() == Kind.HASHTAG).toList();
        }
        return byScript(words).orElse(byWords(words));
    }

    private static Optional<LanguageGuess> byScript(List<Token> words) {
        Map<Script, Integer> letters = new EnumMap<>(Script.class);
        words.stream().flatMapToInt(word -> word.text().codePoints()).forEach(
                letter -> Script.of(letter).ifPresent(script -> letters.merge(script, 1, Integer::sum)));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Script> most = letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        if (most.isEmpty() || letters.getOrDefault(most.get(), 0) < MOST_LETTERS * all) {
            return Optional.empty();
        }
        double share = (double) letters.getOrDefault(most.get(), 0) / all;
        return switch (most.get()) {
            case LATIN -> Optional.empty();
            case THAI -> Optional.of(new LanguageGuess("th", share));
            case LAO -> Optional.of(new LanguageGuess("lo", share));
            case KHMER -> Optional.of(new LanguageGuess("km", share));
            case MYANMAR -> Optional.of(new LanguageGuess("my", share));
            case HANGUL -> Optional.of(new LanguageGuess("ko", share));
            case KANA -> Optional.of(new LanguageGuess("ja", share));
            case HAN -> Optional.of(new LanguageGuess(letters.containsKey(Script.KANA) ? "ja" : "zh", share));
            case GREEK -> Optional.of(new LanguageGuess("el", share));
            case HEBREW -> Optional.of(new LanguageGuess("he", share));
            case TAMIL -> Optional.of(new LanguageGuess("ta", share));
            // Several languages each, which letters alone do not tell apart.
            case CYRILLIC, ARABIC, DEVANAGARI, BENGALI, OTHER -> Optional.of(new LanguageGuess(UNKNOWN, 0));
        };
    }

    private static LanguageGuess byWords(List<Token> words) {
        Map<String, Double> scores = new HashMap<>();
        for (Token word : words) {
            share(FrequentWords.shipped().languages(word.text()), 1, scores);
            share(byLetter(word.text()), LETTER, scores);
        }
        List<Map.Entry<String, Double>> best = scores.entrySet().stream().sorted(Comparator
                .comparing(Map.Entry<String, Double>::getValue).reversed().thenComparing(Map.Entry::getKey)).limit(2)
                .toList();
        if (best.isEmpty() || best.getFirst().getValue() < LEAST) {
            return new LanguageGuess(UNKNOWN, 0);
        }
        double next = best.size() > 1 ? best.get(1).getValue() : 0;
        double ahead = 1 - next / best.getFirst().getValue();
        return ahead < AHEAD ? new LanguageGuess(UNKNOWN, 0) : new LanguageGuess(best.getFirst().getKey(), ahead);
    }

    /// The languages of the letter in it that fewest have.
    private static List<String> byLetter(String word) {
        OptionalInt letter = word.codePoints().filter(c -> !FrequentWords.shipped().languagesOf(c).isEmpty())
                .findFirst();
        return letter.isPresent() ? FrequentWords.shipped().languagesOf(letter.getAsInt()) : List.of();
    }

    private static void share(List<String> languages, double weight, Map<String, Double> scores) {
        languages.forEach(language -> scores.merge(language, weight / languages.size(), Double::sum));
    }
}
