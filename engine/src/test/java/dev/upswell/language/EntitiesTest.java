package dev.upswell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.language.Entity.Kind;
import dev.upswell.language.Entity.Why;
import dev.upswell.language.EntityProposals.Proposal;
import dev.upswell.language.EntityProposals.Spoken;
import dev.upswell.language.EntityWords.As;
import dev.upswell.language.EntityWords.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    private final Entities entities = new Entities(EntityWords.shipped(), Set.of("masak.yuk", "chef_budi", "travel"));

    private List<String> names(String text) {
        return entities.in(TextTokens.of(text)).stream().map(one -> one.kind() + " " + one.name()).toList();
    }

    @Test
    void brandsProductsAndPublicFiguresAreNamedWithTheirPlaceAndReason() {
        assertThat(entities.in(TextTokens.of("My Hermès Birkin and @Sephora, like #TaylorSwift"))).containsExactly(
                new Entity(Kind.PRODUCT, "Birkin", "Hermès Birkin", 3, 16, Why.VOCABULARY_WORDS),
                new Entity(Kind.BRAND, "Sephora", "@Sephora", 21, 29, Why.VOCABULARY_MENTION),
                new Entity(Kind.PERSON, "Taylor Swift", "#TaylorSwift", 36, 48, Why.VOCABULARY_HASHTAG));
        assertThat(names("beli di shopee pakai iphone 15")).containsExactly("BRAND Shopee", "PRODUCT iPhone");
        assertThat(names("L'Oréal, H&M dan Coca-Cola")).containsExactly("BRAND L'Oréal", "BRAND H&M",
                "BRAND Coca-Cola");
    }

    @Test
    void ordinaryWordsAreBrandsOnlyWhereTheyStandAsNames() {
        assertThat(names("an apple a day #apple #orange")).isEmpty();
        assertThat(names("Apple pie with orange")).isEmpty();
        assertThat(names("what Apple showed today")).containsExactly("BRAND Apple");
        assertThat(names("thank you @apple")).containsExactly("BRAND Apple");
        assertThat(names("THE APPLE PIE")).isEmpty();
    }

    @Test
    void creatorsAreNamedByMentionAndHashtagsOnlyWhereTheyAreNoWord() {
        assertThat(entities.in(TextTokens.of("with @Masak.Yuk #chef_budi #travel"))).containsExactly(
                new Entity(Kind.CREATOR, "masak.yuk", "@Masak.Yuk", 5, 15, Why.CREATOR_MENTION),
                new Entity(Kind.CREATOR, "chef_budi", "#chef_budi", 16, 26, Why.CREATOR_HASHTAG));
    }

    @Test
    void privatePersonsAreNeverNamed() {
        assertThat(names("lunch with @anna_1998 and Budi Santoso #annasbirthday")).isEmpty();
        List<Spoken> captions = new ArrayList<>();
        for (String creator : List.of("a", "b", "c", "d")) {
            captions.add(new Spoken(creator, TextTokens.of("@anna_1998 Budi Santoso #budisantoso")));
        }
        assertThat(EntityProposals.of(captions, EntityWords.shipped(), Set.of(), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"makan bareng @zara.", "with @zara", "with @scarlett_", "with @scarlett",
            "with @taylor_swift",
            "with @taylor.swift", "with @temu", "with @wardah", "with @bts", "with @nike_", "#scarlett #bts #temu",
            "just the ordinary day", "is it one of us or among us", "a rare beauty in one piece",
            "looking for a new balance", "bts of the shoot", "sampai temu lagi", "scarlett and wardah are my sisters",
            "I marvel at mercedes"})
    void whatOnlyLooksLikeAListedNameIsNotOne(String text) {
        assertThat(names(text)).isEmpty();
    }

    @Test
    void listedHandlesAreKnownInTheirOwnSpellingAlone() {
        assertThat(names("@taylorswift @TaylorSwift @khaby.lame @nike")).containsExactly("PERSON Taylor Swift",
                "PERSON Taylor Swift", "PERSON Khaby Lame", "BRAND Nike");
        assertThat(names("my scarlett whitening and a Wardah lipstick #theordinary")).containsExactly(
                "BRAND Scarlett Whitening", "BRAND Wardah", "BRAND The Ordinary");
    }

    @Test
    void accountsThatCallThemselvesOfficialOrAStoreAreNotProposed() {
        List<Spoken> captions = new ArrayList<>();
        for (String creator : List.of("a", "b", "c", "d")) {
            captions.add(new Spoken(creator,
                    TextTokens.of(
                            "@putriayu.official @putriayustore @official_putriayu @glowish.skincare #kahfofficial")));
        }
        assertThat(EntityProposals.of(captions, EntityWords.shipped(), Set.of(), 10)).extracting(Proposal::name)
                .containsExactly("glowish", "kahf");
    }

    @Test
    void theVocabularyGrowsByApprovalAndShrinksByRejection() {
        EntityWords words = EntityWords.shipped()
                .with(List.of(new Entry("Kahf", Kind.BRAND, List.of("kahfeveryday"), As.ALWAYS)))
                .without(List.of("shopee"));
        var own = new Entities(words, Set.of());

        assertThat(own.in(TextTokens.of("kahf di shopee #kahfeveryday"))).extracting(Entity::name)
                .containsExactly("Kahf", "Kahf");
        assertThat(EntityWords.shipped().has("kahf")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Entry("x", Kind.CREATOR, List.of(), As.ALWAYS))
                .withMessageContaining("must be a brand, a product or a public figure");
    }

    @Test
    void hashtagsOfTradeAreProposedOnceThreeCreatorsUseThem() {
        List<Spoken> captions = List.of(new Spoken("a", TextTokens.of("#kahfunboxing")),
                new Spoken("b", TextTokens.of("@kahf.official")), new Spoken("b", TextTokens.of("#kahfhaul")),
                new Spoken("c", TextTokens.of("#haulkahf #wardahhaul #bookhaul")),
                new Spoken("a", TextTokens.of("#bookhaul #erhahaul #dalatreview")),
                new Spoken("b", TextTokens.of("#bookhaul #erhahaul #dalatreview")));

        assertThat(EntityProposals.of(captions, EntityWords.shipped(), Set.of(), 10))
                .containsExactly(new Proposal("kahf", 3, "#haulkahf"));
        assertThat(EntityProposals.of(captions, EntityWords.shipped(), Set.of("Kahf"), 10)).isEmpty();
    }

    @Test
    void everyShippedNameIsFoundAsItStandsWithinASentence() {
        Entities entities = new Entities(EntityWords.shipped(), Set.of());

        assertThat(EntityWords.shipped().entries()).allSatisfy(entry -> assertThat(
                entities.in(TextTokens.of("today we saw " + entry.name() + " and it was there"))).as(entry.name())
                .extracting(Entity::name).containsExactly(entry.name()));
    }

    @Test
    void noShippedNameIsSpeltAsAnother() {
        List<String> spellings = EntityWords.shipped().entries().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.name()),
                        one.spellings().stream()).map(EntityWords::joined).distinct())
                .toList();
        assertThat(spellings).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    }
}
