package dev.upswell.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.plan.PostingAccount;
import dev.upswell.plan.Week;
import dev.upswell.plan.WeekPlan.Why;
import dev.upswell.server.fyp.ScoredBrand;
import dev.upswell.server.plan.PlannedWeek.Placed;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A brand of 25 days with a video every two hours, planned from the Friday on which they end.
class PlannerTest {

    private static final ScoredBrand BRAND = ScoredBrand.scored(600);
    private static final Instant FRIDAY = Instant.parse("2025-03-28T00:00:00Z");
    private static final Week NEXT = Week.after(FRIDAY, ZoneOffset.UTC);

    private final List<Instant> now = new ArrayList<>(List.of(FRIDAY));
    private final InstantSource clock = now::getLast;

    /// A planner over the brand's scores whose plans nobody else sees.
    private Planner planner() {
        return new Planner(TestDatabase.newTenant(), BRAND.database, BRAND.scores, clock);
    }

    private Planner planner(int perWeek, int perDay) {
        Planner planner = planner();
        planner.keep("@Creator1", perWeek, perDay, "ada");
        return planner;
    }

    private static List<PlannedSlot> slots(Planner planner) {
        return planner.week(NEXT).slots().stream().map(Placed::slot).toList();
    }

    @Test
    void aWeekIsFilledOnTheGroundsThatWereKnown() {
        Planner planner = planner(5, 1);

        Planner.Filled filled = planner.fill(NEXT, "ada");

        List<PlannedSlot> slots = slots(planner);
        assertThat(filled.plan().unfilled()).isEmpty();
        assertThat(slots).hasSize(5).allSatisfy(one -> {
            assertThat(one.account()).isEqualTo("creator1");
            assertThat(one.state()).isEqualTo(SlotState.PROPOSED);
            assertThat(one.proposedBy()).isEqualTo("ada");
            assertThat(NEXT.contains(one.at())).isTrue();
        });
        assertThat(slots).filteredOn(one -> one.ground().basis() == SlotBasis.EXPLORATION).hasSize(1).first()
                .satisfies(one -> assertThat(one.ground().videos()).isZero());
        assertThat(slots).filteredOn(one -> one.ground().basis() == SlotBasis.EVIDENCE).hasSize(4)
                .allSatisfy(one -> {
                    assertThat(one.ground().videos()).isGreaterThanOrEqualTo(3);
                    assertThat(one.ground().low()).isLessThan(one.ground().expected());
                    assertThat(one.ground().high()).isGreaterThan(one.ground().expected());
                });
        assertThat(planner.week(NEXT).open()).isZero();
    }

    @Test
    void fillingAgainProposesNothingNewAndWhatWasDecidedStays() {
        Planner planner = planner(3, 1);
        planner.fill(NEXT, "ada");
        PlannedSlot first = slots(planner).getFirst();
        planner.decisions().accept(first.id().toString(), "ben");

        planner.fill(NEXT, "cid");

        assertThat(slots(planner)).hasSize(3).first().satisfies(one -> {
            assertThat(one.id()).isEqualTo(first.id());
            assertThat(one.state()).isEqualTo(SlotState.ACCEPTED);
            assertThat(one.decision()).isNotNull().satisfies(by -> assertThat(by.by()).isEqualTo("ben"));
        });
    }

    @Test
    void aDeclinedHourIsNotProposedAgainAndItsPlaceIsFilled() {
        Planner planner = planner(3, 1);
        planner.fill(NEXT, "ada");
        PlannedSlot declined = slots(planner).getFirst();
        planner.decisions().decline(declined.id().toString(), "ben");
        assertThat(planner.week(NEXT).open()).isEqualTo(1);

        planner.fill(NEXT, "ada");

        assertThat(slots(planner)).hasSize(4);
        assertThat(slots(planner)).filteredOn(one -> one.at().equals(declined.at())).hasSize(1);
        assertThat(planner.week(NEXT).standing()).hasSize(3);
    }

    @Test
    void aMovedSlotStandsAtItsNewTimeAndTellsItsOldOne() {
        Planner planner = planner(1, 1);
        planner.fill(NEXT, "ada");
        PlannedSlot one = slots(planner).getFirst();
        Instant to = NEXT.begin().plus(Duration.ofHours(30));

        planner.decisions().move(one.id().toString(), to, "ben");
        PlannedSlot again = planner.decisions().move(one.id().toString(), to.plusSeconds(3600), "ben");

        assertThat(again.state()).isEqualTo(SlotState.MOVED);
        assertThat(again.at()).isEqualTo(to.plusSeconds(3600));
        assertThat(again.decision()).isNotNull().satisfies(by -> {
            assertThat(by.movedFrom()).isEqualTo(one.at());
            assertThat(by.changes()).isEqualTo(2);
        });
    }

