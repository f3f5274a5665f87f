package dev.upswell.language;

import dev.upswell.language.Token.Kind;
import java.util.List;

/// A text in its tokens, in the order in which they stand.
///
/// @param text cleaned, in its own case; places of tokens are places in it
public record TextTokens(String text, List<Token> tokens) {

    public TextTokens {
        tokens = List.copyOf(tokens);
    }

    /// The tokens of this text, which is cleaned first.
    public static TextTokens of(String text) {
        String cleaned = Cleaning.cleaned(text);
        return new TextTokens(cleaned, Tokens.in(cleaned));
    }

    /// The texts of all tokens of this kind, repeated ones too.
    public List<String> of(Kind kind) {
        return tokens.stream().filter(token -> token.kind() == kind).map(Token::text).toList();
    }

    /// Whether the words of this phrase stand in it beside each other, whole: "art" is not in "party", nor in the hashtag "party".
    ///
    /// A phrase of a script without blanks is found wherever its letters stand beside each other. Hashtags count as words. A phrase
    /// without tokens is in no text.
    public boolean contains(TextTokens phrase) {
        if (phrase.tokens.isEmpty()) {
            return false;
        }
        if (phrase.inPairs()) {
            return Cleaning.withoutCase(text).contains(Cleaning.withoutCase(phrase.text));
        }
        for (int from = 0; from <= tokens.size() - phrase.tokens.size(); from++) {
            if (stands(phrase, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean inPairs() {
        for (Token token : tokens) {
            if (token.kind() != Kind.PAIR) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(TextTokens phrase, int from) {
        for (int i = 0; i < phrase.tokens.size(); i++) {
            if (!same(tokens.get(from + i), phrase.tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Token one, Token other) {
        return one.text().equals(other.text()) && wordLike(one) == wordLike(other);
    }

    private static boolean wordLike(Token token) {
        return token.inSentence() || token.kind() == Kind.HASHTAG;
    }
}
