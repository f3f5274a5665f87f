package dev.upswell.embed;

import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import java.util.ArrayList;
import java.util.List;

/// What of a text counts for vectors that are made of words: words, hashtags, pairs of letters, emoji, and pieces of longer words, which
/// other forms of a word and hashtags of several words share.
///
/// A word and a hashtag of the same letters are one. Numbers, links and mentions say nothing of a subject.
final class Pieces {

    /// Letters of a piece.
    private static final int LENGTH = 5;

    /// A piece of a text, and how much it counts there.
    record Piece(String text, double weight) {
    }

    private Pieces() {
    }

    /// The pieces of this text, repeated ones too.
    static List<Piece> of(TextTokens text) {
        List<Piece> pieces = new ArrayList<>();
        for (Token token : text.tokens()) {
            switch (token.kind()) {
                case WORD, HASHTAG -> {
                    pieces.add(new Piece(token.text(), 1));
                    inside(token.text(), pieces);
                }
                case PAIR -> pieces.add(new Piece(token.text(), .5));
                case EMOJI -> pieces.add(new Piece(token.text(), .5));
                case NUMBER, MENTION, LINK -> {
                }
            }
        }
        return pieces;
    }

    /// Pieces within a word count as much as the word, together.
    private static void inside(String word, List<Piece> pieces) {
        int[] letters = word.codePoints().toArray();
        int count = letters.length - LENGTH + 1;
        for (int from = 0; letters.length > LENGTH && from < count; from++) {
            pieces.add(new Piece("·" + new String(letters, from, LENGTH), 1.0 / count));
        }
    }
}
