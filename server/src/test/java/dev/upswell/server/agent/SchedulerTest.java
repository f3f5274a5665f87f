package dev.upswell.server.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.event.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Bench bench = new Bench();
    private final Cadence quarterly = Cadence.of(Rule.of("15m"));

    @Test
    void eachSlotOfADayRunsOnceAmongTwoServers() {
        Job job = bench.job("ingestion", quarterly.backlog(5));
        Scheduler one = bench.server("one", job);
        Scheduler two = bench.server("two", job);
        one.look();

        for (int minute = 0; minute < 24 * 60; minute += 5) {
            bench.turn(Duration.ofMinutes(5), minute % 10 == 0 ? one : two, minute % 10 == 0 ? two : one);
        }

        assertThat(bench.done).hasSize(96).doesNotHaveDuplicates().contains("ingestion 10:15", "ingestion 10:00");
        assertThat(bench.runs("ingestion")).hasSize(96).allMatch(run -> run.startsWith("DONE 1"))
                .anyMatch(run -> run.endsWith("one")).anyMatch(run -> run.endsWith("two"));
    }

    @Test
    void aSlotThatServersClaimAtTheSameTimeIsOneServers() throws Exception {
        Job job = bench.job("ingestion", quarterly);
        bench.server("zero", job).look();
        List<Ledger> servers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            servers.add(new Ledger(bench.parts("server " + i)));
        }
        for (int round = 0; round < 10; round++) {
            bench.now = bench.now.plus(Duration.ofMinutes(15));
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                List<Future<Integer>> claims = new ArrayList<>();
                for (Ledger server : servers) {
                    claims.add(threads.submit(() -> server.claimDue("ingestion").map(run -> {
                        server.perform(job, run);
                        return 1;
                    }).orElse(0)));
                }
                int claimed = 0;
                for (Future<Integer> claim : claims) {
                    claimed += claim.get();
                }
                assertThat(claimed).isEqualTo(1);
            }
        }
        assertThat(bench.done).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whatAKilledServerHadBegunIsTakenOverWhenItsLeaseIsOver() {
        Job job = bench.job("ingestion", quarterly);
        Scheduler living = bench.server("living", job);
        living.look();
        bench.now = bench.now.plus(Duration.ofMinutes(15));
        assertThat(new Ledger(bench.parts("killed")).claimDue("ingestion")).isPresent();

        living.look();
        assertThat(bench.done).isEmpty();
        bench.execute("update agent_run set lease_until = clock_timestamp() - interval '1 s' where node = 'killed'");
        living.look();

        assertThat(bench.done).containsExactly("ingestion 10:15");
        assertThat(bench.runs("ingestion")).containsExactly("DONE 2 living");
        assertThat(bench.events("JOB_TAKEN_OVER")).singleElement().asString().contains("killed", "living");
    }

    @Test
    void aServerThatWasThoughtDeadEndsNothingOfItsHeirs() {
        Job job = bench.job("ingestion", quarterly);
        bench.server("heir", job).look();
        bench.now = bench.now.plus(Duration.ofMinutes(15));
        Ledger slow = new Ledger(bench.parts("slow"));
        RunRepository.Claimed run = slow.claimDue("ingestion").orElseThrow();
        bench.execute("update agent_run set lease_until = '-infinity' where state = 'RUNNING'");
        Ledger heir = new Ledger(bench.parts("heir"));
        RunRepository.Claimed inherited = heir.takeOver(List.of("ingestion")).getFirst();

        slow.perform(job, run);
        assertThat(bench.runs("ingestion")).containsExactly("RUNNING 2 heir");
        heir.perform(job, inherited);

        assertThat(bench.runs("ingestion")).containsExactly("DONE 2 heir");
    }

    @Test
    void aLeaseIsRenewedWhileItsServerLives() {
        Job job = bench.job("ingestion", quarterly);
        bench.server("one", job).look();
        bench.now = bench.now.plus(Duration.ofMinutes(15));
        Ledger one = new Ledger(bench.parts("one"));
        one.claimDue("ingestion");
        bench.execute("update agent_run set lease_until = clock_timestamp() + interval '1 s' where state = 'RUNNING'");

        one.live();

        assertThat(new Ledger(bench.parts("two")).takeOver(List.of("ingestion"))).isEmpty();
        bench.execute("update agent_run set lease_until = lease_until - interval '20 s' where state = 'RUNNING'");
        assertThat(new Ledger(bench.parts("two")).takeOver(List.of("ingestion"))).isEmpty();
    }

    @Test
    void aRunThatKillsEveryServerIsGivenUp() {
        Job job = bench.job("ingestion", quarterly);
        Scheduler server = bench.server("last", job);
        server.look();
        bench.now = bench.now.plus(Duration.ofMinutes(15));
        new Ledger(bench.parts("first")).claimDue("ingestion");
        bench.execute("update agent_run set attempt = 3, lease_until = '-infinity' where state = 'RUNNING'");

        server.look();

        assertThat(bench.done).isEmpty();
        assertThat(bench.runs("ingestion")).containsExactly("FAILED 4 last");
        assertThat(bench.events("JOB_FAILED")).singleElement().asString().contains("fell silent");
    }

    @Test
    void missedSlotsAreMadeUpForAsFarAsTheBacklogReachesAndTheRestIsTold() {
        Job job = bench.job("ingestion", quarterly.backlog(3));
        Scheduler server = bench.server("one", job);
        server.look();

        bench.turn(Duration.ofHours(2), server);
        bench.turn(Duration.ofSeconds(1), server);
        bench.turn(Duration.ofSeconds(1), server);
        bench.turn(Duration.ofSeconds(1), server);

        assertThat(bench.done).containsExactly("ingestion 11:30", "ingestion 11:45", "ingestion 12:00");
        assertThat(bench.events("SLOTS_SKIPPED")).filteredOn(event -> event.contains("ingestion")).singleElement()
                .asString().contains("\"slots\": 5");
    }

    @Test
    void aJobThatSkipsIsNotDoneLate() {
        Job job = bench.job("lake-upkeep", Cadence.of(Rule.of("1h")).skipping());
        Scheduler server = bench.server("one", job);
        server.look();

        bench.turn(Duration.ofMinutes(90), server);
        assertThat(bench.done).isEmpty();
        bench.turn(Duration.ofMinutes(31), server);

        assertThat(bench.done).containsExactly("lake-upkeep 12:00");
        assertThat(bench.runs("lake-upkeep")).containsExactly("SKIPPED 0", "DONE 1 one");
    }

    @Test
    void aRunThatFailsIsTriedAgainTwiceAndToldOnce() {
        Job job = new Job("audit", Role.GOVERNANCE, Cadence.of(Rule.of("1h")), turn -> {
            bench.done.add("tried");
            throw new IllegalStateException("no luck\nsecond line");
        });
        Scheduler server = bench.server("one", job);
        server.look();

        bench.turn(Duration.ofHours(1), server);
        for (int second = 0; second < 150; second += 30) {
            bench.turn(Duration.ofSeconds(30), server);
        }
        assertThat(bench.done).hasSize(3);
        assertThat(bench.runs("audit")).containsExactly("FAILED 3 one");
        bench.turn(Duration.ofHours(1), server);
        for (int minute = 0; minute < 5; minute++) {
            bench.turn(MINUTE, server);
        }

        assertThat(bench.runs("audit")).containsExactly("FAILED 3 one", "FAILED 3 one");
        assertThat(bench.events("JOB_FAILED")).singleElement().asString().contains("a fault within Upswell: no luck")
                .doesNotContain("second");
    }

    @Test
    void aServerThatIsStoppedLeavesItsRunsToOthersAtOnce() {
        Scheduler[] servers = new Scheduler[2];
        Job job = new Job("audit", Role.GOVERNANCE, Cadence.of(Rule.of("1h")), turn -> {
            if (bench.done.isEmpty()) {
                bench.done.add("cut off");
                servers[0].close();
                throw new IllegalStateException("interrupted");
            }
            bench.done.add("done");
            return Outcome.done(Map.of());
        });
        servers[0] = bench.server("one", job);
        servers[1] = bench.server("two", job);
        servers[0].look();

        bench.turn(Duration.ofHours(1), servers);

        assertThat(bench.done).containsExactly("cut off", "done");
        assertThat(bench.runs("audit")).containsExactly("DONE 2 two");
        assertThat(bench.events("JOB_FAILED")).isEmpty();
    }

    @Test
    void newDataAreFollowedOnceByWhicheverServerLooksFirst() {
        Job metrics = bench.job("metrics", Cadence.newData());
        Job predictions = bench.job("predictions", Cadence.newData());
        Scheduler one = bench.server("one", metrics, predictions);
        Scheduler two = bench.server("two", metrics, predictions);
        one.look();
        bench.turn(Duration.ofSeconds(6), two);
        bench.done.clear();

        bench.seen.put("reading", Bench.START.plus(MINUTE));
        bench.turn(Duration.ofSeconds(6), one, two);
        bench.turn(Duration.ofSeconds(6), one, two);

        assertThat(bench.done).containsExactly("metrics 10:00", "predictions 10:00");
    }

    @Test
    void aChainOfWhichAPieceFailsDoesTheOthersAndComesBackAfterAMinute() {
        Job metrics = bench.job("metrics", Cadence.newData());
        Job drift = new Job("drift", Role.EVALUATION, Cadence.newData(), turn -> {
            bench.done.add("drift");
            if (bench.now.isBefore(Bench.START.plus(MINUTE))) {
                throw new IllegalStateException("no luck");
            }
            return Outcome.done(Map.of());
        });
        Job predictions = bench.job("predictions", Cadence.newData());
        Scheduler server = bench.server("one", metrics, drift, predictions);

        server.look();
        bench.turn(Duration.ofSeconds(30), server);
        assertThat(bench.done).containsExactly("metrics 10:00", "drift", "predictions 10:00");
        bench.turn(Duration.ofSeconds(31), server);
        bench.turn(Duration.ofSeconds(31), server);

        assertThat(bench.done).hasSize(6).endsWith("metrics 10:01", "drift", "predictions 10:01");
    }

    @Test
    void aChainThatWasKilledIsBegunAnewByTheServerThatTakesOver() {
        Job metrics = bench.job("metrics", Cadence.newData());
        Job predictions = bench.job("predictions", Cadence.newData());
        Scheduler server = bench.server("living", metrics, predictions);
        server.look();
        bench.done.clear();
        bench.now = bench.now.plusSeconds(1);
        Ledger killed = new Ledger(bench.parts("killed"));
        killed.claimNow(Scheduler.SWEEP, Turn.Reason.NEW_DATA, false).orElseThrow();
        killed.claimNow("metrics", Turn.Reason.NEW_DATA, false).orElseThrow();
        bench.execute("delete from agent_mark");

        bench.turn(Duration.ofSeconds(6), server);
        assertThat(bench.done).isEmpty();
        bench.execute("update agent_run set lease_until = '-infinity' where node = 'killed'");
        bench.turn(Duration.ofSeconds(1), server);

        assertThat(bench.done).containsExactly("metrics 10:00", "predictions 10:00");
        assertThat(bench.runs("metrics")).containsExactly("DONE 1 living", "FAILED 2 living", "DONE 1 living");
        assertThat(bench.runs(Scheduler.SWEEP)).noneMatch(run -> run.startsWith("RUNNING"));
    }

    @Test
    void aJobThatIsOffIsLeftOutOfWhatFollowsNewData() {
        Job metrics = bench.job("metrics", Cadence.newData());
        Job predictions = bench.job("predictions", Cadence.newData());
        bench.agents(metrics, predictions).change("predictions", CadenceChange.enabled(false), "anna");

        bench.server("one", metrics, predictions).look();

        assertThat(bench.done).containsExactly("metrics 10:00");
    }

    @Test
    void aClockThatRunsAheadClaimsASlotEarlierAndNotTwice() {
        Job job = bench.job("ingestion", quarterly);
        Scheduler server = bench.server("one", job);
        server.look();

        bench.turn(Duration.ofMinutes(15), server);
        bench.now = bench.now.minus(Duration.ofMinutes(5));
        server.look();
        bench.turn(Duration.ofMinutes(5), server);

        assertThat(bench.done).containsExactly("ingestion 10:15");
    }

    @Test
    void aClockThatStandsStillKeepsNobodyFromFollowingNewData() {
        Job metrics = bench.job("metrics", Cadence.newData());
        Scheduler server = bench.server("one", metrics);
        server.look();

        bench.seen.put("reading", Bench.START.plus(MINUTE));
        for (int look = 0; look < 5; look++) {
            server.look();
        }

        assertThat(bench.done).hasSize(2);
        assertThat(bench.runs(Scheduler.SWEEP)).containsExactly("DONE 1 one", "DONE 1 one");
    }

    @Test
    void whatComesWithALaterCapabilityNeverRuns() {
        Scheduler server = bench.server("one", Job.later("semantics", Role.SEMANTIC, Cadence.of(Rule.of("4h"))));
        server.look();

        bench.turn(Duration.ofDays(2), server);

        assertThat(bench.runs("semantics")).isEmpty();
    }

    @Test
    void aSlotOfTheFutureIsToldAndAPassedOneIsDueNow() {
        Job job = bench.job("ingestion", quarterly);
        Agents agents = bench.agents(job);

        assertThat(agents.get("ingestion").next()).isEqualTo(Instant.parse("2026-01-05T10:15:00Z"));
        bench.now = bench.now.plus(Duration.ofMinutes(20));
        assertThat(agents.get("ingestion").next()).isEqualTo(Instant.parse("2026-01-05T10:15:00Z"));
    }

    @Test
    void aJobThatDoesAllThereIsLeavesNoRunWhereNothingWaitsAndNoWordOfMissedSlots() {
        AtomicBoolean waiting = new AtomicBoolean();
        Job all = new Job("notices", Role.NOTIFICATION, Cadence.of(Rule.every(Duration.ofMinutes(1))),
                bench.job("notices", Cadence.newData()).work(), waiting::get);
        Scheduler server = bench.server("one", all);
        server.register();

        bench.turn(Duration.ofMinutes(1), server);
        bench.turn(Duration.ofMinutes(7), server);
        assertThat(bench.runs("notices")).isEmpty();
        waiting.set(true);
        bench.turn(Duration.ofMinutes(9), server);

        assertThat(bench.done).containsExactly("notices 10:17");
        assertThat(bench.runs("notices")).containsExactly("DONE 1 one");
        assertThat(bench.events("SLOTS_SKIPPED").stream().filter(facts -> facts.contains("notices"))).isEmpty();
    }
}
