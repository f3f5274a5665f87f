package dev.upswell.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.scorecard.Diagnosis.Bottleneck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final Map<Input, Double> SOUND = Map.of(Input.CONVERSION_RATE, 0.08, Input.CART_ABANDONMENT_RATE,
            0.4,
            Input.FUNNEL_COMPLETION_RATE, 0.6, Input.INTEGRATION_SEAMLESSNESS, 0.8, Input.VIDEO_QUALITY, 0.7,
            Input.LIKES_RATIO, 0.07, Input.COMMENTS_RATIO, 0.02, Input.SHARES_RATIO, 0.01);

    private static Diagnosis of(Map<Input, Double> changed) {
        return of(changed, Map.of());
    }

    private static Diagnosis of(Map<Input, Double> changed, Map<Gap, Evidence> evidence) {
        Map<Input, Double> inputs = new HashMap<>(SOUND);
        inputs.putAll(changed);
        return Diagnosis.of(CreatorInputs.of(inputs), Weighting.SEED, evidence);
    }

    @Test
    void aSoundCreatorHasNoBottleneck() {
        assertThat(of(Map.of()).bottlenecks()).isEmpty();
        assertThat(of(Map.of()).unknown()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNoBottleneckButSaid() {
        Diagnosis nothing = Diagnosis.of(CreatorInputs.of(Map.of()), Weighting.SEED, Map.of());

        assertThat(nothing.bottlenecks()).isEmpty();
        assertThat(nothing.unknown()).containsExactly(Gap.values());
    }

    @Test
    void theBoundsAreThoseOfTheTable() {
        Object[][] bounds = {
                {Input.CONVERSION_RATE, 0.05, 0.049, 0.02, 0.019},
                {Input.CART_ABANDONMENT_RATE, 0.6, 0.61, 0.7, 0.71},
                {Input.FUNNEL_COMPLETION_RATE, 0.3, 0.29, 0.2, 0.19},
                {Input.INTEGRATION_SEAMLESSNESS, 0.5, 0.49, 0.3, 0.29},
                {Input.VIDEO_QUALITY, 0.4, 0.39, 0.2, 0.19}};
        for (Object[] one : bounds) {
            Input input = (Input) one[0];
            assertThat(severities(of(Map.of(input, (Double) one[1])))).as(input + " at its bound").isEmpty();
            assertThat(severities(of(Map.of(input, (Double) one[2])))).containsExactly(Gap.Severity.MEDIUM);
            assertThat(severities(of(Map.of(input, (Double) one[3])))).containsExactly(Gap.Severity.MEDIUM);
            assertThat(severities(of(Map.of(input, (Double) one[4])))).containsExactly(Gap.Severity.HIGH);
        }
    }

    private static List<Gap.Severity> severities(Diagnosis diagnosis) {
        return diagnosis.bottlenecks().stream().map(Bottleneck::severity).toList();
    }

    @Test
    void balanceIsReckonedFromTheRatios() {
        Diagnosis onlyLikes = of(Map.of(Input.LIKES_RATIO, 0.1, Input.COMMENTS_RATIO, 0.0, Input.SHARES_RATIO, 0.0));
        Diagnosis onlyShares = of(Map.of(Input.LIKES_RATIO, 0.0, Input.COMMENTS_RATIO, 0.0, Input.SHARES_RATIO, 0.1));

        assertThat(onlyLikes.bottlenecks()).as("0.7 of it stands").isEmpty();
        assertThat(onlyShares.bottlenecks()).singleElement().satisfies(one -> {
            assertThat(one.gap()).isEqualTo(Gap.INTERACTION_BALANCE);
            assertThat(one.value()).isEqualTo(0.1, within(1e-12));
            assertThat(one.severity()).isEqualTo(Gap.Severity.HIGH);
        });
    }

    @Test
    void theWorstGapOfTheHeaviestIndicatorComesFirst() {
        Diagnosis both = of(Map.of(Input.CONVERSION_RATE, 0.01, Input.VIDEO_QUALITY, 0.1));

        assertThat(both.bottlenecks()).extracting(Bottleneck::gap).containsExactly(Gap.CONVERSION_RATE,
                Gap.VIDEO_QUALITY);
        Bottleneck first = both.bottlenecks().getFirst();
        assertThat(first.score()).isEqualTo(0.1, within(1e-12));
        assertThat(first.impact()).isEqualTo(0.3 * 0.9, within(1e-12));
        assertThat(first.priority()).isEqualTo(3 * 0.6 * 1.8 * 2, within(1e-12));
        assertThat(first.gain()).isEqualTo(0.2 * 0.9, within(1e-12));
    }

    @Test
    void confidenceDoesNotFallWithTheScoreAndRisesWithWhatIsKnown() {
        double bad = of(Map.of(Input.CONVERSION_RATE, 0.0)).bottlenecks().getFirst().confidence();
        double better = of(Map.of(Input.CONVERSION_RATE, 0.04)).bottlenecks().getFirst().confidence();
        double known = of(Map.of(Input.CONVERSION_RATE, 0.0, Input.TOTAL_REVENUE, 10.0, Input.AVG_ORDER_VALUE, 5.0))
                .bottlenecks().getFirst().confidence();
        double tried = of(Map.of(Input.CONVERSION_RATE, 0.0), Map.of(Gap.CONVERSION_RATE, new Evidence(12, 0.1)))
                .bottlenecks().getFirst().confidence();

        assertThat(bad).isEqualTo(better).isEqualTo(0.4 / 2, within(1e-12));
        assertThat(known).isEqualTo(0.5, within(1e-12));
        assertThat(tried).isEqualTo(0.4 * 28 / 32, within(1e-12));
    }

    @Test
    void outcomesTakeOverFromWhatWasWritten() {
        Map<Input, Double> none = Map.of(Input.CONVERSION_RATE, 0.0);
        double written = of(none).bottlenecks().getFirst().gain();
        double few = of(none, Map.of(Gap.CONVERSION_RATE, new Evidence(4, 0.0))).bottlenecks().getFirst().gain();
        double harm = of(none, Map.of(Gap.CONVERSION_RATE, new Evidence(400, -0.1))).bottlenecks().getFirst().gain();

        assertThat(List.of(written, few)).containsExactly(0.2, 0.1);
        assertThat(harm).isBetween(-0.1, -0.09);
    }
}
