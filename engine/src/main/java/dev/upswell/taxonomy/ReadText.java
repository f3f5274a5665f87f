package dev.upswell.taxonomy;

import dev.upswell.language.TermUse;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token.Kind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text in the terms by which groups of texts are told apart: its hashtags, its words, and pairs of words that stand together.
///
/// Words that only join others say nothing; scripts without blanks give hashtags alone, for nobody reads a pair of their letters.
///
/// @param terms each once, in the order in which they stand
record ReadText(TextTokens tokens, @Nullable String author, List<String> hashtags, Set<String> terms) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;

    static ReadText of(SaidText said) {
        TextTokens tokens = TextTokens.of(said.text());
        List<String> hashtags = tokens.of(Kind.HASHTAG).stream().filter(ReadText::telling).distinct().toList();
        Set<String> terms = TermUse.terms(tokens).stream().filter(ReadText::telling)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ReadText(tokens, said.author(), hashtags, terms);
    }

    private static boolean telling(String term) {
        int letters = (int) term.codePoints().filter(Character::isLetter).count();
        return letters >= SHORTEST && term.length() <= LONGEST
                && Arrays.stream(term.split(" ")).noneMatch(JoiningWords::has);
    }
}
