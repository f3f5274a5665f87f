package dev.upswell.taxonomy;

import dev.upswell.taste.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Words that many texts have and that are a keyword of no category, with the categories of the texts that they stand in.
///
/// A word counts when five texts have it, of three authors where authors are known; handles of authors are none.
public final class LooseWords {

    private static final int LEAST_TEXTS = 5;
    private static final int LEAST_AUTHORS = 3;
    private static final int LEAST_THERE = 2;

    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Use> uses = new HashMap<>();
    private int counted;

    /// Where a word stands.
    private static final class Use {
        final Map<String, Integer> tags = new HashMap<>();
        final Set<String> authors = new HashSet<>();
        int texts;
        int counted;
        int unsigned;
    }

    /// @param made of these texts, tag by tag in their order
    public LooseWords(List<SaidText> texts, CategoryMaking.Made made) {
        for (int i = 0; i < texts.size(); i++) {
            Optional<String> tag = made.tags().get(i);
            tag.ifPresent(one -> sizes.merge(one, 1, Integer::sum));
            counted += tag.isPresent() ? 1 : 0;
            for (String term : ReadText.of(texts.get(i)).terms()) {
                if (term.indexOf(' ') < 0) {
                    use(uses.computeIfAbsent(term, key -> new Use()), texts.get(i), tag);
                }
            }
        }
        made.taxonomy().categories().stream().map(Category::keywords).flatMap(List::stream).forEach(uses::remove);
        texts.forEach(text -> {
            if (text.author() != null) {
                uses.remove(text.author().toLowerCase(Locale.ROOT));
            }
        });
        uses.values().removeIf(use -> use.texts < LEAST_TEXTS || use.authors.size() + use.unsigned < LEAST_AUTHORS);
    }

    private static void use(Use use, SaidText text, Optional<String> tag) {
        use.texts++;
        if (text.author() == null) {
            use.unsigned++;
        } else {
            use.authors.add(text.author());
        }
        tag.ifPresent(one -> {
            use.tags.merge(one, 1, Integer::sum);
            use.counted++;
        });
    }

    /// The words that most texts have, the most used first.
    public List<String> most(int count) {
        List<Map.Entry<String, Use>> all = new ArrayList<>(uses.entrySet());
        all.sort(Comparator.comparingInt((Map.Entry<String, Use> one) -> -one.getValue().texts)
                .thenComparing(Map.Entry::getKey));
        return all.stream().limit(count).map(Map.Entry::getKey).toList();
    }

    /// Whether the texts bear out that a word belongs to a category: two of those that have it are counted there, and a greater share of
    /// them than of all texts.
    public boolean borne(String word, String tag) {
        Use use = uses.get(word);
        int there = use == null ? 0 : use.tags.getOrDefault(tag, 0);
        return use != null && there >= LEAST_THERE
                && (long) there * counted > (long) use.counted * sizes.getOrDefault(tag, 0);
    }
}
