package dev.upswell.server.creative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PatternWorkerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(PostedVideos.NOON);

    private final PostedVideos posted = PostedVideos.of(24, 2);

    /// The worker of a server of its own.
    private PatternWorker server() {
        return server(CLOCK);
    }

    /// @param clock of what it writes
    private PatternWorker server(InstantSource clock) {
        return new PatternWorker(new PatternRuns(posted.tenant, posted.database, clock), CLOCK);
    }

    private UUID cutOff(PatternRuns runs, String client, int at) {
        try (BegunSearch begun = runs.begin(
                new PatternRuns.Wanted(client, PatternSubject.of("bali", null), PostedVideos.QUICK, "ada"))) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> begun.run(1, (done, total) -> {
                if (done == at) {
                    throw new IllegalStateException("killed");
                }
            }));
            return begun.id();
        }
    }

    private static String json(PatternRun run) {
        return PatternJson.write(Objects.requireNonNull(run.analysis(), "it is done"));
    }

    @Test
    void aSearchThatWasCutOffIsTakenUpAndEndsAsIfNothingHadHappened() {
        String whole = json(posted.run());
        PatternWorker server = server();
        assertThat(server.isWaiting()).isFalse();
        assertThat(server.takeUp()).isEmpty();
        UUID id = cutOff(posted.runs, "Acme", 7);
        assertThat(server.isWaiting()).isTrue();

        Optional<PatternRun> taken = server.takeUp();

        assertThat(taken).map(PatternRun::id).hasValue(id);
        assertThat(taken).map(PatternWorkerTest::json).hasValue(whole);
        assertThat(posted.runs.get(id.toString())).isEqualTo(taken.orElseThrow());
        assertThat(server.way(id)).as("no longer at work").isEmpty();
        assertThat(server.isWaiting()).isFalse();
        assertThat(server.takeUp()).isEmpty();
    }

    @Test
    void aSearchIsGivenUpWhileVideosAreReadAndWhileChoicesAreCompared() {
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            PatternRun ended = begun.run(1, (done, total) -> {
                if (done == 7) {
                    posted.runs.giveUp(begun.id().toString(), "ada");
                }
            });
            assertThat(ended.end()).isInstanceOf(PatternRun.End.Failed.class);
            assertThat(ended.progress().done()).as("stops at the next video, what was read stays").isEqualTo(7);
            assertThat(((PatternRun.End.Failed) ended.end()).why())
                    .matches("Given up by ada after 7 of \\d+ videos\\.");
        }
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            PatternRun ended = begun.run(1, new PatternRuns.Progress() {
                @Override
                public void at(int done, int total) {
                }

                @Override
                public void searched(int steps, int total) {
                    if (steps == 1) {
                        posted.runs.giveUp(begun.id().toString(), "ada");
                    }
                }
            });
            assertThat(ended.analysis()).isNull();
            assertThat(ended.state()).isEqualTo("failed");
        }
        assertThat(server().takeUp()).as("nobody goes on with them").isEmpty();
    }

    @Test
    void whatWasCutOffIsGivenUpOnce() {
        UUID id = cutOff(posted.runs, "Acme", 5);

        posted.runs.giveUp(id.toString(), "ada");

        assertThat(server().isWaiting()).isFalse();
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.runs.giveUp(id.toString(), "bo"))
                .withMessageContaining("cannot be given up: it is failed");
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.runs.resume(id.toString()))
                .withMessageContaining("cannot go on: it is failed");
    }

    @Test
    void ofSeveralTheOneThatBeganFirstIsTakenUpFirst() {
        var later = new PatternRuns(posted.tenant, posted.database, () -> PostedVideos.NOON.plus(Duration.ofHours(1)));
        UUID second = cutOff(later, "Later", 3);
        UUID first = cutOff(posted.runs, "First", 5);
        PatternWorker server = server();

        assertThat(server.takeUp()).map(PatternRun::id).hasValue(first);
        assertThat(server.takeUp()).map(PatternRun::id).hasValue(second);
    }

    @Test
    void whatIsAtWorkElsewhereIsLeftToThoseWhoDoIt() {
        PatternWorker server = server();
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            assertThat(server.isWaiting()).isFalse();
            assertThat(server.takeUp()).isEmpty();
            assertThat(posted.runs.get(begun.id().toString()).state()).isEqualTo("open");
        }
        assertThat(server.isWaiting()).as("its process let go of it").isTrue();
    }

    @Test
    void ofTwoServersThatLookAtOnceOneTakesItUp() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID id = cutOff(posted.runs, "Acme", 12);
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<Optional<PatternRun>>> looks = new ArrayList<>();
            try (ExecutorService servers = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < 2; i++) {
                    PatternWorker server = server();
                    looks.add(servers.submit(() -> {
                        together.await();
                        return server.takeUp();
                    }));
                }
            }
            List<UUID> taken = new ArrayList<>();
            for (Future<Optional<PatternRun>> look : looks) {
                look.get().map(PatternRun::id).ifPresent(taken::add);
            }
            assertThat(taken).containsExactly(id);
        }
    }

    @Test
    void aSearchThatBreaksAServerThreeTimesIsLeftToPeopleAndToTheNextServer() {
        UUID id = cutOff(posted.runs, "Acme", 5);
        PatternWorker broken = server(() -> {
            throw new IllegalStateException("the clock stopped");
        });
        for (int i = 0; i < 3; i++) {
            assertThat(broken.isWaiting()).isTrue();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(broken::takeUp)
                    .withMessage("the clock stopped");
        }

        assertThat(broken.isWaiting()).isFalse();
        assertThat(broken.takeUp()).isEmpty();
        assertThat(broken.way(id)).isEmpty();
        assertThat(server().takeUp()).map(PatternRun::state).hasValue("done");
    }
}
