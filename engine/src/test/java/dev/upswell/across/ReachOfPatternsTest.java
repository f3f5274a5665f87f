package dev.upswell.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.across.ClientBenchmark.Part;
import dev.upswell.across.Hierarchy.Level;
import dev.upswell.across.Hierarchy.Place;
import dev.upswell.across.Hierarchy.Standing;
import dev.upswell.across.Hierarchy.Trial;
import dev.upswell.across.Transfer.Stage;
import dev.upswell.across.Transfer.Verdict;
import dev.upswell.creative.DurationBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How far patterns may be carried, and what clients may learn of each other.
class ReachOfPatternsTest {

    private static final Place DRINKS = new Place("drinks", "consumables", "wellness");
    private static final Place SNACKS = new Place("snacks", "consumables", "wellness");
    private static final Place BEAUTY = new Place("beauty", "care", "wellness");
    private static final Place TOOLS = new Place("tools", "hardware", "home");

    @Test
    void transferIsWeighedAndJudged() {
        assertThat(new Transfer(1.0, 0.5, 0.5).worst()).isEqualTo(0.7, within(1e-12));
        assertThat(new Transfer(1.0, 0.5, 0.5).verdict()).isEqualTo(Verdict.TRANSFERABLE);
        assertThat(new Transfer(0.5, 0.5, 0.5).verdict()).isEqualTo(Verdict.NEEDS_ADAPTATION);
        assertThat(new Transfer(0.1, 0.2, 0.5).verdict()).isEqualTo(Verdict.STAYS);
    }

    @Test
    void whatIsUnknownIsDecidedOnlyWhereItCannotMatter() {
        assertThat(new Transfer(0.9, null, 0.5).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Transfer(0.9, 0.9, null).verdict()).isEqualTo(Verdict.TRANSFERABLE);
        assertThatThrownBy(() -> new Transfer(40.0, null, null))
                .hasMessageContaining("hashtags (40.0) must lie in [0, 1]");
    }

    @Test
    void likenessOfHashtagsAudiencesAndStages() {
        assertThat(Transfer.overlap(Set.of("a", "b", "c"), Set.of("b", "c", "d"))).hasValue(0.5);
        assertThat(Transfer.overlap(Set.of(), Set.of())).isEmpty();
        assertThat(Transfer.alike(Map.of("18-24", 0.5, "25-34", 0.5), Map.of("25-34", 1.0))).isEqualTo(0.5);
        assertThat(Stage.INTRODUCTION.near(Stage.DECLINE)).isZero();
        assertThat(Stage.GROWTH.near(Stage.GROWTH)).isEqualTo(1);
    }

    @Test
    void aPatternStandsAtTheWidestLevelWhereItHolds() {
        assertThat(level(trials(true, DRINKS, DRINKS, SNACKS, BEAUTY, TOOLS))).isEqualTo(Level.UNIVERSAL);

        List<Trial> wellness = trials(true, DRINKS, SNACKS, BEAUTY);
        wellness.addAll(trials(false, TOOLS, TOOLS));
        assertThat(level(wellness)).isEqualTo(Level.CLUSTER);

        List<Trial> consumables = trials(true, DRINKS, SNACKS, SNACKS);
        consumables.addAll(trials(false, BEAUTY, BEAUTY, TOOLS));
        assertThat(level(consumables)).isEqualTo(Level.CATEGORY);
    }

    @Test
    void whatWasTriedInOneIndustryOnlyIsNotCalledWider() {
        assertThat(level(trials(true, DRINKS, DRINKS, DRINKS))).isEqualTo(Level.INDUSTRY);
        assertThat(Hierarchy.of(trials(true, DRINKS, DRINKS)).holds()).isNull();
        assertThat(Hierarchy.of(trials(true, DRINKS, TOOLS)).all()).extracting(Standing::level).containsExactly(
                Level.UNIVERSAL, Level.CLUSTER, Level.CLUSTER, Level.CATEGORY, Level.CATEGORY, Level.INDUSTRY,
                Level.INDUSTRY);
    }

    @Test
    void benchmarksOfFewerThanFiveClientsAreNotTold() {
        List<Part> parts = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            parts.add(part("c" + client, 30, 0.04));
            parts.add(part("c" + client, 30, 0.05));
        }
        assertThat(ClientBenchmark.of(parts)).isEmpty();

        parts.add(part("c4", 30, 0.0625));
        assertThat(ClientBenchmark.of(parts)).singleElement().satisfies(told -> {
            assertThat(told.clients()).isEqualTo(5);
            assertThat(told.median()).isEqualTo(0.045, within(1e-9));
        });
    }

    @Test
    void benchmarksThatOneClientDominatesAreNotTold() {
        List<Part> parts = new ArrayList<>();
        for (int client = 0; client < 6; client++) {
            parts.add(part("c" + client, client == 0 ? 500 : 20, 0.04));
        }
        assertThat(ClientBenchmark.of(parts)).isEmpty();
    }

    private static Part part(String client, int videos, double mean) {
        return new Part(client, "drinks", DurationBucket.UP_TO_30, videos, mean);
    }

    private static Level level(List<Trial> trials) {
        Standing standing = Hierarchy.of(trials).holds();
        assertThat(standing).isNotNull();
        return standing.level();
    }

    private static List<Trial> trials(boolean held, Place... places) {
        List<Trial> trials = new ArrayList<>();
        for (Place place : places) {
            trials.add(new Trial(place, place.industry() + trials.size(), held));
        }
        return trials;
    }
}