    @Test
    void nobodyIsMovedTooNearToAnotherPostOrIntoThePast() {
        Planner planner = planner(1, 1);
        planner.keep("ben", 1, 1, "ada");
        ZoneId utc = ZoneOffset.UTC;
        SlotDecisions decisions = planner.decisions();
        Instant noon = NEXT.begin().plus(Duration.ofHours(12));
        decisions.set("creator1", noon, utc, "ada");

        assertThatThrownBy(() -> decisions.set("creator1", noon.plus(Duration.ofMinutes(359)), utc, "ada"))
                .isInstanceOf(PlanRefused.class).hasMessageContaining("less than six hours from then");
        assertThatThrownBy(() -> decisions.set("ben", noon.minus(Duration.ofMinutes(59)), utc, "ada"))
                .hasMessageContaining("less than an hour from then");
        assertThatThrownBy(() -> decisions.set("ben", FRIDAY, utc, "ada")).hasMessageContaining("is over");
        assertThatThrownBy(() -> decisions.set("ben", FRIDAY.plus(Duration.ofDays(64)), utc, "ada"))
                .hasMessageContaining("too far ahead");
        assertThatThrownBy(() -> decisions.set("nobody", noon, utc, "ada"))
                .hasMessageContaining("has no account nobody");
        assertThat(decisions.set("ben", noon.plus(Duration.ofHours(1)), utc, "ada").ground().basis())
                .isEqualTo(SlotBasis.HAND);
        assertThat(decisions.set("creator1", noon.plus(Duration.ofHours(6)), utc, "ada").state())
                .isEqualTo(SlotState.ACCEPTED);
    }

    @Test
    void aSlotIsFilledWithWhatIsToBePosted() {
        Planner planner = planner(1, 1);
        planner.fill(NEXT, "ada");
        String id = slots(planner).getFirst().id().toString();
        SlotDecisions decisions = planner.decisions();

        decisions.fill(id, new SlotContent(SlotContent.Kind.PATTERN, "Question as a hook", "/patterns", "ben"));

        assertThat(slots(planner).getFirst().content())
                .isEqualTo(new SlotContent(SlotContent.Kind.PATTERN, "Question as a hook", "/patterns", "ben"));
        assertThatThrownBy(
                () -> decisions.fill(id, new SlotContent(SlotContent.Kind.IDEA, "x", "//elsewhere/x", "ben")))
                .hasMessageContaining("is no page of this site");
        assertThatThrownBy(() -> decisions.fill(id, new SlotContent(SlotContent.Kind.IDEA, "x", "javascript:x", "ben")))
                .isInstanceOf(PlanRefused.class);
        assertThat(decisions.fill(id, null).content()).isNull();
    }

    @Test
    void whatCameOfASlotIsTheVideoThatWasToldOfOrTheNearestOfTheAccount() {
        now.add(Instant.parse("2025-03-09T12:00:00Z"));
        Planner planner = planner(3, 2);
        // creator1 posts every six hours from 2:00 on: v1 of 3 March, v4 at 8:00, and so on.
        Instant at = Instant.parse("2025-03-11T09:00:00Z");
        planner.decisions().set("creator1", at, ZoneOffset.UTC, "ada");
        PlannedSlot told = planner.decisions().set("creator1", Instant.parse("2025-03-12T00:00:00Z"), ZoneOffset.UTC,
                "ada");
        now.add(FRIDAY);
        planner.decisions().publish(told.id().toString(), "v13", "ben");

        List<Placed> placed = planner.week(PlanForm.of(at, ZoneOffset.UTC)).slots();

        assertThat(placed.getFirst().came()).isNotNull().satisfies(came -> {
            assertThat(came.video()).as("posted at 8:00 on 11 March").isEqualTo("v100");
            assertThat(came.told()).isFalse();
            assertThat(came.score()).isBetween(0.0, 100.0);
        });
        assertThat(placed.getLast().slot().state()).isEqualTo(SlotState.PUBLISHED);
        assertThat(placed.getLast().came()).isNotNull().satisfies(came -> {
            assertThat(came.video()).isEqualTo("v13");
            assertThat(came.told()).isTrue();
            assertThat(came.score()).isCloseTo(
                    BRAND.scores.latest(List.of("v13")).get("v13").fyp().orElseThrow(), within(1e-9));
        });
        assertThatThrownBy(() -> planner.decisions().decline(told.id().toString(), "ada"))
                .hasMessageContaining("A slot that is published cannot be declined.");
    }

