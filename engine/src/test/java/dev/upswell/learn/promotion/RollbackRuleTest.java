package dev.upswell.learn.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.ScoredPairs;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RollbackRuleTest {

    private final ScoredPairs good = PromotionRuleTest.pairs(0.95);
    private final ScoredPairs inverted = new ScoredPairs(
            Arrays.stream(good.probabilities()).map(p -> 1 - p).toArray(), good.labels(), good.entities(), good.cuts());

    @Test
    void modelThatStaysBehindLongEnoughFails() {
        RollbackRule.Failure failure = RollbackRule.USUAL.failure(inverted, good).orElseThrow();

        assertThat(failure.servingPrAuc()).isLessThan(0.9 * failure.previousPrAuc());
        assertThat(failure.cuts()).isEqualTo(30);
        assertThat(failure.reason()).startsWith("Its live PR-AUC, 0.").contains(" over 30 cuts (");
    }

    @Test
    void asGoodAModelDoesNotFail() {
        assertThat(RollbackRule.USUAL.failure(good, good)).isEmpty();
        assertThat(RollbackRule.USUAL.failure(good, inverted)).isEmpty();
    }

    @Test
    void nothingIsSaidBeforeItWasBehindLongEnough() {
        RollbackRule rule = new RollbackRule(0.9, Duration.ofDays(2), 1);
        int oneCut = (int) Arrays.stream(good.cuts()).filter(cut -> cut == 0).count();

        assertThat(rule.failure(first(inverted, 2 * oneCut), first(good, 2 * oneCut))).isEmpty();
        assertThat(rule.failure(first(inverted, 3 * oneCut), first(good, 3 * oneCut))).isPresent();
    }

    @Test
    void fewSurgesSayNothing() {
        assertThat(new RollbackRule(0.9, Duration.ZERO, 10_000).failure(inverted, good)).isEmpty();
    }

    @Test
    void recoveryStartsTheClockAnew() {
        double[] recovering = good.probabilities().clone();
        int oneCut = (int) Arrays.stream(good.cuts()).filter(cut -> cut == 0).count();
        for (int i = 0; i < 3 * oneCut; i++) {
            recovering[i] = 1 - recovering[i];
        }
        ScoredPairs recovered = new ScoredPairs(recovering, good.labels(), good.entities(), good.cuts());

        assertThat(new RollbackRule(0.5, Duration.ofDays(2), 1).failure(recovered, good)).isEmpty();
    }

    private static ScoredPairs first(ScoredPairs pairs, int size) {
        return new ScoredPairs(Arrays.copyOf(pairs.probabilities(), size), Arrays.copyOf(pairs.labels(), size),
                Arrays.copyOf(pairs.entities(), size), Arrays.copyOf(pairs.cuts(), size));
    }
}
