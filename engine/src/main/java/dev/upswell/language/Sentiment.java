package dev.upswell.language;

import java.util.List;
import java.util.Optional;

/// Whether a text praises or complains, told by lists of words and emoji with negation.
///
/// English and Indonesian are read by words and emoji, and so is a text in Latin letters whose language cannot be told; any other language
/// by emoji alone. Hashtags say nothing here: they name a subject or ask to be shown. What no list has a word for is **unknown**, which is
/// not the same as balanced: no caption is ever 0 because nothing was found in it. Irony is seen only where a mocking emoji gives it away.
///
/// **source** the treatment of negation, strengthening and "but" follows the idea of Hutto and Gilbert, VADER (2014); words, weights and
/// factors are Upswell's own.
///
/// @param valence mean weight of the signs, −1 (complains) to 1 (praises)
/// @param signs what it rests on, in the order in which they stand; at least one
public record Sentiment(double valence, List<Sign> signs) {

    /// Nearer to 0 than this it leans neither way.
    private static final double LEANS = .15;
    /// So much weight must be told: one clear word, or two that only hint.
    private static final double ENOUGH = .7;

    /// What a text as a whole does.
    public enum Tone {
        POSITIVE,
        NEGATIVE,
        /// Praise and complaint weigh the same.
        BALANCED
    }

    /// A word, phrase or emoji that praises or complains.
    ///
    /// @param text as it stands in the text
    /// @param start place in the cleaned text, in chars
    /// @param end where the text goes on after it
    /// @param weight −1 to 1, after negation and strengthening
    public record Sign(String text, int start, int end, double weight) {
    }

    public Sentiment {
        signs = List.copyOf(signs);
        if (signs.isEmpty() || !(Math.abs(valence) <= 1)) {
            throw new IllegalArgumentException("sentiment (" + valence + " of " + signs.size()
                    + " signs) must lie in [-1, 1] and rest on a sign\nMaybe a text without signs was not told as unknown.");
        }
    }

    /// The sentiment of a text; empty where it is unknown: no sign stands in it, or a single weak one.
    ///
    /// @param language ISO 639-1 as [LanguageGuess] tells it
    public static Optional<Sentiment> of(TextTokens text, String language) {
        SentimentReading reading = new SentimentReading(text, language);
        List<Sign> signs = reading.signs();
        return reading.told() < ENOUGH
                ? Optional.empty()
                : Optional.of(new Sentiment(
                        Math.clamp(signs.stream().mapToDouble(Sign::weight).sum() / signs.size(), -1, 1), signs));
    }

    /// As [#of] in the language that the text itself tells.
    public static Optional<Sentiment> of(TextTokens text) {
        return of(text, LanguageGuess.of(text).language());
    }

    /// Which way it leans.
    public Tone tone() {
        return valence >= LEANS ? Tone.POSITIVE : valence <= -LEANS ? Tone.NEGATIVE : Tone.BALANCED;
    }
}
