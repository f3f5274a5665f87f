package dev.upswell.server.taste;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import dev.upswell.taste.Taxonomy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes taxonomies with the vectors of this installation; needs no store, no key and no network.
public final class TaxonomyMaking {

    /// How many categories are made where nobody says.
    public static final int USUAL = 100;
    /// What makes vectors of texts here.
    public static final Embedder EMBEDDER = new HashedVectors();
    /// What those vectors are called.
    public static final String SPACE = "hashed-" + HashedVectors.SIZE;
    private static final long SEED = 20;

    private TaxonomyMaking() {
    }

    /// Categories of these texts.
    ///
    /// @param before whose tags stay where the meaning does; null for none
    ///
    /// **errors** [TasteRefused] when there are no texts, no category comes out of them, or so many cannot be asked for
    public static CategoryMaking.Made make(List<SaidText> texts, int categories, Locale language,
            @Nullable Taxonomy before) {
        if (texts.isEmpty()) {
            throw TasteRefused.noTexts();
        }
        CategoryMaking.Settings settings;
        try {
            settings = new CategoryMaking.Settings(categories, SEED, SPACE, language);
        } catch (IllegalArgumentException refused) {
            throw TasteRefused.value(refused);
        }
        CategoryMaking.Made made = new CategoryMaking(settings, EMBEDDER).of(texts, before);
        if (made.taxonomy().categories().isEmpty()) {
            throw TasteRefused.noCategories(texts.size());
        }
        return made;
    }
}
