package dev.upswell.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What sets a text apart from the others it stands among.
///
/// **source** tf-idf: Spärck Jones (1972), with the logarithm of how often a term stands in the text.
public final class Keywords {

    /// What stands in a larger share of texts sets none apart.
    private static final double MOST_TEXTS = .5;

    private Keywords() {
    }

    /// At most so many terms of this text, the weightiest first; a term within a weightier one of two words is left out, and so is one of
    /// two words whose halves are weightier.
    public static List<Term> of(TextTokens text, TermUse use, int most) {
        Map<String, Integer> counts = new HashMap<>();
        TermUse.terms(text).forEach(term -> counts.merge(term, 1, Integer::sum));
        return weightiest(counts, use, most);
    }

    /// As [#of], of terms that were counted over several texts.
    public static List<Term> weightiest(Map<String, Integer> counts, TermUse use, int most) {
        List<Term> terms = new ArrayList<>();
        counts.keySet().stream().filter(term -> use.of(term) <= MOST_TEXTS * use.texts()).forEach(term -> terms.add(
                new Term(term, (1 + StrictMath.log(Objects.requireNonNull(counts.get(term)))) * use.rarity(term)
                        / (term.indexOf(' ') < 0 ? 1 : 1.5))));
        terms.sort(Comparator.comparingDouble(Term::weight).reversed().thenComparing(Term::text));
        List<Term> kept = new ArrayList<>();
        for (Term term : terms) {
            if (kept.size() == most) {
                break;
            }
            if (kept.stream().noneMatch(other -> overlap(other.text(), term.text()))) {
                kept.add(term);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean overlap(String one, String other) {
        String spaced = " " + one + " ";
        String otherSpaced = " " + other + " ";
        return spaced.contains(otherSpaced) || otherSpaced.contains(spaced);
    }
}
