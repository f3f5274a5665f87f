package dev.upswell.taste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCategoriesTest {

    private static final HashedVectors EMBEDDER = new HashedVectors();
    private static final TextCategories CATEGORIES = new TextCategories(new Taxonomy("hashed-128",
            List.of(category("street_food", "street food", "noodles"), category("art_painting", "art", "painting"),
                    category("party_music", "party", "music"), category("cats", "cat", "kitten"))));

    @Test
    void aTextIsOfTheCategoriesOfWhichAWholeWordStandsInIt() {
        assertThat(CATEGORIES.of("Noodles at the party", null)).containsExactlyInAnyOrder("street_food", "party_music");
        assertThat(CATEGORIES.of("Good morning", null)).isEmpty();
    }

    @Test
    void aTextWithoutAWordOfACategoryIsOfItWhenItsVectorLiesNear() {
        Vector near = EMBEDDER.vector("cat kitten");

        assertThat(CATEGORIES.of("Good morning", near)).containsExactly("cats");
        assertThat(CATEGORIES.of("Good morning", Vector.nothing(64))).isEmpty();
    }

    @Test
    void aWordThatWasPutToACategoryTellsItLikeAKeyword() {
        var mapped = new TextCategories(new Taxonomy("hashed-128",
                List.of(category("street_food", "noodles").mapped(List.of("kuliner")), category("cats", "cat"))));

        assertThat(mapped.of("Kuliner malam", null)).containsExactly("street_food");
        assertThat(mapped.of("kulinernya", null)).isEmpty();
    }

    @Test
    void threeAreNamedAtMostThoseOfMostWordsFirst() {
        assertThat(CATEGORIES.of("cat, kitten, art, painting, party, music, noodles", null))
                .containsExactlyInAnyOrder("cats", "art_painting", "party_music");
    }

    private static Category category(String tag, String... keywords) {
        Vector vector = EMBEDDER.vector(String.join(" ", keywords));
        return new Category(tag, "", List.of(keywords), vector, vector, null);
    }
}
