package dev.upswell.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// The words and short phrases of a language that praise or complain, each with its weight, and those that turn, strengthen or weaken them.
///
/// The lists are Upswell's own. A word that goes either way ("crazy", "gila") has no weight; it only strengthens.
final class SentimentWords {

    /// English.
    static final SentimentWords ENGLISH = new SentimentWords("sentiment-en.tsv", List.of());
    /// Indonesian; its words take endings.
    static final SentimentWords INDONESIAN = new SentimentWords("sentiment-id.tsv",
            List.of("nya", "lah", "ku", "mu", "2"));
    /// Emoji, which any language shares. What is used for joy and for grief alike (a loudly crying face, a skull) is not among them.
    static final SentimentWords EMOJI = new SentimentWords("sentiment-emoji.tsv", List.of());

    /// Words that a phrase has at most.
    static final int LONGEST = 5;

    private static final int SHORTEST_STEM = 4;

    /// What a word does.
    enum Kind {
        /// Praises or complains.
        VALUE,
        /// Turns what follows.
        NOT,
        /// Strengthens what stands beside it.
        MORE,
        /// Weakens what follows.
        LESS,
        /// What follows counts more than what came before.
        TURN,
        /// A phrase whose words are not to be taken by themselves.
        PLAIN,
        /// An emoji that mocks what is praised.
        MOCK
    }

    private final Map<Kind, Set<String>> words = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final List<String> endings;

    private SentimentWords(String resource, List<String> endings) {
        this.endings = endings;
        for (List<String> row : Rows.of(Rows.class, resource, 3)) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            for (String word : row.get(2).split(" ")) {
                String spaced = Cleaning.folded(word.replace('_', ' '));
                words.computeIfAbsent(kind, one -> new HashSet<>()).add(Emoji.folded(spaced));
                if (kind == Kind.VALUE || kind == Kind.MOCK) {
                    weights.put(Emoji.folded(spaced), Double.valueOf(row.get(1)));
                }
            }
        }
    }

    /// Whether a folded word or phrase does this.
    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /// The weight of a folded word, phrase or emoji, −1 to 1; empty for one that neither praises nor complains.
    ///
    /// Letters that are drawn out ("sooo goood") and endings are taken off where the word is not known as it is.
    OptionalDouble weight(String word) {
        Double weight = weights.get(word);
        for (int letters = 1; weight == null && letters <= 2; letters++) {
            weight = weights.get(shortened(word, letters));
        }
        for (String ending : endings) {
            if (weight == null && word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                weight = weights.get(word.substring(0, word.length() - ending.length()));
            }
        }
        return weight == null ? OptionalDouble.empty() : OptionalDouble.of(weight);
    }

    /// Whether a folded word does this, also where its letters are drawn out.
    boolean does(Kind kind, String word) {
        return is(kind, word) || is(kind, shortened(word, 1));
    }

    private static String shortened(String word, int letters) {
        return word.replaceAll("(.)\\1{2,}", letters == 1 ? "$1" : "$1$1");
    }
}
