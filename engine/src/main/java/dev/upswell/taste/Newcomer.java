package dev.upswell.taste;

import java.util.List;

/// What stands in for the taste of somebody of whom nothing is known: what is popular, from the ten largest categories.
public final class Newcomer {

    private static final int CATEGORIES = 10;

    private Newcomer() {
    }

    /// The categories from which the best is shown, the largest first, without sensitive ones.
    public static List<Category> categories(Taxonomy taxonomy, SensitiveTopics sensitive) {
        return taxonomy.categories().stream().filter(category -> sensitive.of(category).isEmpty()).limit(CATEGORIES)
                .toList();
    }
}
