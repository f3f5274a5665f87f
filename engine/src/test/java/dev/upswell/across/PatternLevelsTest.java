package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.across.Hierarchy.Level;
import dev.upswell.across.Hierarchy.Outcome;
import dev.upswell.across.Hierarchy.Place;
import dev.upswell.across.Hierarchy.Standing;
import dev.upswell.across.PlacedPattern.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Levels of patterns by the hashtags of many clients; videos are those of [CrossHashtagTest].
class PatternLevelsTest {

    private static final Place DRINKS = new Place("drinks", "consumables", "wellness");
    private static final Place SNACKS = new Place("snacks", "consumables", "wellness");
    private static final Place BEAUTY = new Place("beauty", "care", "wellness");
    private static final Place TOOLS = new Place("tools", "hardware", "home");

    @Test
    void aPatternIsPlacedWhereItsTrialsHold() {
        PlacedPattern pattern = only(List.of(search(DRINKS, CrossHashtagTest.found("a", 1.6)),
                search(DRINKS, CrossHashtagTest.other("b", 1.6)), search(SNACKS, CrossHashtagTest.other("c", 1.6)),
                search(BEAUTY, CrossHashtagTest.other("d", 1.6)), search(TOOLS, CrossHashtagTest.other("e", -1.6)),
                search(TOOLS, CrossHashtagTest.other("f", 0))));

        assertThat(pattern.found().hashtag()).isEqualTo("a");
        assertThat(pattern.others()).extracting(Evidence::hashtag, Evidence::outcome).containsExactly(
                tuple("b", Outcome.HELD), tuple("c", Outcome.HELD), tuple("d", Outcome.HELD),
                tuple("e", Outcome.CONTRADICTED), tuple("f", Outcome.NOT_SHOWN));
        assertThat(pattern.placement().holds()).extracting(Standing::level, Standing::name)
                .containsExactly(tuple(Level.CLUSTER, "wellness"));
        assertThat(pattern.placement().all().getFirst())
                .isEqualTo(new Standing(Level.UNIVERSAL, "", 4, 1, 6, 4, 4, 2));
    }

    @Test
    void aHashtagThatWasSearchedForTwoClientsIsOneProof() {
        Searched same = CrossHashtagTest.found("a", 1.6);

        PlacedPattern pattern = only(List.of(new PlacedSearch(DRINKS, "one", same),
                new PlacedSearch(TOOLS, "two", new Searched("a", same.videos(), same.analysis()))));

        assertThat(pattern.others()).singleElement().satisfies(one -> assertThat(one.outcome()).isNull());
        assertThat(pattern.untold()).isEqualTo(1);
        assertThat(pattern.placement().all().getFirst().tried()).isEqualTo(1);
    }

    @Test
    void aHashtagThatConfirmedItTooIsTriedOnVideosOfItsOwn() {
        PlacedPattern pattern = only(List.of(search(DRINKS, CrossHashtagTest.found("a", 1.6)),
                search(SNACKS, CrossHashtagTest.found("b", 0))));

        assertThat(pattern.others()).extracting(Evidence::hashtag, Evidence::outcome)
                .containsExactly(tuple("b", Outcome.NOT_SHOWN));
    }

    @Test
    void videosOfSiblingsDoNotSpeakForAHashtag() {
        Searched lent = CrossHashtagTest.ofSibling(CrossHashtagTest.other("lent", 1.6));

        PlacedPattern alone = only(List.of(search(DRINKS, CrossHashtagTest.found("a", 1.6)), search(SNACKS, lent)));
        PlacedPattern beside = only(List.of(search(DRINKS, CrossHashtagTest.found("a", 1.6)),
                search(SNACKS, CrossHashtagTest.together(CrossHashtagTest.other("b", 0), lent))));

        assertThat(alone.others()).as("with videos of siblings only").isEmpty();
        assertThat(beside.others()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.NOT_SHOWN);
            assertThat(one.difference()).isEqualTo(
                    CrossHashtag.difference(beside.choice(), CrossHashtagTest.other("b", 0).videos()).orElseThrow());
        });
    }

    @Test
    void siblingsVideosDoNotMakeAHashtagLarger() {
        Searched shared = CrossHashtagTest.other("shared", 1.6);
        Searched small = CrossHashtagTest.together(shared,
                CrossHashtagTest.first(5, CrossHashtagTest.other("small", 0)));
        Searched large = CrossHashtagTest.together(shared,
                CrossHashtagTest.first(20, CrossHashtagTest.other("large", 0)));
        Searched swollen = CrossHashtagTest.together(small,
                CrossHashtagTest.ofSibling(CrossHashtagTest.other("lent", 0)));

        PlacedPattern pattern = only(List.of(search(DRINKS, CrossHashtagTest.found("a", 1.6)),
                search(SNACKS, swollen), search(TOOLS, large)));

        assertThat(pattern.others()).extracting(Evidence::place).containsExactly(SNACKS, TOOLS);
        assertThat(pattern.others().getFirst().outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void videosThatTheOriginLentFromASiblingDoNotProveItThere() {
        Searched sibling = CrossHashtagTest.other("b", 1.6);
        Searched origin = CrossHashtagTest.together(CrossHashtagTest.found("a", 1.6),
                CrossHashtagTest.ofSibling(sibling));

        assertThat(only(List.of(search(DRINKS, origin), search(SNACKS, sibling))).others()).singleElement()
                .satisfies(one -> assertThat(one.outcome()).isNull());
    }

    @Test
    void anAntiPatternIsContradictedWhereEngagementIsHigher() {
        PlacedPattern pattern = only(List.of(search(DRINKS, CrossHashtagTest.searched("a", -1.6, true, false)),
                search(SNACKS, CrossHashtagTest.other("b", -1.6)),
                search(TOOLS, CrossHashtagTest.other("c", 1.6))));

        assertThat(pattern.others()).extracting(Evidence::outcome).containsExactly(Outcome.HELD,
                Outcome.CONTRADICTED);
    }

    @Test
    void withoutAnyEffectAPatternIsPlacedInOneOfTwentyWorldsAtMost() {
        int placed = 0;
        int contradicted = 0;
        for (int world = 0; world < 200; world++) {
            List<PlacedSearch> searches = new ArrayList<>(
                    List.of(search(DRINKS, CrossHashtagTest.found("l" + world, 0))));
            String name = "l" + world + "h";
            IntStream.range(0, 4).forEach(i -> searches
                    .add(search(i % 2 == 0 ? SNACKS : TOOLS, CrossHashtagTest.other(name + i, 0))));
            PlacedPattern pattern = only(searches);
            placed += pattern.placement().holds().isEmpty() ? 0 : 1;
            contradicted += pattern.placement().all().getFirst().contradicted() > 0 ? 1 : 0;
        }
        assertThat(placed).isLessThanOrEqualTo(10);
        assertThat(contradicted).isBetween(1, 17);
    }

    private static PlacedSearch search(Place place, Searched searched) {
        return new PlacedSearch(place, "client of " + place.industry(), searched);
    }

    private static PlacedPattern only(List<PlacedSearch> searches) {
        assertThat(PatternLevels.of(searches)).hasSize(1);
        return PatternLevels.of(searches).getFirst();
    }
}
