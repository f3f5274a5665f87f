package dev.upswell.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.embed.HashedVectors;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryMakingTest {

    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "bread", List.of("sourdough", "crumb", "oven", "flour", "baking", "loaf", "starter", "dough"),
            "football", List.of("goal", "striker", "league", "keeper", "derby", "penalty", "stadium", "dribble"),
            "makeup", List.of("lipstick", "blush", "foundation", "eyeliner", "palette", "mascara", "contour", "primer"),
            "wisata", List.of("pantai", "gunung", "penginapan", "liburan", "pulau", "tiket", "senja", "danau"));

    private static List<SaidText> texts(int each, long seed, List<String> subjects) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SaidText> texts = new ArrayList<>();
        for (int i = 0; i < each * subjects.size(); i++) {
            List<String> words = SUBJECTS.getOrDefault(subjects.get(i % subjects.size()), List.of());
            StringBuilder text = new StringBuilder("today the ");
            for (int word = 0; word < 3; word++) {
                text.append(words.get(random.nextInt(words.size()))).append(" and ");
            }
            texts.add(new SaidText(text + "#fyp #" + words.get(random.nextInt(words.size())), "author" + i % 7));
        }
        return texts;
    }

    private static CategoryMaking.Made make(List<SaidText> texts, int categories, @Nullable Taxonomy before) {
        return new CategoryMaking(new CategoryMaking.Settings(categories, 7, "hashed-128", Locale.ENGLISH),
                new HashedVectors()).of(texts, before);
    }

    private static final List<String> THREE = List.of("bread", "football", "makeup");

    @Test
    void textsOfEachSubjectAreOneCategoryOfItsWords() {
        CategoryMaking.Made made = make(texts(60, 1, THREE), 3, null);

        assertThat(made.taxonomy().categories()).hasSize(3);
        for (Category category : made.taxonomy().categories()) {
            assertThat(THREE).anyMatch(subject -> SUBJECTS.getOrDefault(subject, List.of()).containsAll(category
                    .keywords().stream().flatMap(term -> List.of(term.split(" ")).stream()).toList()));
            assertThat(category.keywords()).hasSizeBetween(5, 10);
            assertThat(category.tag()).matches("[a-z]+_[a-z_]+");
            assertThat(category.description()).startsWith("Videos about " + category.keywords().getFirst());
            assertThat(category.vector()).isEqualTo(new HashedVectors().vector(category.text()));
            assertThat(category.forerunner()).isNull();
        }
        assertThat(made.tags().stream().filter(Optional::isPresent).count()).isGreaterThan(150);
    }

    @Test
    void theSameTextsAndSeedGiveTheSame() {
        assertThat(make(texts(60, 1, THREE), 3, null).taxonomy())
                .isEqualTo(make(texts(60, 1, THREE), 3, null).taxonomy());
    }

    @Test
    void tagsStayWhenOtherTextsOfTheSameSubjectsComeAndANewSubjectIsNew() {
        Taxonomy before = make(texts(60, 1, THREE), 3, null).taxonomy();
        List<SaidText> later = texts(80, 2, List.of("bread", "football", "makeup", "wisata"));

        List<Category> after = make(later, 4, before).taxonomy().categories();

        List<String> old = before.categories().stream().map(Category::tag).toList();
        assertThat(after).hasSize(4).extracting(Category::tag).containsAll(old);
        assertThat(after).filteredOn(category -> !old.contains(category.tag())).singleElement()
                .satisfies(one -> assertThat(SUBJECTS.getOrDefault("wisata", List.of()))
                        .contains(one.keywords().getFirst().split(" ")[0]));
    }

    @Test
    void textsStayInTheirCategoriesWhenOneInTwentyIsNew() {
        List<SaidText> texts = texts(60, 1, THREE);
        List<SaidText> most = texts.subList(texts.size() / 20, texts.size());
        CategoryMaking.Made before = make(most, 3, null);

        CategoryMaking.Made after = make(texts, 3, before.taxonomy());

        int moved = 0;
        for (int i = 0; i < most.size(); i++) {
            moved += before.tags().get(i).equals(after.tags().get(i + texts.size() / 20)) ? 0 : 1;
        }
        assertThat(moved).isLessThanOrEqualTo(most.size() / 20);
        assertThat(after.taxonomy().reach()).isEqualTo(before.taxonomy().reach()).isBetween(-1.0, 1.0);
    }

    @Test
    void aTaxonomyThatDoesNotTellItsReachIsMadeAnewAndItsTagsStayWhereTheMeaningDoes() {
        Taxonomy before = make(texts(60, 1, THREE), 3, null).taxonomy();
        Taxonomy brought = new Taxonomy(before.space(), before.categories());

        CategoryMaking.Made after = make(texts(60, 1, THREE), 3, brought);

        assertThat(after.taxonomy().categories()).extracting(Category::tag)
                .containsExactlyInAnyOrderElementsOf(before.categories().stream().map(Category::tag).toList());
        assertThat(after.taxonomy().reach()).isNotNull();
    }

    @Test
    void wordsOfAPairAndWhatBridgesTwoSayNothingAlone() {
        assertThat(PartsOfPairs.among(Map.of("trung", 9, "tâm", 10, "đà", 20, "lạt", 20, "trung tâm", 9, "tâm đà", 8,
                "đà lạt", 20, "homestay", 12, "homestay đà", 4)))
                .containsExactlyInAnyOrder("trung", "tâm", "đà", "lạt", "tâm đà");
    }

    @Test
    void whatFewAuthorsSayOftenNamesNoCategory() {
        List<SaidText> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String campaign = i % 10 < 6 ? " #agency" : "";
            texts.add(new SaidText("sourdough crumb oven flour baking loaf" + (i % 3 == 0 ? " starter" : "") + campaign,
                    i % 10 < 6 ? "member" + i % 2 : "baker" + i));
            texts.add(new SaidText("striker league keeper derby penalty stadium", "kicker" + i));
        }

        assertThat(make(texts, 2, null).taxonomy().categories()).hasSize(2)
                .filteredOn(category -> category.keywords().toString().contains("crumb"))
                .singleElement().satisfies(category -> assertThat(category.tag()).doesNotContain("agency"));
    }

    @Test
    void ofVectorsOfAnotherSpaceKeywordsDecideWhichTagsStay() {
        Taxonomy before = make(texts(60, 1, THREE), 3, null).taxonomy();
        Taxonomy elsewhere = new Taxonomy("another", before.categories());

        assertThat(make(texts(60, 1, THREE), 3, elsewhere).taxonomy().categories()).extracting(Category::tag)
                .containsExactlyInAnyOrderElementsOf(before.categories().stream().map(Category::tag).toList());
    }

    @Test
    void fewerCategoriesThanWantedSayWhy() {
        CategoryMaking.Made made = make(texts(20, 1, THREE), 100, null);

        assertThat(made.taxonomy().categories().size()).isBetween(2, 19);
        assertThat(made.notes().getFirst()).matches("\\d+ of 100 categories were made: a category needs 3 texts that"
                + " lie together and apart from the others, and terms that hold them together.");
    }

    @Test
    void ofNoTextsThereIsNoCategory() {
        assertThat(make(List.of(), 10, null).taxonomy().categories()).isEmpty();
        assertThat(
                make(List.of(new SaidText("", null), new SaidText("🙂 123", null)), 10, null).taxonomy().categories())
                .isEmpty();
    }

    @Test
    void wordsThatStandUnderEverythingNameNoCategory() {
        assertThat(make(texts(60, 1, THREE), 3, null).taxonomy().categories()).flatExtracting(Category::keywords)
                .doesNotContain("fyp", "the", "today", "and");
    }

    @Test
    void aNumberOfCategoriesThatCannotBeIsRefused() {
        assertThatThrownBy(() -> make(List.of(), 0, null))
                .hasMessage("number of categories (0) must be from 1 to 500\nMaybe 100 was meant.");
    }

    @Test
    void descriptionsAreWrittenInIndonesianToo() {
        assertThat(new Descriptions(Locale.of("id")).of(List.of("pantai", "pulau", "senja", "tiket")))
                .isEqualTo("Video tentang pantai, pulau dan senja; sering dengan tiket.");
    }

    @Test
    void noTagIsGivenTwiceAndNoTagSaysOneThingTwice() {
        TagNames names = new TagNames();

        assertThat(names.of(List.of("đà lạt", "dalat", "homestay"))).isEqualTo("đà_lạt_homestay");
        assertThat(names.of(List.of("đà lạt", "dalat", "homestay", "villa"))).isEqualTo("đà_lạt_villa");
        assertThat(names.of(List.of("đà lạt"))).isEqualTo("đà_lạt");
        assertThat(names.of(List.of("đà lạt"))).isEqualTo("đà_lạt_2");
    }
}
