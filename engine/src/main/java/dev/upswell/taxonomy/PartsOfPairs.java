package dev.upswell.taxonomy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Terms that say nothing alone because they are parts of a pair: `khách` of `khách sạn`, and `tâm đà`, which bridges `trung tâm` and
/// `đà lạt`.
final class PartsOfPairs {

    /// A word is a part of the pair that so large a share of its texts has.
    private static final double MOSTLY = .6;

    private PartsOfPairs() {
    }

    /// The parts among these terms.
    ///
    /// @param texts how many texts have each term; pairs are two words with a blank between
    static Set<String> among(Map<String, Integer> texts) {
        Set<String> parts = new HashSet<>();
        Map<String, Integer> ending = new HashMap<>();
        Map<String, Integer> beginning = new HashMap<>();
        List<Pair> pairs = texts.entrySet().stream().flatMap(term -> pair(term.getKey(), term.getValue())).toList();
        for (Pair pair : pairs) {
            beginning.merge(pair.first, pair.texts, Math::max);
            ending.merge(pair.second, pair.texts, Math::max);
            Stream.of(pair.first, pair.second)
                    .filter(word -> pair.texts >= MOSTLY * texts.getOrDefault(word, pair.texts)).forEach(parts::add);
        }
        for (Pair pair : pairs) {
            if (ending.getOrDefault(pair.first, 0) >= pair.texts
                    && beginning.getOrDefault(pair.second, 0) > pair.texts) {
                parts.add(pair.first + " " + pair.second);
            }
        }
        return parts;
    }

    private record Pair(String first, String second, int texts) {
    }

    private static Stream<Pair> pair(String term, int texts) {
        int blank = term.indexOf(' ');
        return blank < 0
                ? Stream.empty()
                : Stream.of(new Pair(term.substring(0, blank), term.substring(blank + 1), texts));
    }
}
