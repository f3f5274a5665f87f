package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.Source;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a round asks for, whom, and in which order.
class RoundCollectorTest {

    private static final String VIDEOS = "SELECT entity_id || ' ' || views FROM %s WHERE kind = 'video' AND source = '";

    private final LiveBench bench = new LiveBench();
    private final String hashtag = "hashtag:" + LiveBench.busiest();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> videos(String source) {
        return bench.rows(Collected.OBSERVATION, VIDEOS + source + "' ORDER BY 1");
    }

    private static List<String> truth() {
        return LiveBench.truth().stream().map((Shown video) -> video.id() + " " + video.views()).sorted().toList();
    }

    @Test
    void whatIsWatchedComesIntoTheLakeAsItIs() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);

        RoundReport report = bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        assertThat(report.requests()).isEqualTo(3);
        assertThat(report.pages()).isEqualTo(3);
        assertThat(report.done()).isEqualTo(2);
        assertThat(report.taken().items()).isEqualTo(2L * truth().size());
        assertThat(report.taken().quarantined()).isEmpty();
        assertThat(bench.rows(AnswerDataset.ANSWER, "SELECT source || page FROM %s ORDER BY 1"))
                .containsExactly("sim-ensembledata1", "sim-ensembledata2", "sim-tiktok-research1");
        assertThat(bench.list("select count(*) from answer_inbox", Long.class)).containsExactly(0L);
    }

    @Test
    void aSlotIsVisitedOnceAndTheNextOneAgain() {
        bench.watch("ensembledata", hashtag, 1);

        assertThat(bench.round().requests()).isEqualTo(1);
        assertThat(bench.round().requests()).isZero();
        bench.now = Instant.parse("2026-02-01T12:59:59Z");
        assertThat(bench.round().requests()).isZero();
        bench.now = Instant.parse("2026-02-01T13:00:00Z");
        assertThat(bench.round().requests()).isEqualTo(1);
    }

    @Test
    void aSubjectThatIsNotThereEndsItsSweep() {
        bench.watch("ensembledata", "creator:nobody.at.all", 10);

        assertThat(bench.round().done()).isEqualTo(1);
        assertThat(bench.live().watches().list().getFirst().last().note()).isEqualTo("HTTP 463: User not found");
    }

    @Test
    void whatWaitsIsStoredOnceForAllVideosOfATurn() {
        bench.watch("ensembledata", hashtag, 1);
        bench.now = bench.now.plusSeconds(1);
        for (int i = 0; i < 3; i++) {
            bench.watch("ensembledata", "video:" + (7_600_000_000_000_000_001L + i), 1);
        }
        var storings = new AtomicInteger();
        bench.intake = intake -> (tenant, answers, alongside) -> {
            storings.incrementAndGet();
            return intake.take(tenant, answers, alongside);
        };

        assertThat(bench.round().requests()).isEqualTo(4);

        assertThat(storings).as("before the videos, and at the end").hasValue(2);
    }

    @Test
    void sourcesTakeTheirTurnsAtTheSameTime() {
        bench.watch("ensembledata", hashtag, 1);
        bench.watch("tiktok-research", hashtag, 1);
        var both = new CyclicBarrier(2);
        UnaryOperator<Source> meeting = source -> new Interrupted(source, _ -> {
            try {
                both.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("nobody else asks", alone);
            }
        });
        bench.sources = meeting;
        bench.researches = meeting;

        RoundReport report = bench.round();

        assertThat(report.broken()).isZero();
        assertThat(report.done()).isEqualTo(2);
    }

    @Test
    void whenASourceFailsForGoodTheOthersEndBehindThePageUnderWay() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);
        var failed = new CountDownLatch(1);
        bench.researches = source -> new Interrupted(source, _ -> {
            failed.countDown();
            throw new Killed();
        });
        bench.sources = source -> new Interrupted(source, _ -> {
            try {
                assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThatThrownBy(bench::round).isInstanceOf(Killed.class);
        bench.researches = source -> source;
        bench.sources = source -> source;
        bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
    }

    @Test
    void aSweepThatMeetsAFaultEndsNoOther() {
        bench.watch("ensembledata", hashtag, 1);
        bench.watch("tiktok-research", hashtag, 10);
        bench.sources = source -> new Interrupted(source, _ -> {
            throw new IllegalArgumentException("https://provider.example/?token=hush");
        });

        RoundReport report = bench.round();

        assertThat(report.broken()).isEqualTo(1);
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();
        assertThat(letter.reason()).isEqualTo("fault");
        assertThat(letter.detail()).contains("IllegalArgumentException").doesNotContain("hush");
        assertThat(bench.round().requests()).isZero();
    }

    @Test
    void oneRoundRunsAtATime() {
        bench.watch("ensembledata", hashtag, 1);
        bench.sources = source -> new Interrupted(source,
                _ -> assertThatThrownBy(bench::round).isInstanceOf(LiveRefused.class)
                        .hasMessageContaining("Another round"));

        assertThat(bench.round().requests()).isEqualTo(1);
    }
}
