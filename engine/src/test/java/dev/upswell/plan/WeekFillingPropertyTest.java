package dev.upswell.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.fyp.Slot;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.fyp.WeekEvidence.Brought;
import dev.upswell.numeric.Dice;
import dev.upswell.plan.Proposal.Basis;
import dev.upswell.plan.Week.Hour;
import dev.upswell.plan.WeekFilling.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of every plan, over worlds dealt from a seed: zones, weeks of changing clocks, accounts, what is there already.
class WeekFillingPropertyTest {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Jakarta"),
            ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"));
    /// Ordinary weeks, and those in which the clocks of Berlin, New York and Lord Howe change.
    private static final List<LocalDate> MONDAYS = List.of(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-03-23"),
            LocalDate.parse("2026-10-19"), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-10-26"),
            LocalDate.parse("2026-03-30"), LocalDate.parse("2026-09-28"));

    /// A world dealt from a seed.
    private record World(Week week, WeekEvidence evidence, Wish wish, long seed) {

        static World of(long seed) {
            Dice dice = Dice.of(seed, "plan", 0);
            Week week = new Week(dice.pick(MONDAYS), dice.pick(ZONES));
            Instant asOf = week.begin().minus(Duration.ofHours(dice.below(72)));
            List<PostingAccount> accounts = new ArrayList<>();
            for (int i = dice.below(4); i >= 0; i--) {
                int perDay = 1 + dice.below(3);
                accounts.add(new PostingAccount("account" + i, 1 + dice.below(5 * perDay), perDay));
            }
            List<Planned> kept = dealt(dice, week, dice.below(6));
            List<Planned> refused = dealt(dice, week, dice.below(4));
            Instant notBefore = dice.chance(0.3) ? week.begin().plus(Duration.ofHours(dice.below(100))) : asOf;
            return new World(week, evidence(dice, week, asOf), new Wish(week, accounts, kept, refused, notBefore),
                    seed);
        }

        private static WeekEvidence evidence(Dice dice, Week week, Instant asOf) {
            List<Brought> brought = new ArrayList<>();
            for (int i = dice.below(10) * dice.below(120); i > 0; i--) {
                brought.add(new Brought(week.begin().minus(Duration.ofHours(1 + dice.below(24 * 56))),
                        dice.between(0, 100), null));
            }
            return WeekEvidence.of(brought, week.zone(), asOf);
        }

        private static List<Planned> dealt(Dice dice, Week week, int number) {
            List<Planned> dealt = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                dealt.add(new Planned("account" + dice.below(5),
                        week.begin().plus(Duration.ofHours(dice.below(190) - 12L)),
                        dice.chance(0.3)));
            }
            return dealt;
        }

        WeekPlan plan() {
            return WeekFilling.fill(evidence, wish, PlanRules.USUAL, seed);
        }

        LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, week.zone());
        }

        /// Whether an account could post in an hour beside all of these, by the rules said once more.
        boolean fits(String account, Instant hour, List<Planned> beside) {
            int perDay = wish.accounts().stream().filter(one -> one.name().equals(account)).findFirst().orElseThrow()
                    .perDay();
            return !hour.isBefore(wish.notBefore())
                    && wish.refused().stream().noneMatch(one -> one.account().equals(account) && one.at().equals(hour))
                    && beside.stream().allMatch(one -> Duration.between(one.at(), hour).abs()
                            .compareTo(Duration.ofHours(one.account().equals(account) ? 6 : 1)) >= 0)
                    && beside.stream().filter(one -> one.account().equals(account) && day(one.at()).equals(day(hour)))
                            .count() < perDay;
        }

        /// Everything that is there or proposed but this.
        List<Planned> but(WeekPlan plan, Proposal left) {
            List<Planned> rest = new ArrayList<>(wish.kept());
            plan.proposals().stream().filter(one -> one != left)
                    .forEach(one -> rest.add(new Planned(one.account(), one.at(), false)));
            return rest;
        }
    }

    @Property(tries = 400)
    void everyProposalKeepsTheRulesBesideAllOthersAndWhatIsThere(@ForAll long seed) {
        World world = World.of(seed);
        WeekPlan plan = world.plan();
        Set<Instant> hours = new HashSet<>(world.week().hours().stream().map(Hour::at).toList());

        assertThat(plan.proposals()).allSatisfy(one -> {
            assertThat(hours).contains(one.at());
            assertThat(world.fits(one.account(), one.at(), world.but(plan, one))).isTrue();
            assertThat(one.evidence()).isEqualTo(world.evidence().of(Slot.of(one.at(), world.week().zone())));
        });
    }

    @Property(tries = 400)
    void noAccountGetsMoreThanItsWeekHoldsAndWhatIsLeftIsTold(@ForAll long seed) {
        World world = World.of(seed);
        WeekPlan plan = world.plan();
        Map<String, Integer> got = new HashMap<>();
        plan.proposals().forEach(one -> got.merge(one.account(), 1, Integer::sum));
        plan.unfilled().forEach(one -> got.merge(one.account(), one.posts(), Integer::sum));

        assertThat(world.wish().accounts()).allSatisfy(account -> {
            long there = world.wish().kept().stream()
                    .filter(one -> one.account().equals(account.name()) && world.week().contains(one.at())).count();
            assertThat(got.getOrDefault(account.name(), 0)).isEqualTo(Math.max(0, account.perWeek() - (int) there));
        });
    }

    @Property(tries = 400)
    void aFifthOfTheWeekIsToLearnFromWhereEvidenceFillsTheRest(@ForAll long seed) {
        World world = World.of(seed);
        WeekPlan plan = world.plan();
        List<Planned> there = world.wish().kept().stream().filter(one -> world.week().contains(one.at())
                && world.wish().accounts().stream().anyMatch(account -> account.name().equals(one.account()))).toList();
        long learning = there.stream().filter(Planned::explores).count();
        long explored = plan.proposals().stream().filter(one -> one.basis() == Basis.EXPLORATION).count();
        boolean known = world.evidence().hours().stream().anyMatch(hour -> hour.videos() >= 3);
        int filled = plan.proposals().size();

        if (plan.unfilled().isEmpty()) {
            long share = Math.round((known ? 0.2 : 1) * (filled + there.size()));
            assertThat(explored).isEqualTo(Math.clamp(share - learning, 0, filled));
        } else {
            assertThat(explored).isLessThanOrEqualTo(filled);
        }
    }

    @Property(tries = 200)
    void noFreeHourIsExpectedToBringMoreThanOneThatIsProposedForWhatItBrought(@ForAll long seed) {
        World world = World.of(seed);
        everyBetterHourIsTaken(world, Basis.EVIDENCE, (one, hour) -> world.evidence().of(hour.slot()).videos() >= 3
                && expected(world, hour) > expected(world, new Hour(one.at(), one.evidence().slot())));
    }

    @Property(tries = 200)
    void ofNoFreeHourLessIsKnownThanOfOneThatIsExplored(@ForAll long seed) {
        World world = World.of(seed);
        everyBetterHourIsTaken(world, Basis.EXPLORATION,
                (one, hour) -> world.evidence().of(hour.slot()).videos() < one.evidence().videos());
    }

    private interface Better {
        boolean than(Proposal one, Hour hour);
    }

    private static void everyBetterHourIsTaken(World world, Basis basis, Better better) {
        WeekPlan plan = world.plan();
        for (Proposal one : plan.proposals()) {
            if (one.basis() == basis) {
                List<Planned> rest = world.but(plan, one);
                Predicate<Hour> free = hour -> world.fits(one.account(), hour.at(), rest);
                assertThat(world.week().hours().stream().filter(hour -> better.than(one, hour)).filter(free)).isEmpty();
            }
        }
    }

    private static double expected(World world, Hour hour) {
        Double expected = world.evidence().of(hour.slot()).expected();
        return expected == null ? 0 : expected;
    }

    @Property(tries = 200)
    void thePlanDependsOnTheSeedAndNotOnTheOrderOfWhatIsGiven(@ForAll long seed) {
        World world = World.of(seed);
        List<PostingAccount> accounts = new ArrayList<>(world.wish().accounts());
        List<Planned> kept = new ArrayList<>(world.wish().kept());
        Collections.reverse(accounts);
        Collections.reverse(kept);
        Wish turned = new Wish(world.week(), accounts, kept, world.wish().refused(), world.wish().notBefore());

        assertThat(WeekFilling.fill(world.evidence(), turned, PlanRules.USUAL, seed)).isEqualTo(world.plan());
    }
}
