package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Measures of lists against figures worked out by hand.
class ListMeasuresTest {

    @Test
    void ndcgIsTheDiscountedGainAsAShareOfTheBestOrder() {
        double[] shown = {3, 2, 3, 0, 1, 2};

        // 3/1 + 2/1.58496 + 3/2 + 0 + 1/2.58496 + 2/2.80735 = 6.861127; the best order 3 3 2 2 1 0 has 7.140995
        assertThat(Ndcg.at(6, shown, shown)).hasValueCloseTo(6.861127 / 7.140995, within(1e-6));
    }

    @Test
    void ndcgComparesWithTheBestThatCouldHaveBeenShown() {
        assertThat(Ndcg.at(2, new double[]{1, 0, 9}, new double[]{1, 0, 9, 4})).hasValueCloseTo(1 / (9 + 4 / 1.5849625),
                within(1e-7));
    }

    @Test
    void ndcgIsUnknownWhereNothingCouldHaveBeenGained() {
        assertThat(Ndcg.at(10, new double[]{0, 0}, new double[]{0, 0, 0})).isEmpty();
        assertThat(Ndcg.at(10, new double[]{}, new double[]{2})).hasValue(0.0);
    }

    @Test
    void ndcgRefusesUnknownGains() {
        assertThatThrownBy(() -> Ndcg.at(10, new double[]{Double.NaN}, new double[]{1}))
                .hasMessage("gains to depth 10 must be numbers from 0, the depth 1 or more\n"
                        + "Maybe an unknown gain was given as NaN: leave the item out.");
        assertThatThrownBy(() -> Ndcg.at(0, new double[]{1}, new double[]{1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noOrderBeatsTheBestOne(@ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 4) Double> gains,
            @ForAll @IntRange(min = 1, max = 12) int depth) {
        double[] values = gains.stream().mapToDouble(Double::doubleValue).toArray();
        double[] descending = gains.stream().mapToDouble(gain -> -gain).sorted().map(gain -> -gain + 0.0).toArray();

        Ndcg.at(depth, values, values).ifPresent(share -> assertThat(share).isBetween(0.0, 1 + 1e-12));
        Ndcg.at(depth, descending, values).ifPresent(share -> assertThat(share).isCloseTo(1, within(1e-12)));
    }

    @Test
    void recallCountsWhatMattersAmongTheFirstPlaces() {
        assertThat(RecallAt.of(3, List.of("a", "b", "c", "d"), Set.of("b", "d", "x", "c"))).hasValueCloseTo(2 / 3.0,
                within(1e-12));
        assertThat(RecallAt.of(50, List.of("a", "a", "b"), Set.of("a", "x"))).hasValue(0.5);
        assertThat(RecallAt.of(2, List.of("a", "b"), Set.of("a", "b", "c"))).hasValue(1.0);
        assertThat(RecallAt.of(2, List.of("a", "b"), Set.of())).isEmpty();
    }

    @Test
    void coverageTellsWhichShareOfTheCatalogueIsShownAndHowEvenly() {
        assertThat(Coverage.of(List.of(List.of("a", "b"), List.of("a", "b")), 4)).isEqualTo(new Coverage(0.5, 0.5));
        assertThat(Coverage.of(List.of(List.of("a"), List.of("b")), 2)).isEqualTo(new Coverage(1, 0));
        assertThat(Coverage.of(List.<List<String>>of(), 3)).isEqualTo(new Coverage(0, 0));
        assertThatThrownBy(() -> Coverage.of(List.of(List.of("a", "b")), 1)).hasMessageStartingWith(
                "lists show 2 items of a catalogue of 1");
    }

    @Test
    void diversityIsTheMeanUnlikenessOfPairs() {
        float[] east = {2, 0};
        float[] north = {0, 3};

        assertThat(ListDiversity.ofVectors(List.of(east, east, north))).hasValueCloseTo(2 / 3.0, within(1e-12));
        assertThat(ListDiversity.ofSets(List.of(Set.of("a", "b"), Set.of("b", "c")))).hasValueCloseTo(2 / 3.0,
                within(1e-12));
        assertThat(ListDiversity.ofSets(List.of(Set.of(), Set.<String>of()))).hasValue(0.0);
        assertThat(ListDiversity.ofVectors(List.of(east))).isEmpty();
    }

    @Test
    void noveltyIsOneBitMoreForHalfAsManyPeople() {
        Map<String, Long> met = Map.of("all", 8L, "half", 4L, "one", 1L, "none", 0L);

        assertThat(Novelty.of(List.of("all"), met::get, 8)).hasValueCloseTo(0.0, within(1e-12));
        assertThat(Novelty.of(List.of("half", "one"), met::get, 8)).hasValueCloseTo(2.0, within(1e-12));
        assertThat(Novelty.of(List.of("none"), met::get, 8)).hasValueCloseTo(4.0, within(1e-12));
        assertThat(Novelty.of(List.of(), met::get, 8)).isEmpty();
    }

    @Test
    void calibrationIsNoughtForTheSameMixtureAndLargeForAnother() {
        Map<String, Double> liked = Map.of("cooking", 3.0, "chess", 1.0);
        Map<String, Double> cooking = Map.of("cooking", 1.0);
        Map<String, Double> chess = Map.of("chess", 2.0);

        assertThat(InterestCalibration.of(liked, List.of(cooking, cooking, cooking, chess))).hasValueCloseTo(0.0,
                within(1e-9));
        // 0.75·log₂(0.75 / 0.9975) + 0.25·log₂(0.25 / 0.0025)
        assertThat(InterestCalibration.of(liked, List.of(cooking))).hasValueCloseTo(1.3524, within(1e-4));
        assertThat(InterestCalibration.of(liked, List.of(Map.of("cars", 1.0)))).hasValueCloseTo(6.6439, within(1e-4));
        assertThat(InterestCalibration.of(liked, List.of(Map.of()))).isEmpty();
        assertThat(InterestCalibration.of(Map.of("chess", 0.0), List.of(chess))).isEmpty();
    }

    @Test
    void popularityBiasIsTheMeanRankAmongCandidates() {
        double[] candidates = {1, 2, 3, 4};

        assertThat(PopularityBias.of(new double[]{4}, candidates)).hasValue(0.875);
        assertThat(PopularityBias.of(candidates, candidates)).hasValue(0.5);
        assertThat(PopularityBias.of(new double[]{}, candidates)).isEmpty();
    }
}
