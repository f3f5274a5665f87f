package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.poll.Cadence;
import dev.upswell.poll.PollPlan;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList;
import dev.upswell.server.live.WatchList.Manner;
import dev.upswell.server.live.WatchPlans;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.Expected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A quota is cut in half in the middle of a day: what adds most keeps its cadence, and what is given up for it is told.
class QuotaCutTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-01");
    private static final int WHOLE = 600;
    private static final Cadence QUARTER = new Cadence.Every(Duration.ofMinutes(15));
    private static final int HOT = 2;
    private static final int USUAL = 6;
    private static final List<String> WORDS = List.of("a", "e", "i", "o", "n", "t");

    private final LiveBench bench = new LiveBench();
    private List<String> hashtags = List.of();

    /// The first two hashtags are foretold to surge.
    private record Foretold(List<String> hot) implements Expectations {

        @Override
        public Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, int judgedDays) {
            Map<EntityId, Expected> expected = new HashMap<>();
            hot.forEach(name -> expected.put(EntityId.hashtag(name),
                    new Expected(to, 24, new UUID(0, 1), "test", 0.9, null, null, null, List.of())));
            return new Facts(new Run(to, new UUID(0, 1), "test", 24, null), expected, null);
        }

        @Override
        public Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return Optional.empty();
        }

        @Override
        public List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit) {
            return List.of();
        }
    }

    @BeforeEach
    void watch() {
        hashtags = bench.sandbox.busiest(HOT + USUAL);
        bench.expectations = new Foretold(hashtags.subList(0, HOT));
        for (int i = 0; i < hashtags.size(); i++) {
            boolean hot = i < HOT;
            watch("hashtag:" + hashtags.get(i), hot ? Watch.Priority.HIGH : Watch.Priority.NORMAL, hot ? 1 : 2);
        }
        WORDS.forEach(words -> watch("keyword:" + words, Watch.Priority.LOW, 20));
    }

    private void watch(String subject, Watch.Priority priority, int pages) {
        bench.live().watches().add("ensembledata", Subject.parse(subject),
                new Manner(Watch.Kind.TOPIC, priority, false, Duration.ofHours(1), pages));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private SourcePlan plan() {
        return bench.live().plans().list().getFirst();
    }

    private Map<String, Cadence> cadences() {
        return plan().watches().stream()
                .collect(Collectors.toMap(one -> one.watch().subject().target(), Planned::cadence));
    }

    private Map<String, Cadence> ofHot() {
        Map<String, Cadence> hot = cadences();
        hot.keySet().retainAll(hashtags.subList(0, HOT));
        return hot;
    }

    /// Rounds every quarter of an hour until then.
    private void until(String time) {
        for (Instant end = Instant.parse(time); bench.now.isBefore(end);) {
            bench.now = bench.now.plus(Duration.ofMinutes(15));
            bench.round();
        }
    }

    private long visitsOfHot(String from, String to) {
        return bench.list("select count(*) from sweep s join watch w on w.id = s.watch_id where w.target = any('{"
                + String.join(",", hashtags.subList(0, HOT)) + "}') and s.slot >= '" + from + "' and s.slot < '" + to
                + "' and s.state = 'DONE'", Long.class).getFirst();
    }

    @Test
    void whatAddsMostKeepsItsCadenceAndTheRestIsToldToBeGivenUp() {
        bench.units = WHOLE;
        bench.round();
        until("2026-02-01T13:05:00Z");
        SourcePlan whole = plan();
        Map<String, Cadence> before = ofHot();
        assertThat(whole.paused()).isEmpty();

        // At which hours dear visits fall is drawn by ids: whatever was spent, half of a day's rate is left for the rest of it.
        bench.units = (int) bench.sandbox.unitsCharged(TODAY) + WHOLE / 2 * 11 / 24;
        bench.now = bench.now.plus(Duration.ofMinutes(15));
        bench.round();

        SourcePlan half = plan();
        assertThat(half.trigger()).isEqualTo("budget");
        assertThat(ofHot()).as("what may surge, of " + half.ratePerDay() + " " + cadences()).isEqualTo(before)
                .containsValue(QUARTER).hasSize(HOT);
        assertThat(half.paused()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.watch().priority()).isEqualTo(Watch.Priority.LOW);
            assertThat(one.why()).isEqualTo(PollPlan.Why.OUTBID);
            assertThat(one.since()).isEqualTo(bench.now);
        });
        assertThat(half.unitsPerDay()).isLessThanOrEqualTo(half.ratePerDay() + 1e-6);
        assertThat(bench.list("select payload->>'trigger' from event_log where type = 'PLAN_CHANGED'", String.class))
                .contains("budget");
    }

    @Test
    @Tag("slow")
    void theDayEndsWithinTheCutQuotaAndWhatMaySurgeWasVisitedThroughout() {
        bench.units = WHOLE;
        bench.round();
        until("2026-02-01T13:05:00Z");
        bench.units = WHOLE / 2;

        until("2026-02-01T23:50:00Z");

        assertThat(bench.sandbox.unitsCharged(TODAY)).isBetween(WHOLE / 2L * 9 / 10, WHOLE / 2L);
        assertThat(visitsOfHot("2026-02-01T13:30:00Z", "2026-02-01T23:00:00Z")).as("of 38 slots of two")
                .isGreaterThanOrEqualTo(HOT * 38 * 9 / 10);
    }

    @Test
    void aDearVisitWaitsWhileItsUnitsAddMoreElsewhereAndComesWithTheNextBudget() {
        bench.units = WHOLE;
        bench.round();
        bench.now = Instant.parse("2026-02-01T21:05:00Z");
        bench.units = bench.sandbox.unitsCharged(TODAY) + 40;
        // Whatever hour its id draws, each watch is due.
        bench.list(
                "update sweep set slot = slot - interval '1 day', begun_at = begun_at - interval '1 day' returning pages",
                Integer.class);

        RoundReport late = bench.round();

        assertThat(plan().watches()).as("of 20 units each, planned daily").filteredOn(one -> one.unitsPerVisit() == 20)
                .anyMatch(one -> one.cadence().visitsPerDay() == 1);
        assertThat(late.left()).isNotEmpty().allSatisfy(left -> {
            assertThat(left.subject()).startsWith("keyword:");
            assertThat(left.why()).isEqualTo("what is left of the budget units adds more elsewhere");
        });
        assertThat(late.done()).as("all hashtags").isEqualTo(hashtags.size());

        bench.now = Instant.parse("2026-02-02T00:05:00Z");
        bench.units = WHOLE;
        assertThat(bench.round().left()).isEmpty();
    }

    @Test
    @Tag("slow")
    void aQuotaThatTheProviderCutsUntoldIsBelievedTheNextDay() {
        bench.units = WHOLE;
        bench.round();
        until("2026-02-01T13:05:00Z");
        bench.sandbox.allow("ensembledata", WHOLE / 2);
        until("2026-02-01T23:50:00Z");

        SourceStatus status = bench.live().sources().list().getFirst();
        SourceStatus.Use today = status.budgets().getFirst();
        assertThat(status.pause()).as("used up").isNotNull();
        assertThat(today.because()).isEqualTo(SourceStatus.Because.PROVIDER);
        assertThat(plan().paused()).as("nothing can be asked").hasSameSizeAs(plan().watches());

        until("2026-02-02T02:05:00Z");

        assertThat(plan().bound()).extracting(WatchPlans.Bound::limit).isEqualTo(today.budget().limit());
        assertThat(today.budget().limit()).isBetween(WHOLE / 2L - 3, WHOLE / 2L + 3);
        assertThat(ofHot()).allSatisfy((_, cadence) -> assertThat(cadence.visitsPerDay()).isGreaterThanOrEqualTo(48));
        assertThat(plan().paused()).isNotEmpty();
        assertThat(plan().unitsPerDay()).isLessThanOrEqualTo(plan().ratePerDay() + 1e-6);
        bench.now = Instant.parse("2026-02-04T00:05:00Z");
        assertThat(bench.live().sources().list().getFirst().budgets().getFirst().budget().limit())
                .as("after three days all of it is tried").isEqualTo(WHOLE);
    }

    @Test
    void pinsThatCannotBePaidAreCutAndThePlanSaysSo() {
        bench.units = 40;
        Watch pinned = bench.live().watches().list().stream().map(WatchList.Watched::watch)
                .filter(watch -> watch.subject().target().equals("a")).findFirst().orElseThrow();
        bench.live().watches().change(pinned.id(),
                new Manner(Watch.Kind.TOPIC, Watch.Priority.LOW, true, Duration.ofMinutes(15), 20));

        SourcePlan plan = bench.live().plans().renew().getFirst();

        assertThat(plan.pinsKept()).isFalse();
        assertThat(plan.watches()).filteredOn(one -> one.watch().pinned()).singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo(PollPlan.Why.PIN_CUT));
    }
}
