package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.across.Hierarchy.Level;
import dev.upswell.across.Hierarchy.Outcome;
import dev.upswell.across.Hierarchy.Place;
import dev.upswell.across.Hierarchy.Standing;
import dev.upswell.across.Hierarchy.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How wide patterns hold.
class HierarchyTest {

    private static final Place DRINKS = new Place("drinks", "consumables", "wellness");
    private static final Place SNACKS = new Place("snacks", "consumables", "wellness");
    private static final Place BEAUTY = new Place("beauty", "care", "wellness");
    private static final Place TOOLS = new Place("tools", "hardware", "home");
    private static final Place SPADES = new Place("spades", "garden", "home");

    @Test
    void aPatternStandsAtTheWidestLevelWhereItHolds() {
        assertThat(levels(trials(Outcome.HELD, DRINKS, DRINKS, SNACKS, BEAUTY, TOOLS)))
                .containsExactly(Level.UNIVERSAL);

        List<Trial> wellness = trials(Outcome.HELD, DRINKS, SNACKS, BEAUTY);
        wellness.addAll(trials(Outcome.NOT_SHOWN, TOOLS, TOOLS));
        assertThat(levels(wellness)).containsExactly(Level.CLUSTER);

        List<Trial> consumables = trials(Outcome.HELD, DRINKS, SNACKS, SNACKS);
        consumables.addAll(trials(Outcome.NOT_SHOWN, BEAUTY, BEAUTY, TOOLS));
        assertThat(levels(consumables)).containsExactly(Level.CATEGORY);
    }

    @Test
    void whatWasTriedInOneIndustryOnlyIsNotCalledWider() {
        assertThat(levels(trials(Outcome.HELD, DRINKS, DRINKS, DRINKS))).containsExactly(Level.INDUSTRY);
        assertThat(Hierarchy.of(trials(Outcome.HELD, DRINKS, DRINKS)).holds()).isEmpty();
        assertThat(Hierarchy.of(trials(Outcome.HELD, DRINKS, TOOLS)).all()).extracting(Standing::level).containsExactly(
                Level.UNIVERSAL, Level.CLUSTER, Level.CLUSTER, Level.CATEGORY, Level.CATEGORY, Level.INDUSTRY,
                Level.INDUSTRY);
    }

    @Test
    void itMayHoldInSeveralPartsOfALevel() {
        Place ships = new Place("ships", "steel", "heavy");
        List<Trial> both = trials(Outcome.HELD, DRINKS, SNACKS, BEAUTY, TOOLS, SPADES, SPADES);
        both.addAll(trials(Outcome.CONTRADICTED, ships, ships));

        assertThat(Hierarchy.of(both).holds()).extracting(Standing::name).containsExactly("home", "wellness");
    }

    @Test
    void aLevelSaysHowManyHoldAndHowManyContradict() {
        List<Trial> trials = trials(Outcome.HELD, DRINKS, DRINKS, SNACKS, TOOLS);
        trials.addAll(trials(Outcome.CONTRADICTED, BEAUTY));

        Standing universal = Hierarchy.of(trials).all().getFirst();

        assertThat(universal).isEqualTo(new Standing(Level.UNIVERSAL, "", 4, 1, 5, 4, 4, 2));
        assertThat(universal.holds()).isTrue();
    }

    @Test
    void categoriesOfOneNameInTwoClustersAreTwo() {
        Place food = new Place("bread", "consumables", "food");

        assertThat(Hierarchy.of(trials(Outcome.HELD, DRINKS, food)).all())
                .filteredOn(one -> one.level() == Level.CATEGORY).extracting(Standing::name, Standing::tried)
                .containsExactly(tuple("consumables", 1),
                        tuple("consumables", 1));
    }

    private static List<Level> levels(List<Trial> trials) {
        return Hierarchy.of(trials).holds().stream().map(Standing::level).toList();
    }

    /// Hashtags of one client for each industry.
    private static List<Trial> trials(Outcome outcome, Place... places) {
        List<Trial> trials = new ArrayList<>();
        for (Place place : places) {
            trials.add(new Trial(place, "client of " + place.industry(), place.industry() + trials.size(), outcome));
        }
        return trials;
    }
}
