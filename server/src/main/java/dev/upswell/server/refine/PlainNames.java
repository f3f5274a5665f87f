package dev.upswell.server.refine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds names that bear no sign: those that are known, in any case, and words with a capital where no sentence begins.
///
/// Not seen are names in lower case, or at the beginning of a sentence, that nobody told of.
final class PlainNames {

    private static final Pattern CAPITALS = Pattern
            .compile(
                    "(?<=[\\p{L}\\p{N},;()\\]] )\\p{Lu}[\\p{L}\\p{M}'’]*\\p{Ll}[\\p{L}\\p{M}'’]*(?:[ &-]{1,2}\\p{Lu}[\\p{L}\\p{M}'’]*)*");
    private static final String OWN = "NAME";
    private static final int SHORTEST = 2;
    /// Without their sign handles and hashtags of fewer letters would be everyday words.
    private static final int SHORTEST_BARE = 3;

    private PlainNames() {
    }

    /// The text with each name replaced by `NAME`.
    static String masked(String text, Collection<String> names) {
        String masked = text;
        for (String name : longestFirst(names)) {
            masked = whole(name).matcher(masked).replaceAll(OWN);
        }
        return CAPITALS.matcher(masked).replaceAll(OWN);
    }

    /// A name that a text has and an older one lacks.
    static Optional<String> brought(String old, String text, Collection<String> names) {
        Optional<String> known = longestFirst(names).stream()
                .filter(name -> whole(name).matcher(text).find() && !whole(name).matcher(old).find()).findFirst();
        if (known.isPresent()) {
            return known;
        }
        Set<String> capitals = found(text);
        capitals.removeIf(old::contains);
        return capitals.stream().findFirst();
    }

    private static Set<String> found(String text) {
        return CAPITALS.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> longestFirst(Collection<String> names) {
        return names.stream().flatMap(PlainNames::spellings).filter(name -> name.length() >= SHORTEST).distinct()
                .sorted(Comparator.comparing((String name) -> -name.length()).thenComparing(name -> name)).toList();
    }

    /// A handle or a hashtag may be written without its sign.
    private static Stream<String> spellings(String name) {
        boolean signed = (name.startsWith("@") || name.startsWith("#")) && name.length() > SHORTEST_BARE;
        return signed ? Stream.of(name, name.substring(1)) : Stream.of(name);
    }

    /// What goes on with `_`, or with a point and a letter, is another handle.
    private static Pattern whole(String name) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}_]\\.)" + Pattern.quote(name)
                + "(?![\\p{L}\\p{N}_]|\\.[\\p{L}\\p{N}_])");
    }
}
