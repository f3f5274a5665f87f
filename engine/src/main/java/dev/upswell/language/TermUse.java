package dev.upswell.language;

import dev.upswell.language.Token.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// In how many texts each term stands, which tells how rare it is.
public final class TermUse {

    private static final int SHORTEST = 2;

    private final Map<String, Integer> texts;
    private final int all;

    private TermUse(Map<String, Integer> texts, int all) {
        this.texts = texts;
        this.all = all;
    }

    /// The use in these texts; a term counts once for each of them.
    public static TermUse in(Collection<TextTokens> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (TextTokens text : texts) {
            new HashSet<>(terms(text)).forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        return new TermUse(counts, texts.size());
    }

    /// The terms of this text, repeated ones too: its hashtags, its words, and two words beside each other, without those that languages
    /// use all the time and without numbers.
    ///
    /// Scripts without blanks give hashtags alone: a pair of letters is no word.
    public static List<String> terms(TextTokens text) {
        List<String> terms = new ArrayList<>();
        Token before = null;
        for (Token token : text.tokens()) {
            boolean says = token.kind() == Kind.HASHTAG || token.kind() == Kind.WORD && says(token.text());
            if (says) {
                terms.add(token.text());
            }
            boolean word = says && token.kind() == Kind.WORD;
            if (word && before != null && before.end() + 1 == token.start()) {
                terms.add(before.text() + " " + token.text());
            }
            before = word ? token : null;
        }
        return terms;
    }

    /// How many texts there are.
    public int texts() {
        return all;
    }

    /// In how many of them this term stands.
    public int of(String term) {
        return texts.getOrDefault(term, 0);
    }

    /// How rare a term is: the logarithm of texts by texts that have it, above 0 always.
    public double rarity(String term) {
        return StrictMath.log((all + 1.0) / (of(term) + .5));
    }

    private static boolean says(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST && !FrequentWords.shipped().knows(word);
    }
}
