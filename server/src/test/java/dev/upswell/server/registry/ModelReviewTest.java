package dev.upswell.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.learn.promotion.PromotionRule;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelReviewTest {

    private static final RegistrySettings SETTINGS = RegistrySettings.USUAL.needing(5, 10);

    private final Bench bench = new Bench();
    private final RegisteredModel first = bench.train(0);
    private final RegisteredModel second = bench.train(7);

    @Test
    void clearlyBetterModelIsPromotedWhenItsShadowPeriodIsOverAndNotBefore() {
        shadowDays(7, 13, 0.3, 0.95);
        review(SETTINGS);
        assertThat(bench.state(second)).isEqualTo(ModelState.SHADOW);

        shadowDays(13, 14, 0.3, 0.95);
        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
        assertThat(bench.state(first)).isEqualTo(ModelState.RETIRED);
        assertThat(bench.eventTypes()).containsExactly("TRAIN_DONE", "MODEL_PROMOTED", "TRAIN_DONE", "SHADOW_STARTED",
                "MODEL_PROMOTED");
        Transition promotion = bench.registry.history(bench.tenant, second.id()).getLast();
        assertThat(promotion.decision().actor()).isEqualTo("rule");
        assertThat(promotion.decision().asOf()).isEqualTo(Bench.day(14));
        assertThat(promotion.decision().reason()).startsWith("It is better on 420 pairs of 7 cuts");
        assertThat(promotion.decision().figures()).containsKeys("gain", "differenceLow", "ece");
        assertThat(promotion.previous()).isEqualTo(first.id());
    }

    /// As a network and its blend are beside the trees: the older is judged first, the next against whoever serves then.
    @Test
    void challengersOfSeveralFamiliesAreJudgedOneAfterTheOther() {
        RegisteredModel network = bench.registry.register(bench.tenant, List.of(Bench.model(7, "sequence", true)))
                .getFirst();
        shadowDays(7, 14, 0.3, 0.95);
        for (int day = 7; day < 14; day++) {
            bench.says(network, day, 0.5, false);
        }

        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
        assertThat(bench.state(network)).isEqualTo(ModelState.REJECTED);
        assertThat(bench.registry.history(bench.tenant, network.id()).getLast().decision().figures().get("gain"))
                .isNegative();
    }

    @Test
    void equallyGoodModelIsRejectedAndItsArtefactKept() {
        shadowDays(7, 14, 0.6, 0.6);

        review(SETTINGS);
        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.REJECTED);
        assertThat(bench.state(first)).isEqualTo(ModelState.ACTIVE);
        assertThat(bench.eventTypes()).containsOnlyOnce("MODEL_REJECTED");
        assertThat(bench.registry.artefact(bench.tenant, second.id())).asString().isEqualTo("boosted-trees of day 7");
    }

    @Test
    void equallyGoodModelThatOnlyKnowsMoreIsPromotedWhereRefreshingIsAllowed() {
        shadowDays(7, 14, 0.6, 0.6);

        review(SETTINGS.promotion(PromotionRule.USUAL.refreshMargin(0.02)));

        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
    }

    @Test
    void withApprovalThePersonHasTheLastWord() {
        shadowDays(7, 14, 0.3, 0.95);
        review(SETTINGS.approval(true));

        assertThat(bench.state(second)).isEqualTo(ModelState.AWAITING_APPROVAL);
        assertThat(bench.state(first)).isEqualTo(ModelState.ACTIVE);

        bench.registry.approve(bench.tenant, second.id(), "Mira");

        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
        assertThat(bench.registry.history(bench.tenant, second.id()).getLast().decision())
                .satisfies(decision -> {
                    assertThat(decision.actor()).isEqualTo("Mira");
                    assertThat(decision.reason()).isEqualTo("Approved by Mira.");
                });
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> bench.registry.approve(bench.tenant, second.id(), "Mira"))
                .withMessageContaining("does not await approval: it is ACTIVE.");
    }

    /// A model of day 14 that predicts for a week with this skill, while the serving one has the other.
    private RegisteredModel newerOfSkill(double skill, double serving) {
        RegisteredModel newer = bench.train(14);
        for (int day = 14; day < 21; day++) {
            bench.says(first, day, serving, true);
            bench.says(newer, day, skill, false);
            bench.happens(day);
        }
        return newer;
    }

    @Test
    void newerModelThatMeetsTheRuleWaitsInThePlaceOfTheOneThatWaited() {
        bench.awaits(second, 14);
        RegisteredModel third = newerOfSkill(0.8, 0.3);

        review(SETTINGS.approval(true));

        assertThat(bench.state(third)).as(bench.registry.history(bench.tenant, third.id()).toString())
                .isEqualTo(ModelState.AWAITING_APPROVAL);
        assertThat(bench.state(second)).isEqualTo(ModelState.REJECTED);
        assertThat(bench.registry.history(bench.tenant, second.id()).getLast().decision().reason())
                .isEqualTo("A newer model of its family met the rule too and waits in its place.");
        assertThat(bench.eventTypes()).endsWith("APPROVAL_AWAITED", "TRAIN_DONE", "SHADOW_STARTED", "MODEL_REJECTED",
                "APPROVAL_AWAITED");
    }

    @Test
    void newerModelThatFailsTheRuleLeavesTheOneThatWaitsWhereItIs() {
        bench.awaits(second, 14);
        RegisteredModel third = newerOfSkill(0.6, 0.6);

        review(SETTINGS.approval(true));

        assertThat(bench.state(third)).isEqualTo(ModelState.REJECTED);
        assertThat(bench.state(second)).isEqualTo(ModelState.AWAITING_APPROVAL);
        bench.registry.approve(bench.tenant, second.id(), "Mira");
        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
    }

    @Test
    void personCanRefuseAChallengerButNothingElse() {
        bench.registry.reject(bench.tenant, second.id(), "Mira");

        assertThat(bench.state(second)).isEqualTo(ModelState.REJECTED);
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> bench.registry.reject(bench.tenant, first.id(), "Mira"))
                .withMessageContaining("is not on its way to serve: it is ACTIVE.");
    }

    @Test
    void tooFewSurgesAreWaitedForUntilPatienceEnds() {
        RegistrySettings demanding = SETTINGS.needing(5, 10_000);
        shadowDays(7, 34, 0.3, 0.95);
        review(demanding);
        assertThat(bench.state(second)).isEqualTo(ModelState.SHADOW);

        shadowDays(34, 35, 0.3, 0.95);
        review(demanding);

        assertThat(bench.state(second)).isEqualTo(ModelState.REJECTED);
        assertThat(bench.registry.history(bench.tenant, second.id()).getLast().decision().reason())
                .isEqualTo("Too few cuts with surges came to judge it.");
    }

    @Test
    void promotedModelThatStaysBehindTheOneBeforeItIsRolledBack() {
        bench.registry.promote(bench.tenant, second.id());
        for (int day = 7; day < 12; day++) {
            bench.says(second, day, -1, true);
            bench.says(first, day, 0.8, false);
            bench.happens(day);
            if (day < 9) {
                review(SETTINGS);
                assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
            }
        }

        assertThat(new ModelReview(bench.database, SETTINGS).probation(bench.tenant, Bench.TASK))
                .hasValueSatisfying(watched -> {
                    assertThat(watched.before().id()).isEqualTo(first.id());
                    assertThat(watched.comparison()).hasValueSatisfying(
                            both -> assertThat(both.challengerPrAuc()).isLessThan(both.servingPrAuc()));
                    assertThat(watched.behind()).isPresent();
                });
        review(SETTINGS);
        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.RETIRED);
        assertThat(bench.state(first)).isEqualTo(ModelState.ACTIVE);
        assertThat(bench.eventTypes()).containsOnlyOnce("MODEL_ROLLED_BACK");
        assertThat(bench.registry.history(bench.tenant, ModelTask.DAILY_HASHTAGS, 1)).singleElement()
                .satisfies(back -> assertThat(back.decision().reason()).startsWith("Its live PR-AUC, 0."));
    }

    @Test
    void whatComesMoreThanTwoWeeksAfterAPromotionTakesItNotBack() {
        bench.registry.promote(bench.tenant, second.id());
        for (int day = 7; day < 12; day++) {
            bench.says(second, day, 0.8, true);
            bench.says(first, day, 0.8, false);
            bench.happens(day);
        }
        for (int day = 22; day < 45; day++) {
            bench.says(second, day, -1, true);
            bench.says(first, day, 0.8, false);
            bench.happens(day);
        }

        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);
        assertThat(new ModelReview(bench.database, SETTINGS).probation(bench.tenant, Bench.TASK))
                .hasValueSatisfying(watched -> assertThat(watched.comparison())
                        .hasValueSatisfying(both -> assertThat(both.cuts()).isEqualTo(5)));
    }

    @Test
    void promotionIsLookedAtAgainOnlyWhenSomethingOfItBecameKnown() {
        bench.registry.promote(bench.tenant, second.id());
        for (int day = 7; day < 12; day++) {
            bench.says(second, day, -1, true);
            bench.says(first, day, 0.8, false);
            bench.happens(day);
        }
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update outcome set settled_at = now() - interval '8 days'").update());
        review(SETTINGS);
        assertThat(bench.state(second)).isEqualTo(ModelState.ACTIVE);

        bench.says(second, 12, -1, true);
        bench.says(first, 12, 0.8, false);
        bench.happens(12);
        review(SETTINGS);

        assertThat(bench.state(second)).isEqualTo(ModelState.RETIRED);
    }

    @Test
    void theModelBeforeGoesOnInShadowForTwoWeeks() {
        assertThat(beside(8)).containsExactly(second.id());
        bench.registry.promote(bench.tenant, second.id());

        assertThat(beside(8)).containsExactly(first.id());
        assertThat(beside(40)).isEmpty();
    }

    @Test
    void progressTellsWhatAChallengerStillNeeds() {
        ModelReview review = new ModelReview(bench.database, SETTINGS);
        assertThat(review.progress(bench.tenant, Bench.TASK)).singleElement().satisfies(none -> {
            assertThat(none.comparison()).isEmpty();
            assertThat(none.until()).isEqualTo(Bench.day(14));
            assertThat(none.over()).isFalse();
        });

        shadowDays(7, 10, 0.3, 0.95);

        assertThat(review.progress(bench.tenant, Bench.TASK)).singleElement().satisfies(some -> {
            assertThat(some.comparison()).hasValueSatisfying(one -> assertThat(one.cuts()).isEqualTo(3));
            assertThat(some.knownUntil()).isEqualTo(Bench.day(10));
            assertThat(some.enough()).isFalse();
        });
    }

    @Test
    void secondModelOfATaskCannotBecomeActiveEvenBySql() {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> bench.database.transactions().run(
                bench.tenant, db -> db.sql("update model_record set state = 'ACTIVE'").update()))
                .withMessageContaining("model_record_active");
    }

    private List<UUID> beside(int day) {
        return bench.registry.beside(bench.tenant, Bench.TASK, Bench.day(day)).stream().map(RegisteredModel::id)
                .toList();
    }

    private void shadowDays(int from, int to, double serving, double challenger) {
        for (int day = from; day < to; day++) {
            bench.says(first, day, serving, true);
            bench.says(second, day, challenger, false);
            bench.happens(day);
        }
    }

    private void review(RegistrySettings settings) {
        new ModelReview(bench.database, settings).review(bench.tenant, Bench.TASK);
    }
}
