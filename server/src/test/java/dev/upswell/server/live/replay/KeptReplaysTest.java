package dev.upswell.server.live.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays.Replay.Wanted;
import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.replay.KeptAnswerRepository.Placed;
import dev.upswell.server.live.replay.KeptAnswerRepository.Portion;
import dev.upswell.server.live.sweep.LiveBench;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptReplaysTest {

    private static final Wanted ALL = new Wanted("", null, null, true);

    private final LiveBench bench = new LiveBench();

    @AfterEach
    void close() {
        bench.close();
    }

    /// An answer with one video of five views and one of these.
    private void store(int number, Instant at, String views) {
        bench.store("hashtag:n" + number, at, """
            {"data":[{"aweme_id":"76000000000000%05d","statistics":{"play_count":5}},
             {"aweme_id":"77000000000000%05d","statistics":{"play_count":%s}}]}""".formatted(number, number, views));
    }

    private Replay done(Wanted wanted) {
        Replay asked = bench.replays().ask(wanted, null);
        bench.replays().work();
        return bench.replays().find(asked.id());
    }

    @Test
    void answersOfATimeAndSourceAreReadAgainAndNothingIsDoubled() {
        for (int hour = 0; hour < 4; hour++) {
            store(hour, LiveBench.NOON.plus(Duration.ofHours(hour)), "\"lots\"");
        }
        store(9, LiveBench.NOON.plus(Duration.ofHours(9)), "7");
        List<String> before = readings();
        Instant one = LiveBench.NOON.plus(Duration.ofHours(1));
        Instant three = LiveBench.NOON.plus(Duration.ofHours(3));

        assertThat(done(new Wanted("", one, three, false))).satisfies(replay -> {
            assertThat(replay.state()).isEqualTo("done");
            assertThat(List.of(replay.answers(), replay.stored(), replay.left(), replay.failed()))
                    .containsExactly(2L, 0L, 2L, 0L);
        });
        assertThat(done(new Wanted("sim-ensembledata", null, null, false)).answers()).isEqualTo(4);
        assertThat(done(ALL).answers()).isEqualTo(5);
        assertThat(done(new Wanted("tiktok-research", null, null, true)).answers()).isZero();

        assertThat(bench.list("select count(*) from quarantine", Long.class)).containsExactly(4L);
        assertThat(readings()).isEqualTo(before).hasSize(6);
        assertThat(bench.list("select payload->>'answers' from event_log where type = 'ANSWERS_REPLAYED'",
                String.class)).containsExactlyInAnyOrder("2", "4", "5", "0");
        assertThat(bench.begun).isEqualTo(4);
    }

    private List<String> readings() {
        return bench.rows(Collected.OBSERVATION,
                "SELECT entity_id || ' ' || source || ' ' || views FROM %s ORDER BY 1");
    }

    @Test
    void aRunMeansItsTime() {
        store(1, LiveBench.NOON, "\"lots\"");
        store(2, LiveBench.NOON.plus(Duration.ofMinutes(6)), "\"lots\"");

        Replay asked = bench.replays().ask(new Wanted("", null, null, true), LiveBench.NOON);
        bench.replays().work();

        assertThat(bench.replays().find(asked.id()).answers()).isEqualTo(1);
        assertThatThrownBy(() -> bench.replays().ask(ALL, LiveBench.NOON.plusSeconds(900)))
                .isInstanceOf(LiveRefused.class)
                .hasMessageStartingWith("There is no run of ingestion of the slot 2026-02-01T12:35:00Z.");
    }

    @Test
    void aReplayGoesOnBehindTheLastStepThatWasKept() {
        for (int number = 0; number < 45; number++) {
            store(number, LiveBench.NOON.plusSeconds(number % 3), "\"lots\"");
        }
        List<Integer> taken = new ArrayList<>();
        bench.intake = answers -> new Counting(answers, taken, 2);
        Replay asked = bench.replays().ask(ALL, null);

        assertThatThrownBy(() -> bench.replays().work()).isInstanceOf(Stopped.class);
        assertThat(bench.replays().find(asked.id())).extracting(Replay::answers, Replay::state)
                .containsExactly(20L, "open");
        bench.intake = answers -> new Counting(answers, taken, Integer.MAX_VALUE);
        assertThat(bench.replays().work()).isEqualTo(25);

        assertThat(taken).containsExactly(20, 20, 20, 5);
        assertThat(bench.replays().find(asked.id())).extracting(Replay::answers, Replay::left, Replay::state)
                .containsExactly(45L, 45L, "done");
        assertThat(bench.replays().work()).isZero();
    }

    @Test
    void anAnswerThatNoMapperTakesHoldsUpNoOther() {
        for (int number = 0; number < 3; number++) {
            store(number, LiveBench.NOON.plusSeconds(number), "\"lots\"");
        }
        bench.intake = answers -> (tenant, some, alongside) -> {
            if (some.stream().anyMatch(one -> one.name().contains("n1 "))) {
                throw new IllegalStateException("made up");
            }
            return answers.take(tenant, some, alongside);
        };

        assertThat(done(ALL)).extracting(Replay::answers, Replay::failed, Replay::left, Replay::state)
                .containsExactly(3L, 1L, 2L, "done");
    }

    @Test
    void anAnswerThatTheStoreRefusesForGoodHoldsUpNoOtherEvenAlone() {
        for (int number = 0; number < 3; number++) {
            store(number, LiveBench.NOON.plusSeconds(number), "\"lots\"");
        }
        bench.intake = answers -> (tenant, some, alongside) -> {
            if (some.stream().anyMatch(one -> one.name().contains("n1 "))) {
                throw StoreException.permanent("made up", "lake", "Look at it.", null);
            }
            return answers.take(tenant, some, alongside);
        };

        assertThat(done(ALL)).extracting(Replay::answers, Replay::failed, Replay::left, Replay::state)
                .containsExactly(3L, 1L, 2L, "done");
        assertThat(done(new Wanted("", LiveBench.NOON.plusSeconds(1), LiveBench.NOON.plusSeconds(2), true)))
                .extracting(Replay::answers, Replay::failed, Replay::state).containsExactly(1L, 1L, "done");
    }

    @Test
    void whereTheStoreRefusesEveryAnswerNoneIsPassedOver() {
        store(0, LiveBench.NOON, "\"lots\"");
        store(1, LiveBench.NOON, "\"lots\"");
        bench.intake = answers -> (tenant, some, alongside) -> {
            throw StoreException.permanent("the disk is full", "lake", "Make room.", null);
        };
        Replay asked = bench.replays().ask(ALL, null);

        assertThatThrownBy(() -> bench.replays().work()).isInstanceOf(StoreException.class);

        assertThat(bench.replays().find(asked.id())).extracting(Replay::answers, Replay::state)
                .containsExactly(0L, "open");
    }

    @Test
    void longAnswersAreReadFewAtATimeAndNoneIsMissed() {
        for (int number = 0; number < 5; number++) {
            store(number, LiveBench.NOON.plusSeconds(number / 2), "7");
        }
        List<String> read = new ArrayList<>();
        try (LakeSession lake = bench.database.lake().open(bench.tenant)) {
            var answers = new KeptAnswerRepository(lake);
            var two = new Portion(20, 200);
            List<Placed> next = answers.next(ALL, null, List.of(), two);
            while (!next.isEmpty()) {
                assertThat(next).hasSizeLessThanOrEqualTo(2);
                next.forEach(one -> read.add(one.answer().orElseThrow().name()));
                next = answers.next(ALL, next.getLast().place(), List.of(), two);
            }
        }
        assertThat(read).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aStoreThatFailsEndsTheWorkAndLosesNothing() {
        store(0, LiveBench.NOON, "\"lots\"");
        bench.intake = answers -> (tenant, some, alongside) -> {
            throw StoreException.retryable("another process stored", "lake", "Try again.", null);
        };
        Replay asked = bench.replays().ask(ALL, null);

        assertThatThrownBy(() -> bench.replays().work()).isInstanceOf(StoreException.class);

        assertThat(bench.replays().find(asked.id())).extracting(Replay::answers, Replay::state)
                .containsExactly(0L, "open");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> bench.replays().ask(new Wanted("", LiveBench.NOON, LiveBench.NOON, true), null))
                .isInstanceOf(LiveRefused.class)
                .hasMessage("There is no time from 2026-02-01T12:20:00Z until before 2026-02-01T12:20:00Z.\n"
                        + "Write the earlier instant first.");
        assertThatThrownBy(() -> bench.replays().find(UUID.randomUUID())).isInstanceOf(LiveRefused.class);
        try (TenantLocks.Held _ = bench.database.locks().acquire(bench.tenant, "replay")) {
            assertThatThrownBy(() -> bench.replays().work()).isInstanceOf(LiveRefused.class)
                    .hasMessageStartingWith("Raw answers are being read again already.");
        }
        assertThat(bench.replays().count()).isZero();
    }

    /// Stops everything, as a kill does.
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// @param until the call in the middle of which the process is killed, behind what it stored
    private record Counting(AnswerIntake answers, List<Integer> taken, int until) implements AnswerIntake {

        @Override
        public TakenIn take(TenantId tenant, List<RawAnswer> some, Consumer<JdbcClient> alongside) {
            TakenIn in = answers.take(tenant, some, alongside);
            taken.add(some.size());
            if (taken.size() == until) {
                throw new Stopped();
            }
            return in;
        }
    }
}
