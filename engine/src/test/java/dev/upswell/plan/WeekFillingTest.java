package dev.upswell.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.fyp.WeekEvidence;
import dev.upswell.fyp.WeekEvidence.Brought;
import dev.upswell.plan.Proposal.Basis;
import dev.upswell.plan.WeekFilling.Wish;
import dev.upswell.plan.WeekPlan.Unfilled;
import dev.upswell.plan.WeekPlan.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Weeks that can be checked by hand; times are UTC.
class WeekFillingTest {

    private static final Week WEEK = new Week(LocalDate.parse("2026-03-09"), ZoneOffset.UTC);
    private static final Instant BEFORE = Instant.parse("2026-03-06T12:00:00Z");
    private static final PlanRules PROVEN_ONLY = new PlanRules(PlanRules.USUAL.between(), PlanRules.USUAL.apart(), 0,
            3);

    /// Three videos of each score, posted in the week before in these hours: `2026-03-02T09 80`.
    private static WeekEvidence evidence(String... hours) {
        List<Brought> brought = new ArrayList<>();
        for (String hour : hours) {
            String[] words = hour.split(" ");
            for (int minute = 10; minute < 40; minute += 10) {
                brought.add(new Brought(Instant.parse(words[0] + ":" + minute + ":00Z"), Double.parseDouble(words[1]),
                        null));
            }
        }
        return WeekEvidence.of(brought, ZoneOffset.UTC, BEFORE);
    }

    private static Wish wish(List<PostingAccount> accounts, Planned... kept) {
        return new Wish(WEEK, accounts, List.of(kept), List.of(), BEFORE);
    }

    private static List<String> said(WeekPlan plan) {
        return plan.proposals().stream().map(one -> one.account() + " " + one.at().toString().substring(0, 13))
                .toList();
    }

    @Test
    void theBestHoursAreTakenSixHoursApart() {
        WeekEvidence evidence = evidence("2026-03-02T09 90", "2026-03-02T12 80", "2026-03-02T15 70",
                "2026-03-03T09 60");

        WeekPlan plan = WeekFilling.fill(evidence, wish(List.of(new PostingAccount("ada", 3, 4))), PROVEN_ONLY, 1);

        assertThat(said(plan)).as("12 is three hours after 9; 15 is six after it")
                .containsExactly("ada 2026-03-09T09", "ada 2026-03-09T15", "ada 2026-03-10T09");
        assertThat(plan.proposals()).allSatisfy(one -> assertThat(one.basis()).isEqualTo(Basis.EVIDENCE));
        assertThat(plan.unfilled()).isEmpty();
    }

    @Test
    void accountsAreNeverInOneHourAndShareTheBestInTurns() {
        WeekEvidence evidence = evidence("2026-03-02T09 90", "2026-03-03T09 80", "2026-03-04T09 70",
                "2026-03-05T09 60");

        WeekPlan plan = WeekFilling.fill(evidence,
                wish(List.of(new PostingAccount("ada", 2, 1), new PostingAccount("ben", 2, 1))), PROVEN_ONLY, 1);

        List<String> accounts = plan.proposals().stream().map(Proposal::account).toList();
        assertThat(plan.proposals()).extracting(Proposal::at).doesNotHaveDuplicates().hasSize(4);
        assertThat(accounts.get(0)).as("the first and the third to choose").isEqualTo(accounts.get(2));
        assertThat(accounts.get(1)).isEqualTo(accounts.get(3)).isNotEqualTo(accounts.get(0));
    }

    @Test
    void aFifthGoesToTheHoursThatLeastIsKnownOfAndSaysSo() {
        WeekEvidence evidence = evidence("2026-03-02T09 90", "2026-03-03T09 80", "2026-03-04T09 70",
                "2026-03-05T09 60");

        WeekPlan plan = WeekFilling.fill(evidence, wish(List.of(new PostingAccount("ada", 5, 1))), PlanRules.USUAL, 1);

        List<Proposal> explored = plan.proposals().stream().filter(one -> one.basis() == Basis.EXPLORATION).toList();
        assertThat(plan.proposals()).hasSize(5);
        assertThat(explored).hasSize(1);
        assertThat(explored.getFirst().evidence().videos()).isZero();
        assertThat(explored.getFirst().evidence().expected()).as("as all hours").isEqualTo(evidence.usual());
    }

