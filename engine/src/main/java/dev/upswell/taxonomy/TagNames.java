package dev.upswell.taxonomy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Gives groups their tags: the two most telling terms, unlike every tag before.
final class TagNames {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /// Keeps a tag for whom it belongs to.
    void take(String tag) {
        taken.add(tag);
    }

    /// A tag of these terms, the most telling first; at least one is given.
    String of(List<String> terms) {
        String first = snake(terms.getFirst());
        for (String other : terms) {
            String second = snake(other);
            String tag = first + "_" + second;
            if (unlike(terms.getFirst(), other) && !second.isEmpty() && tag.length() <= LONGEST && taken.add(tag)) {
                return tag;
            }
        }
        String tag = first;
        for (int number = 2; !taken.add(tag); number++) {
            tag = first + "_" + number;
        }
        return tag;
    }

    /// Whether neither is a part of the other.
    private static boolean unlike(String one, String other) {
        String bare = GroupTerms.bare(one);
        String second = GroupTerms.bare(other);
        return !bare.contains(second) && !second.contains(bare);
    }

    /// The term with low lines for all that is no letter, mark or digit.
    static String snake(String term) {
        return term.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Ll}\\p{Lo}\\p{M}\\p{N}]+", "_").replaceAll("^_+|_+$",
                "");
    }
}
