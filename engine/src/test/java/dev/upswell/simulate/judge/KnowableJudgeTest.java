package dev.upswell.simulate.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.learn.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class KnowableJudgeTest {

    private static final Instant FIRST = Instant.parse("2025-09-29T00:00:00Z");

    /// Two cuts of four hashtags: tag0 surges at both, tag1 at the second; the oracle ranks one of them below tag2.
    private static final OracleVerdicts VERDICTS = OracleVerdicts.of("""
        fact,kind,id,at,value
        shown_surge_probability,hashtag,tag0,2025-09-29T00:00:00Z,0.90000
        shown_surge_probability,hashtag,tag1,2025-09-29T00:00:00Z,0.10000
        shown_surge_probability,hashtag,tag2,2025-09-29T00:00:00Z,0.20000
        shown_surge_probability,hashtag,tag3,2025-09-29T00:00:00Z,0.00000
        surge_probability,hashtag,tag3,2025-09-29T00:00:00Z,1.00000
        shown_surge_probability,hashtag,tag0,2025-09-29T06:00:00Z,0.80000
        shown_surge_probability,hashtag,tag1,2025-09-29T06:00:00Z,0.30000
        shown_surge_probability,hashtag,tag2,2025-09-29T06:00:00Z,0.40000
        shown_surge_probability,hashtag,tag3,2025-09-29T06:00:00Z,0.00000
        hours_to_bar,hashtag,tag0,2025-09-29T00:00:00Z,9.00000
        hours_to_bar,hashtag,tag0,2025-09-29T06:00:00Z,13.00000
        hours_to_bar,hashtag,tag1,2025-09-29T06:00:00Z,2.00000
        """.lines().iterator());

    private static final double[] ORACLE = {0.9, 0.1, 0.2, 0, 0.8, 0.3, 0.4, 0};
    private static final boolean[] SURGED = {true, false, false, false, true, true, false, false};

    @Test
    void whoSaysWhatTheOracleSaidFoundAllThereWasToFind() {
        Knowable.Share share = judged(says("parrot", i -> ORACLE[i])).models().getFirst();

        assertThat(share.ofPrAuc().value()).isEqualTo(1);
        assertThat(share.ofPrAuc().interval()).isEqualTo(new Interval(1, 1));
        assertThat(share.ofAuc().value()).isEqualTo(1);
    }

    @Test
    void shareIsTheFigureDividedByTheOraclesOnTheSamePairs() {
        List<Said> said = says("guess", i -> 0.5);
        said.addAll(says("seer", i -> SURGED[i] ? 1 : 0));

        Knowable knowable = judged(said);

        // Hits at ranks 1, 2 and 4: (1 + 1 + 3/4) / 3.
        assertThat(knowable.oracle().prAuc()).isCloseTo(11 / 12.0, within(1e-12));
        assertThat(knowable.models()).extracting(Knowable.Share::model).containsExactly("seer", "guess");
        assertThat(knowable.models().getFirst().ofPrAuc().value()).isCloseTo(12 / 11.0, within(1e-12));
        assertThat(knowable.models().getLast().ofPrAuc().value()).isCloseTo(3 / 8.0 * 12 / 11, within(1e-12));
    }

    @Test
    void theOraclesAlertsLeadByTheHoursToTheBar() {
        Knowable.Oracle oracle = judged(says("guess", i -> 0.5)).oracle();

        assertThat(oracle.leadHoursMedian()).isEqualTo(9);
        assertThat(oracle.leadRecall()).isEqualTo(1);
    }

    @Test
    void pairsOfWhichTheOracleSaidNothingAreLeftOutAndCounted() {
        List<Said> said = says("guess", i -> 0.5);
        said.add(new Said("guess", "tag9", FIRST, 0.5, true));

        assertThat(judged(said).pairs()).isEqualTo(8);
        assertThat(judged(said).unmatched()).isEqualTo(1);
    }

    /// Labels alone do not show that the second model lists the hashtags of a cut the other way round.
    @Test
    void theOrderInWhichAModelSpokeOfThePairsChangesNothing() {
        List<Said> said = says("guess", i -> 0.5);
        said.addAll(says("seer", i -> ORACLE[i]).reversed());

        assertThat(judged(said).models()).first().satisfies(share -> {
            assertThat(share.model()).isEqualTo("seer");
            assertThat(share.ofPrAuc().value()).isEqualTo(1);
            assertThat(share.ofPrAuc().interval()).isEqualTo(new Interval(1, 1));
        });
    }

    @Test
    void modelsThatSpokeOfDifferentPairsAreRefused() {
        List<Said> said = says("guess", i -> 0.5);
        said.addAll(says("seer", i -> ORACLE[i]).subList(0, 7));

        assertThatThrownBy(() -> judged(said)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model (seer, 7 pairs) must have spoken of the same 8 pairs");
    }

    @Test
    void theTruthOfAnotherWorldJudgesNothing() {
        assertThat(new KnowableJudge(VERDICTS, 10, 1).judge(List.of(new Said("guess", "tag9", FIRST, 0.5, true))))
                .isEmpty();
    }

    private static Knowable judged(List<Said> said) {
        return new KnowableJudge(VERDICTS, 50, 1).judge(said).orElseThrow();
    }

    private static List<Said> says(String model, IntToDoubleFunction probability) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < SURGED.length; i++) {
            said.add(new Said(model, "tag" + i % 4, FIRST.plus(Duration.ofHours(6L * (i / 4))),
                    probability.applyAsDouble(i), SURGED[i]));
        }
        return said;
    }
}
