package dev.upswell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.language.TextTokens;
import dev.upswell.theme.Naming.Label;
import dev.upswell.theme.Naming.Member;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Embedder EMBEDDER = new HashedVectors();

    private final Naming naming = new Naming(LabelWords.shipped(), EMBEDDER);

    @Test
    void termsSetAThemeApartAndComeFromTwoCreatorsAtLeast() {
        Map<Long, List<Member>> members = new LinkedHashMap<>();
        members.put(1L, List.of(said("street food in hanoi #streetfood #fyp", "anna"),
                said("best street food #streetfood #fyp", "ben"), said("mango mango mango #mango", "anna")));
        members.put(2L, List.of(said("leg day #gym #fyp", "cleo"), said("arm day #gym #fyp", "dan")));

        Map<Long, List<String>> terms = Naming.terms(members);

        assertThat(terms.get(1L)).contains("streetfood", "street food").doesNotContain("fyp", "mango", "gym");
        assertThat(terms.get(2L)).containsExactly("gym");
    }

    @Test
    void takesALabelOfTheVocabularyThatFitsInEitherLanguage() {
        assertThat(naming.of(EMBEDDER.vector("street food"), List.of("streetfood", "hanoi", "market"), Set.of()))
                .contains(new Label("Street Food", true));
        assertThat(naming.of(EMBEDDER.vector("masakan"), List.of("masakan", "masakanrumahan", "resep"), Set.of()))
                .contains(new Label("Home Cooking", true));
        assertThat(naming.of(EMBEDDER.vector("gym"), List.of("gym", "workouts"), Set.of("Gym Workouts")))
                .as("taken by another theme").contains(new Label("gym · workouts", false));
    }

    @Test
    void proposesWhatSetsAThemeApartWhereNothingFits() {
        assertThat(naming.of(EMBEDDER.vector("zumba"), List.of("zumba", "zumbadance", "อาหารไทย"), Set.of()))
                .contains(new Label("zumba · อาหารไทย", false));
        assertThat(naming.of(EMBEDDER.vector("zumba"), List.of(), Set.of())).isEmpty();
        assertThat(naming.of(EMBEDDER.vector("space"), List.of("liminalspaces", "vhs"), Set.of()))
                .as("a hashtag that only holds the word").contains(new Label("liminalspaces · vhs", false));
        assertThat(naming.of(EMBEDDER.vector("space"), List.of("spacetok", "vhs"), Set.of()))
                .contains(new Label("Space", true));
    }

    @Test
    void aLabelStaysUntilHalfOfTheTermsChanged() {
        assertThat(Naming.outgrown(List.of("a", "b", "c"), List.of("a", "b", "d"))).isFalse();
        assertThat(Naming.outgrown(List.of("a", "b", "c"), List.of("a", "d", "e"))).isTrue();
        assertThat(Naming.outgrown(List.of(), List.of())).isFalse();
    }

    @Test
    void theVocabularyHasEachLabelOnceInOneToThreeWords() {
        List<String> labels = LabelWords.shipped().entries().stream().map(LabelWords.Entry::label).toList();

        assertThat(labels).hasSizeGreaterThan(200).allMatch(label -> label.split(" ").length <= 3);
        assertThat(new HashSet<>(labels)).hasSameSizeAs(labels);
        assertThat(LabelWords.shipped().has("zumba")).isFalse();
        assertThat(LabelWords.shipped().with(List.of("zumba")).has("Zumba")).isTrue();
    }

    private static Member said(String text, String creator) {
        return new Member(TextTokens.of(text), creator);
    }
}
