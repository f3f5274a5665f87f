package dev.upswell.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Offset<Double> EXACT = within(1e-12);

    private static Scorecard card(Map<Input, Double> inputs) {
        return Scorecard.of(CreatorInputs.of(inputs), Weighting.SEED);
    }

    @Test
    void whatIsMissingIsNeitherZeroNorADefault() {
        Scorecard card = card(Map.of(Input.CONVERSION_RATE, 0.05));

        assertThat(card.of(Kpi.SALES_PERFORMANCE).score()).hasValue(0.5);
        assertThat(card.of(Kpi.SALES_PERFORMANCE).coverage()).isEqualTo(0.4);
        assertThat(card.of(Kpi.SHOP_CONVERSION).score()).isEmpty();
        assertThat(card.overall()).hasValue(0.5);
        assertThat(card.of(Tier.REVENUE)).hasValue(0.5);
        assertThat(card.of(Tier.HEALTH)).isEmpty();
        assertThat(card.coverage()).isEqualTo(0.3 * 0.4, EXACT);
        assertThat(card.worst()).isEqualTo(0.3 * 0.4 * 0.5, EXACT);
        assertThat(card.best()).isEqualTo(1 - 0.3 * 0.4 * 0.5, EXACT);
    }

    @Test
    void nothingKnownIsNoScore() {
        Scorecard card = card(Map.of());

        assertThat(card.overall()).isEmpty();
        assertThat(card.coverage()).isZero();
        assertThat(card.worst()).isZero();
        assertThat(card.best()).isEqualTo(1, EXACT);
    }

    @Test
    void missingCostsAreNotHighCosts() {
        assertThat(card(Map.of(Input.COST_PER_VIEW, 0.05)).of(Kpi.COST_EFFICIENCY).score()).hasValue(0.5);
        assertThat(card(Map.of(Input.TOTAL_REACH, 20_000.0)).of(Kpi.COST_EFFICIENCY).score()).isEmpty();
    }

    @Test
    void balanceNeedsAllThreeRatios() {
        KpiScore two = card(Map.of(Input.LIKES_RATIO, 0.07, Input.COMMENTS_RATIO, 0.02)).of(Kpi.ENGAGEMENT);
        KpiScore three = card(Map.of(Input.LIKES_RATIO, 0.07, Input.COMMENTS_RATIO, 0.02, Input.SHARES_RATIO, 0.01))
                .of(Kpi.ENGAGEMENT);

        assertThat(two.score()).isEmpty();
        assertThat(three.coverage()).as("balance and shares").isEqualTo(0.65, EXACT);
        assertThat(three.score().orElseThrow()).isEqualTo((0.4 + 0.25 * 0.1) / 0.65, EXACT);
    }

    @Test
    void anotherTargetMovesTheScore() {
        double usual = card(Map.of(Input.TOTAL_REVENUE, 5_000.0)).of(Kpi.SALES_PERFORMANCE).score().orElseThrow();
        double lower = card(Map.of(Input.TOTAL_REVENUE, 5_000.0, Input.TARGET_REVENUE, 5_000.0))
                .of(Kpi.SALES_PERFORMANCE).score().orElseThrow();

        assertThat(List.of(usual, lower)).containsExactly(0.5, 1.0);
    }

    @Test
    void allViolationsAreToldTogether() {
        Map<Input, Double> wrong = Map.of(Input.CONVERSION_RATE, 1.2, Input.TOTAL_REVENUE, -1.0, Input.TARGET_AOV, 0.0,
                Input.VIEWS_GROWTH_RATE, -1.5, Input.AVG_WATCH_TIME, Double.NaN, Input.TRUST_SCORE, 0.5);

        assertThat(CreatorInputs.violations(wrong)).extracting(Violation::field).containsExactly("conversion_rate",
                "total_revenue", "target_aov", "avg_watch_time", "views_growth_rate");
        assertThat(CreatorInputs.violations(wrong)).extracting(Violation::rule).containsExactly("from 0 to 1",
                "at least 0", "above 0", "at least 0", "at least -1, which is losing all");
        assertThatThrownBy(() -> CreatorInputs.of(wrong)).hasMessageContaining("must lie in their ranges");
    }

    @Test
    void partsOfEachIndicatorAndTheWeightsOfAllAddUpToOne() {
        for (Kpi kpi : Kpi.values()) {
            assertThat(kpi.parts().stream().mapToDouble(Part::weight).sum()).as(kpi.field()).isEqualTo(1, EXACT);
        }
        assertThat(List.of(Tier.values()).stream().map(tier -> card(Map.of()).weight(tier)).toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1).containsExactly(0.55, 0.32, 0.13);
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        Map<Kpi, Double> half = new EnumMap<>(Kpi.class);
        half.put(Kpi.SALES_PERFORMANCE, 1.0);
        assertThatThrownBy(() -> new Weighting(half)).hasMessageContaining("one of at least 0 for each indicator");
        assertThat(Weighting.EQUAL.of(Kpi.IMAGE_SCORE)).isEqualTo(1 / 13.0);
    }

    @Provide
    Arbitrary<Map<Input, Double>> inputs() {
        Arbitrary<Input> input = Arbitraries.of(Input.values());
        Arbitrary<Double> value = Arbitraries.doubles().between(0, 1).ofScale(4);
        return Arbitraries.maps(input, value).map(all -> {
            Map<Input, Double> sound = new HashMap<>(all);
            sound.replaceAll((one, number) -> one.kind() == Input.Kind.TARGET ? number + 0.5 : number);
            return sound;
        });
    }

    @Property(tries = 500)
    void scoresLieBetweenTheWorstAndTheBestCompletion(@ForAll("inputs") Map<Input, Double> inputs) {
        Scorecard card = card(inputs);

        card.overall().ifPresent(score -> assertThat(score).isBetween(card.worst() - 1e-9, card.best() + 1e-9));
        card.scores().forEach(one -> one.score()
                .ifPresent(score -> assertThat(score).isBetween(one.worst() - 1e-9, one.best() + 1e-9)));
        assertThat(card.worst()).isBetween(-1e-9, 1.0);
        assertThat(card.best()).isBetween(card.worst() - 1e-9, 1 + 1e-9);
    }

    @Property(tries = 300)
    void whatComesInLaterMovesTheScoreOnlyWithinWhatWasTold(@ForAll("inputs") Map<Input, Double> inputs,
            @ForAll("inputs") Map<Input, Double> more) {
        Map<Input, Double> later = new HashMap<>(more);
        later.keySet().removeIf(one -> one.kind() == Input.Kind.TARGET);
        later.putAll(inputs);

        Scorecard before = card(inputs);
        Scorecard after = card(later);

        assertThat(after.worst()).isGreaterThanOrEqualTo(before.worst() - 1e-9);
        assertThat(after.best()).isLessThanOrEqualTo(before.best() + 1e-9);
        assertThat(after.coverage()).isGreaterThanOrEqualTo(before.coverage() - 1e-9);
    }
}
