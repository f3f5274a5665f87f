package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Shares;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever is cut off, and wherever, the end is the same.
class SweepKillTest {

    private static final String READINGS = "SELECT to_json(r)::VARCHAR FROM (SELECT * FROM %s ORDER BY ALL) AS r";

    private static LiveBench undisturbed;
    private static String end;

    /// Ends the work at chosen steps: before and after each answer, and before, within and after each storing.
    private static final class Killer {

        private final LongPredicate at;
        private long steps;

        Killer(LongPredicate at) {
            this.at = at;
        }

        synchronized void step() {
            if (at.test(++steps)) {
                throw new Killed();
            }
        }
    }

    @BeforeAll
    static void collectUndisturbed() {
        undisturbed = new LiveBench();
        watch(undisturbed);
        undisturbed.round();
        end = undisturbed.dump();
    }

    @AfterAll
    static void close() {
        undisturbed.close();
    }

    private static void watch(LiveBench bench) {
        bench.watch("ensembledata", "hashtag:" + LiveBench.busiest(), 10);
        bench.watch("ensembledata", "keyword:the", 3);
        bench.watch("tiktok-research", "keyword:the", 10);
    }

    /// Collects with kills until a round comes through, and returns how many steps there were.
    private static long collect(LiveBench bench, Killer killer) {
        bench.sources = source -> new Interrupted(source, (Answer _) -> killer.step());
        bench.intake = intake -> (tenant, answers, alongside) -> {
            killer.step();
            var taken = intake.take(tenant, answers, db -> {
                alongside.accept(db);
                killer.step();
            });
            killer.step();
            return taken;
        };
        for (int rounds = 0; rounds < 300; rounds++) {
            try {
                killer.step();
                bench.round();
                return killer.steps;
            } catch (Killed next) {
                assertThat(next).hasNoCause();
            }
        }
        throw new AssertionError("300 rounds did not come to an end");
    }

    @Test
    void aKillChangesNothingOfTheEnd() {
        killsAtEvery(4);
    }

    @Test
    @Tag("slow")
    void aKillAtAnyStepChangesNothingOfTheEnd() {
        killsAtEvery(1);
    }

    private static void killsAtEvery(int every) {
        assertThat(end).contains("\"source\":\"sim-ensembledata\"").contains("dataset answer");
        LiveBench whole = new LiveBench(undisturbed);
        watch(whole);
        long steps = collect(whole, new Killer(_ -> false));
        assertThat(steps).isGreaterThan(8);
        for (long kill = 1; kill <= steps; kill += every) {
            long at = kill;
            LiveBench bench = new LiveBench(undisturbed);
            watch(bench);

            collect(bench, new Killer(step -> step == at));

            assertThat(bench.dump()).as("killed at step " + at).isEqualTo(end);
        }
    }

    @Test
    @Tag("slow")
    void killsAtTwoHundredRandomStepsChangeNothingOfTheEnd() {
        SplittableRandom chance = new SplittableRandom(11);
        long[] kills = {0};
        while (kills[0] < 200) {
            LiveBench bench = new LiveBench(undisturbed);
            watch(bench);

            collect(bench, new Killer(_ -> {
                boolean killed = chance.nextDouble() < 0.3;
                kills[0] += killed ? 1 : 0;
                return killed;
            }));

            assertThat(bench.dump()).as("after " + kills[0] + " kills").isEqualTo(end);
        }
    }

    @Test
    void faultsOfTheProviderLoseAndDoubleNothing() {
        Shares faults = new Shares(Map.of(Fate.THROTTLED, 0.1, Fate.FAILING, 0.1, Fate.MALFORMED, 0.05,
                Fate.REPEATED, 0.1), Duration.ZERO);
        try (LiveBench bench = new LiveBench(faults)) {
            bench.toAnswer = Duration.ofMillis(1_000);
            bench.sandbox.order(Fate.ANSWERED, Fate.SILENT, Fate.MALFORMED);
            watch(bench);
            bench.watch("ensembledata", "keyword:a", 20);
            bench.round();
            for (int again = 0; again < 20 && bench.live().deadLetters().count() > 0; again++) {
                List<DeadLetter> letters = bench.live().deadLetters().list(10, 0);
                letters.forEach(letter -> bench.live().deadLetters().replay(letter.id()));
                bench.round();
            }
            LiveBench flawless = new LiveBench(undisturbed);
            watch(flawless);
            flawless.watch("ensembledata", "keyword:a", 20);
            RoundReport report = flawless.round();

            assertThat(report.broken()).isZero();
            assertThat(bench.rows(Collected.OBSERVATION, READINGS))
                    .isEqualTo(flawless.rows(Collected.OBSERVATION, READINGS)).hasSizeGreaterThan(500);
            assertThat(bench.list("select distinct outcome from source_request", String.class))
                    .contains("page", "retry-later", "malformed");
        }
    }
}