    @Test
    void hoursAreThoseOfTheZoneThatIsAskedFor() {
        Planner planner = planner(4, 1);
        Week there = Week.after(FRIDAY, ZoneId.of("Asia/Jakarta"));

        planner.fill(there, "ada");

        assertThat(planner.week(there).slots()).hasSize(4).allSatisfy(one -> {
            assertThat(there.contains(one.slot().at())).isTrue();
            assertThat(one.slot().zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        });
    }

    @Test
    void withoutAccountsAndForAWeekThatIsOverNothingIsFilled() {
        assertThatThrownBy(() -> planner().fill(NEXT, "ada")).isInstanceOf(PlanRefused.class)
                .hasMessageContaining("There is no account to plan for.");
        assertThatThrownBy(() -> planner(1, 1).fill(new Week(NEXT.monday().minusDays(14), ZoneOffset.UTC), "ada"))
                .hasMessageContaining("is over");
        assertThatThrownBy(() -> planner(1, 1).fill(new Week(NEXT.monday().plusDays(70), ZoneOffset.UTC), "ada"))
                .hasMessageContaining("too far ahead");
        assertThatThrownBy(() -> planner().keep("ada", 8, 1, "ada")).hasMessageContaining("perWeek (8) must be 1 to 7");
        assertThatThrownBy(() -> planner().keep(" ", 1, 1, "ada")).hasMessageContaining("must not be blank");
        assertThatThrownBy(() -> planner().remove("ada")).hasMessageContaining("has no account ada");
        assertThatThrownBy(() -> planner().decisions().accept("nothing", "ada"))
                .hasMessageContaining("no planned slot nothing");
        assertThatThrownBy(() -> planner().decisions().accept(UUID.randomUUID().toString(), "ada"))
                .isInstanceOf(PlanRefused.class);
    }

    @Test
    void postsWithoutAnHourAreTold() {
        Planner planner = new Planner(TestDatabase.newTenant(), BRAND.database, ScoredBrand.scored(48).scores, clock);
        planner.keep("creator1", 7, 1, "ada");
        Week now = PlanForm.of(FRIDAY, ZoneOffset.UTC);

        Planner.Filled filled = planner.fill(now, "ada");

        assertThat(filled.plan().proposals()).as("Friday to Sunday are left").hasSize(3);
        assertThat(filled.plan().unfilled()).singleElement().satisfies(one -> {
            assertThat(one.posts()).isEqualTo(4);
            assertThat(one.why()).isEqualTo(Why.NO_ROOM);
        });
    }

    @Test
    void accountsThatPostAreSuggestedUntilTheyArePlannedFor() {
        Planner planner = new Planner(BRAND.tenant, BRAND.database, BRAND.scores, clock);

        assertThat(planner.suggested()).containsExactlyInAnyOrder(new PostingAccount("creator0", 7, 1),
                new PostingAccount("creator1", 7, 1), new PostingAccount("creator2", 7, 1));
        planner.keep("creator0", 1, 1, "ada");
        assertThat(planner.suggested()).extracting(PostingAccount::name).containsExactlyInAnyOrder("creator1",
                "creator2");
        planner.remove("creator0");
    }

    @Test
    void whoeverFillsAtTheSameTimeProposesNothingTwice() throws Exception {
        Planner planner = planner(6, 1);
        try (ExecutorService several = Executors.newFixedThreadPool(4)) {
            List<Callable<Planner.Filled>> fillings = List.of(() -> planner.fill(NEXT, "a"),
                    () -> planner.fill(NEXT, "b"),
                    () -> planner.fill(NEXT, "c"), () -> planner.fill(NEXT, "d"));
            for (Future<Planner.Filled> one : several.invokeAll(fillings)) {
                one.get();
            }
        }
        assertThat(slots(planner)).hasSize(6);
    }

    @Test
    void otherTenantsSeeNothingOfAPlan() {
        Planner planner = planner(2, 1);
        planner.fill(NEXT, "ada");
        TenantId other = TestDatabase.newTenant();
        Planner others = new Planner(other, BRAND.database, BRAND.scores, clock);

        assertThat(others.accounts()).isEmpty();
        assertThat(others.week(NEXT).slots()).isEmpty();
        assertThatThrownBy(() -> others.decisions().accept(slots(planner).getFirst().id().toString(), "eve"))
                .isInstanceOf(PlanRefused.class).hasMessageContaining("There is no planned slot");
    }
}
