package dev.upswell.language;

/// A part of a text that means something by itself.
///
/// @param text folded: width and case are gone, so that equal tokens are equal strings; a hashtag without `#`, a mention without `@`, an
/// emoji without its tone of skin
/// @param start where it begins in the cleaned text, its sign included, in chars
/// @param end where the cleaned text goes on after it
public record Token(Kind kind, String text, int start, int end) {

    /// What a token is.
    public enum Kind {
        /// Letters, with digits among them or not, in a script with blanks between words.
        WORD,
        /// Two letters beside each other in a script without blanks; neighbours overlap by one. A letter alone where it stands alone.
        PAIR,
        /// Digits, with points or commas between them.
        NUMBER, HASHTAG, MENTION, EMOJI, LINK
    }

    public Token {
        if (text.isEmpty() || start < 0 || end <= start) {
            throw new IllegalArgumentException("token (" + text + " at " + start + " to " + end
                    + ") must have letters and an extent\nMaybe it was made by hand.");
        }
    }

    /// Whether it belongs to the words of a sentence: no hashtag, mention, emoji or link.
    public boolean inSentence() {
        return switch (kind) {
            case WORD, PAIR, NUMBER -> true;
            case HASHTAG, MENTION, EMOJI, LINK -> false;
        };
    }
}
