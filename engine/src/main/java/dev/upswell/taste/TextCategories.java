package dev.upswell.taste;

import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the categories of a text by whole words and by likeness: up to three that have a keyword, or a word that was put to them, in the
/// text or lie near it.
public final class TextCategories {

    private static final int MOST = 3;
    private static final double NEAR = 0.4;

    private final List<Words> categories;

    /// @param taxonomy whose categories are told
    public TextCategories(Taxonomy taxonomy) {
        categories = taxonomy.categories().stream()
                .map(category -> new Words(category, Stream
                        .concat(category.keywords().stream(), category.mapped().stream()).map(TextTokens::of).toList()))
                .toList();
    }

    private record Words(Category category, List<TextTokens> keywords) {

        /// How many keywords stand in the text, and the likeness; at most 0 for a category that it is not of.
        double score(TextTokens text, @Nullable Vector vector) {
            long met = keywords.stream().filter(text::contains).count();
            double likeness = vector == null || vector.size() != category.vector().size()
                    ? 0
                    : category.vector().likeness(vector);
            return met > 0 || likeness >= NEAR ? met + likeness + 1 : 0;
        }
    }

    private record Scored(String tag, double score) {
    }

    /// Tags of the categories of a text; empty when it is of none.
    ///
    /// @param vector of the text; null where it says nothing
    public Set<String> of(String text, @Nullable Vector vector) {
        TextTokens tokens = TextTokens.of(text);
        return categories.stream().map(words -> new Scored(words.category().tag(), words.score(tokens, vector)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::tag)).limit(MOST)
                .map(Scored::tag).collect(Collectors.toSet());
    }
}