    @Test
    void whatIsThereStaysCountsAndIsKeptApartFrom() {
        WeekEvidence evidence = evidence("2026-03-02T00 90", "2026-03-03T09 80", "2026-03-04T09 70");
        Planned sundayNight = new Planned("ada", Instant.parse("2026-03-08T22:00:00Z"), false);
        Planned accepted = new Planned("ada", Instant.parse("2026-03-10T14:00:00Z"), false);
        Planned other = new Planned("ben", Instant.parse("2026-03-11T09:30:00Z"), false);

        WeekPlan plan = WeekFilling.fill(evidence,
                wish(List.of(new PostingAccount("ada", 2, 1)), sundayNight, accepted, other), PROVEN_ONLY, 1);

        assertThat(plan.proposals())
                .as("Monday 0:00 is two hours after Sunday's, Tuesday has one, ben posts on Wednesday at 9:30")
                .isEmpty();
        assertThat(plan.unfilled()).containsExactly(new Unfilled("ada", 1, Why.NOT_ENOUGH_EVIDENCE));
    }

    @Test
    void aRefusedHourIsNotProposedAgain() {
        WeekEvidence evidence = evidence("2026-03-02T09 90", "2026-03-03T09 80");
        Planned refused = new Planned("ada", Instant.parse("2026-03-09T09:00:00Z"), false);

        WeekPlan plan = WeekFilling.fill(evidence, new Wish(WEEK, List.of(new PostingAccount("ada", 1, 1)), List.of(),
                List.of(refused), BEFORE), PROVEN_ONLY, 1);

        assertThat(said(plan)).containsExactly("ada 2026-03-10T09");
    }

    @Test
    void withoutEvidenceAllAreToLearnFrom() {
        WeekPlan plan = WeekFilling.fill(evidence(), wish(List.of(new PostingAccount("ada", 5, 1))), PlanRules.USUAL,
                1);

        assertThat(plan.proposals()).hasSize(5)
                .allSatisfy(one -> assertThat(one.basis()).isEqualTo(Basis.EXPLORATION));
    }

    @Test
    void aWeekThatIsOverHasNoRoom() {
        WeekPlan plan = WeekFilling.fill(evidence("2026-03-02T09 90"),
                new Wish(WEEK, List.of(new PostingAccount("ada", 2, 1)), List.of(), List.of(), WEEK.end()), PROVEN_ONLY,
                1);

        assertThat(plan.proposals()).isEmpty();
        assertThat(plan.unfilled()).containsExactly(new Unfilled("ada", 2, Why.NO_ROOM));
    }

    @Test
    void evidenceInAnotherZoneIsABug() {
        Week there = new Week(WEEK.monday(), ZoneId.of("Asia/Jakarta"));

        assertThatIllegalArgumentException().isThrownBy(() -> WeekFilling.fill(evidence(),
                new Wish(there, List.of(), List.of(), List.of(), BEFORE), PlanRules.USUAL, 1))
                .withMessageStartingWith("evidence (Z) must be told by the clocks of the week (Asia/Jakarta)");
    }

    @Test
    void anAccountTakesNoMorePostsThanFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PostingAccount("ada", 8, 1))
                .withMessageStartingWith("perWeek (8) must be 1 to 7");
        assertThatIllegalArgumentException().isThrownBy(() -> new PostingAccount("ada", 5, 5))
                .withMessageStartingWith("perDay (5) must be 1 to 4");
        assertThat(new PostingAccount("ada", 28, 4).perWeek()).isEqualTo(28);
    }
}
