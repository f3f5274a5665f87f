package dev.upswell.learn.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.ScoredPairs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PromotionRuleTest {

    private static final int ENTITIES = 80;
    private static final int CUTS = 30;

    @Test
    void clearlyBetterChallengerIsTaken() {
        Comparison comparison = compare(pairs(0.4), pairs(0.95));

        PromotionRule.Verdict verdict = PromotionRule.USUAL.judge(comparison, false);

        assertThat(comparison.gain()).isGreaterThan(0.3);
        assertThat(verdict.promoted()).as(verdict.reason()).isTrue();
        assertThat(verdict.reason()).startsWith("It is better on 2400 pairs of 30 cuts (");
    }

    @Test
    void equalChallengerIsRefusedAndEveryShortfallIsNamed() {
        PromotionRule.Verdict verdict = PromotionRule.USUAL.judge(compare(pairs(0.6), pairs(0.6)), true);

        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reason()).contains("its PR-AUC is 0.0 % better, which must be at least 5.0 %",
                "the 95 % interval of the difference (0.000 to 0.000) reaches 0");
    }

    @Test
    void equalChallengerThatOnlyKnowsMoreIsTakenWhereRefreshingIsAllowed() {
        PromotionRule rule = PromotionRule.USUAL.refreshMargin(0.05);
        Comparison comparison = compare(pairs(0.6), pairs(0.6));

        assertThat(rule.judge(comparison, true).promoted()).isTrue();
        assertThat(rule.judge(comparison, false).promoted()).isFalse();
        assertThat(rule.judge(compare(pairs(0.95), pairs(0.4)), true).promoted()).isFalse();
    }

    @Test
    void betterRankingDoesNotExcuseWorseCalibration() {
        ScoredPairs better = pairs(0.95);
        double[] halved = better.probabilities().clone();
        for (int i = 0; i < halved.length; i++) {
            halved[i] = 0.5 + halved[i] / 2;
        }
        Comparison comparison = compare(pairs(0.4),
                new ScoredPairs(halved, better.labels(), better.entities(), better.cuts()));

        PromotionRule.Verdict verdict = PromotionRule.USUAL.judge(comparison, false);

        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reason()).contains("its calibration error is ", " larger, which must be below 0.020");
    }

    @Test
    void pairsOfOneClassCannotBeCompared() {
        ScoredPairs none = new ScoredPairs(new double[]{0.1, 0.2}, new float[2], new int[]{0, 1}, new long[2]);

        assertThat(Comparison.of(none, none, 10, 1)).isEmpty();
    }

    @Test
    void betterCalibrationIsNoShift() {
        assertThat(compare(pairs(0.6), pairs(0.95)).calibrationShift()).isLessThan(0.02);
    }

    private static Comparison compare(ScoredPairs serving, ScoredPairs challenger) {
        return Comparison.of(serving, challenger, 200, 7).orElseThrow();
    }

    /// Each pair surges with a chance of its own; a model of this skill knows so much of it, and the mean for the rest.
    static ScoredPairs pairs(double skill) {
        SplittableRandom random = new SplittableRandom(11);
        int size = ENTITIES * CUTS;
        double[] probabilities = new double[size];
        float[] labels = new float[size];
        int[] entities = new int[size];
        long[] cuts = new long[size];
        for (int i = 0; i < size; i++) {
            boolean hot = random.nextInt(10) == 0;
            double truth = hot ? 0.7 : 0.03;
            labels[i] = random.nextDouble() < truth ? 1 : 0;
            boolean seen = random.nextDouble() < skill;
            probabilities[i] = seen ? truth : 0.097;
            entities[i] = i % ENTITIES;
            cuts[i] = i / ENTITIES * 86_400L;
        }
        return new ScoredPairs(probabilities, labels, entities, cuts);
    }
}
