package dev.upswell.taste;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The categories that content is told apart by, no two with one tag.
///
/// @param space which vectors its categories have, for example `hashed-128`; vectors of another space are not compared with them
/// @param reach how alike to the nearest category's centre a text was at least to belong to it, −1 to 1; null where nobody told
public record Taxonomy(String space, List<Category> categories, @Nullable Double reach) {

    public Taxonomy {
        categories = List.copyOf(categories);
        Set<String> tags = new HashSet<>();
        for (Category category : categories) {
            if (!tags.add(category.tag())) {
                throw new IllegalArgumentException(
                        "tag (" + category.tag() + ") must stand once in a taxonomy\nMaybe join the two categories.");
            }
        }
    }

    /// Of which nobody told how far its categories reach.
    public Taxonomy(String space, List<Category> categories) {
        this(space, categories, null);
    }

    /// The category of this tag.
    public Optional<Category> find(String tag) {
        return categories.stream().filter(category -> category.tag().equals(tag)).findFirst();
    }
}
