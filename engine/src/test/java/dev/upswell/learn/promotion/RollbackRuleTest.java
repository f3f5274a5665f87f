package dev.upswell.learn.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.learn.ScoredPairs;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackRuleTest {

    private static final long DAY = 86_400;

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
        assertThat(rule.behind(first(inverted, 2 * oneCut), first(good, 2 * oneCut)))
                .hasValueSatisfying(behind -> assertThat(behind.behindSince()).isZero());
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
        assertThat(new RollbackRule(0.5, Duration.ofDays(2), 1).behind(recovered, good)).isEmpty();
    }

    /// It knows nothing on the first two cuts, all there is to know on ten, and nothing again.
    @Test
    void whoIsBehindAgainCountsFromThenOn() {
        int oneCut = (int) Arrays.stream(good.cuts()).filter(cut -> cut == 0).count();
        double[] twice = good.probabilities().clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] = i < 2 * oneCut || i >= 12 * oneCut ? 0.097 : twice[i];
        }
        ScoredPairs relapsing = new ScoredPairs(twice, good.labels(), good.entities(), good.cuts());

        assertThat(behindSince(first(relapsing, 2 * oneCut))).hasValue(0L);
        assertThat(behindSince(first(relapsing, 12 * oneCut))).isEmpty();
        long again = behindSince(relapsing).orElseThrow();
        assertThat(again).isBetween(12 * DAY, 28 * DAY);
        Duration since = Duration.ofSeconds(29 * DAY - again);
        assertThat(new RollbackRule(0.7, since, 1).failure(relapsing, good)).isPresent();
        assertThat(new RollbackRule(0.7, since.plusSeconds(1), 1).failure(relapsing, good)).isEmpty();
    }

    private Optional<Long> behindSince(ScoredPairs serving) {
        return new RollbackRule(0.7, Duration.ZERO, 1).failure(serving, first(good, serving.size()))
                .map(RollbackRule.Failure::behindSince);
    }

    private static ScoredPairs first(ScoredPairs pairs, int size) {
        return new ScoredPairs(Arrays.copyOf(pairs.probabilities(), size), Arrays.copyOf(pairs.labels(), size),
                Arrays.copyOf(pairs.entities(), size), Arrays.copyOf(pairs.cuts(), size));
    }
}
