package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.store.StoreException;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundCollectorTest {

    private static final String VIDEOS = "SELECT entity_id || ' ' || views FROM %s WHERE kind = 'video' AND source = '";
    private static final LocalDate TODAY = LocalDate.parse("2026-02-01");

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

    private SourceStatus status() {
        return bench.live().sources().list().getFirst();
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
    void budgetsHoldAndTheSweepGoesOnAtItsCursorTheNextDay() {
        bench.units = 1;
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("ensembledata", "keyword:the", 10);

        RoundReport first = bench.round();
        RoundReport again = bench.round();

        assertThat(first.requests()).isEqualTo(1);
        assertThat(first.left()).extracting(RoundReport.Left::why)
                .containsOnly("the budget of units is used up until 2026-02-02T00:00:00Z").hasSize(2);
        assertThat(again.requests()).isZero();
        assertThat(bench.sandbox.unitsCharged(TODAY)).isEqualTo(1);
        assertThat(status().budgets().getFirst().used()).isEqualTo(1);
        assertThat(status().budgets().getFirst().share()).isEqualTo(1);

        bench.now = Instant.parse("2026-02-02T00:00:00Z");
        bench.round();

        assertThat(bench.list("select subject || ' ' || page from source_request order by asked_at, page",
                String.class)).containsExactly(hashtag + " 1", hashtag + " 2");
        assertThat(bench.sandbox.unitsCharged(TODAY.plusDays(1))).isEqualTo(1);
    }

    @Test
    void aRequestUnderWayOverMidnightCountsOnBothSides() {
        bench.units = 1;
        bench.now = Instant.parse("2026-02-01T23:59:59Z");
        bench.watch("ensembledata", "keyword:the", 1);
        bench.sources = source -> new Interrupted(source, _ -> bench.now = Instant.parse("2026-02-02T00:00:01Z"));
        bench.round();
        bench.watch("ensembledata", hashtag, 1);

        assertThat(bench.round().requests()).isZero();
    }

    @Test
    void aRequestThatWasCutOffStaysPaid() {
        bench.units = 1;
        bench.watch("ensembledata", hashtag, 1);
        bench.sources = source -> new Interrupted(source, _ -> {
            throw new Killed();
        });
        assertThatThrownBy(bench::round).isInstanceOf(Killed.class);
        bench.sources = source -> source;

        assertThat(bench.round().requests()).isZero();
        assertThat(status().budgets().getFirst().used()).isEqualTo(1);
    }

    @Test
    void whatFailsIsTriedThreeTimesWithGrowingPauses() {
        bench.watch("ensembledata", hashtag, 1);
        bench.sandbox.order(Fate.FAILING, Fate.MALFORMED);

        RoundReport report = bench.round();

        assertThat(report.requests()).isEqualTo(3);
        assertThat(report.pages()).isEqualTo(1);
        assertThat(bench.pauses).hasSize(2);
        assertThat(bench.pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(bench.pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(bench.list("select outcome from source_request order by outcome", String.class))
                .containsExactly("malformed", "page", "retry-later");
    }

    @Test
    void theProvidersWishToWaitIsMet() {
        bench.watch("ensembledata", hashtag, 1);
        bench.sandbox.order(Fate.THROTTLED);

        bench.round();

        assertThat(bench.pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aRequestThatFailsForGoodIsADeadLetterAndGoesOnAtItsCursorWhenReplayed() {
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.ANSWERED, Fate.FAILING, Fate.FAILING, Fate.MALFORMED);

        RoundReport report = bench.round();

        assertThat(report.broken()).isEqualTo(1);
        assertThat(report.pages()).isEqualTo(1);
        assertThat(bench.live().watches().list().getFirst().last().state()).isEqualTo("BROKEN");
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();
        assertThat(letter.subject()).isEqualTo(hashtag);
        assertThat(letter.page()).isEqualTo(2);
        assertThat(letter.reason()).isEqualTo("malformed");
        assertThat(letter.body()).startsWith("{\"data\":");
        assertThat(letter.tries()).isEqualTo(3);
        assertThat(bench.round().requests()).isZero();

        bench.live().deadLetters().replay(letter.id());
        bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
        assertThat(bench.live().deadLetters().count()).isZero();
        assertThatThrownBy(() -> bench.live().deadLetters().replay(letter.id()))
                .isInstanceOfSatisfying(LiveRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LiveRefused.Reason.UNKNOWN));
    }

    @Test
    void aLetterWhoseSubjectIsVisitedAnewWaits() {
        bench.units = 3;
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.FAILING, Fate.FAILING, Fate.FAILING);
        bench.round();
        bench.now = bench.now.plus(Duration.ofHours(1));
        bench.units = 1;
        bench.round();
        bench.round();
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();

        assertThatThrownBy(() -> bench.live().deadLetters().replay(letter.id())).isInstanceOf(LiveRefused.class)
                .hasMessageContaining("visited anew");

        bench.live().deadLetters().drop(letter.id());
        assertThat(bench.live().deadLetters().count()).isZero();
    }

    @Test
    void aKeyThatIsNotLetInIsTriedAgainTheNextDayOrWhenItChanges() {
        bench.token = "stale-token";
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("ensembledata", "keyword:the", 1);

        assertThat(bench.round().requests()).isEqualTo(1);
        assertThat(bench.round().requests()).isZero();
        assertThat(status().pause()).isEqualTo(new SourceStatus.Paused("HTTP 491: Invalid token",
                Instant.parse("2026-02-02T00:00:00Z")));
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update source_key set paused_until = null").update());
        assertThat(bench.round().requests()).as("paused before pauses had an end").isZero();
        bench.now = Instant.parse("2026-02-02T00:00:00Z");
        assertThat(bench.round().requests()).as("one try a day").isEqualTo(1);
        assertThat(status().pause()).isEqualTo(new SourceStatus.Paused("HTTP 491: Invalid token",
                Instant.parse("2026-02-03T00:00:00Z")));

        bench.token = SandboxSettings.TOKEN;
        assertThat(bench.round().done()).isEqualTo(2);
        assertThat(status().pause()).isNull();
    }

    @Test
    void aSubjectThatIsNotThereEndsItsSweep() {
        bench.watch("ensembledata", "creator:nobody.at.all", 10);

        assertThat(bench.round().done()).isEqualTo(1);
        assertThat(bench.live().watches().list().getFirst().last().note()).isEqualTo("HTTP 463: User not found");
    }

    @Test
    void anAnswerThatCannotBeStoredHoldsUpNoOther() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);
        bench.intake = intake -> (tenant, answers, alongside) -> {
            if (answers.stream().anyMatch(answer -> answer.name().equals("sim-ensembledata " + hashtag + " page 1"))) {
                throw new IllegalStateException("a fault of the mapper");
            }
            return intake.take(tenant, answers, alongside);
        };

        RoundReport report = bench.round();

        assertThat(report.taken().unstorable()).isEqualTo(1);
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();
        assertThat(letter.reason()).isEqualTo("unstorable");

        bench.intake = intake -> intake;
        bench.live().deadLetters().replay(letter.id());
        bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
    }

    @Test
    void anAnswerThatTheStoreRefusesForGoodIsALetterAndTheOthersGoOn() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);
        bench.intake = intake -> (tenant, answers, alongside) -> {
            if (answers.stream().anyMatch(answer -> answer.name().equals("sim-ensembledata " + hashtag + " page 1"))) {
                throw StoreException.permanent("the answer was not stored", "lake", "Look at it.", null);
            }
            return intake.take(tenant, answers, alongside);
        };

        RoundReport report = bench.round();

        assertThat(report.taken().unstorable()).isEqualTo(1);
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        assertThat(videos("sim-ensembledata")).as("the second page").isNotEmpty();
        assertThat(bench.list("select count(*) from answer_inbox", Long.class)).containsExactly(0L);
        assertThat(bench.live().deadLetters().list(10, 0)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("unstorable");
            assertThat(letter.detail()).contains("StoreException");
        });
    }

    @Test
    void whereTheStoreRefusesEveryAnswerNothingIsALetter() {
        bench.watch("ensembledata", hashtag, 10);
        bench.intake = intake -> (_, _, _) -> {
            throw StoreException.permanent("the disk is full", "lake", "Make room.", null);
        };

        assertThatThrownBy(bench::round).isInstanceOf(StoreException.class).hasMessageContaining("the disk is full");

        assertThat(bench.live().deadLetters().count()).isZero();
        bench.intake = intake -> intake;
        bench.round();
        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
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
    void listsOfLettersHoldTheBeginningsOfBodiesAndOneLetterAllOfIt() {
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.MALFORMED, Fate.MALFORMED, Fate.MALFORMED);
        bench.round();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update dead_letter set body = repeat('é', 5000)").update());
        DeadLetter listed = bench.live().deadLetters().list(10, 0).getFirst();
        String start = listed.id().toString().substring(0, 8).toUpperCase(Locale.ROOT);

        assertThat(listed.body()).isEqualTo("é".repeat(2_000));
        assertThat(bench.live().deadLetters().beginningWith(start, 2)).containsExactly(listed);
        assertThat(bench.live().deadLetters().beginningWith("%", 2)).isEmpty();
        assertThat(bench.live().deadLetters().find(listed.id()).body()).hasSize(5_000);
    }

    @Test
    void whoeverCannotBeReachedCostsNothingAndBuriesNothing() {
        bench.watch("ensembledata", hashtag, 1);
        bench.watch("ensembledata", "keyword:the", 1);
        bench.watch("tiktok-research", hashtag, 10);
        bench.sources = source -> new Interrupted(source, _ -> {
        }, new Answer.Unreached("it cannot be reached"));

        RoundReport report = bench.round();

        assertThat(report.requests()).as("three tries there, one at the other").isEqualTo(4);
        assertThat(report.broken()).isZero();
        assertThat(report.left()).extracting(RoundReport.Left::why).containsExactly("it cannot be reached",
                "it cannot be reached");
        assertThat(status().budgets().getFirst().used()).isZero();
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());

        bench.sources = source -> source;
        assertThat(bench.round().done()).isEqualTo(2);

        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update source_request set outcome = 'unreached'").update());
        assertThat(bench.live().sources().list()).flatExtracting(SourceStatus::budgets)
                .extracting(SourceStatus.Use::used).as("budgets of requests too").containsOnly(0L);
    }

    @Test
    void requestsLongBeforeASpanAreNotLookedAt() {
        bench.watch("ensembledata", hashtag, 1);
        bench.round();
        assertThat(status().budgets().getFirst().used()).isEqualTo(1);

        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update source_request set asked_at = '2026-01-31T22:59:59Z'").update());

        assertThat(status().budgets().getFirst().used()).isZero();
    }

    @Test
    void oneRoundRunsAtATime() {
        bench.watch("ensembledata", hashtag, 1);
        bench.sources = source -> new Interrupted(source,
                _ -> assertThatThrownBy(bench::round).isInstanceOf(LiveRefused.class)
                        .hasMessageContaining("Another round"));

        assertThat(bench.round().requests()).isEqualTo(1);
    }

    @Test
    void thePaceOfAProviderIsKeptByWaiting() {
        for (int i = 0; i < 12; i++) {
            bench.watch("tiktok-research", "video:" + (7_600_000_000_000_000_000L + i), 1);
        }
        bench.moving = true;

        RoundReport report = bench.round();

        assertThat(report.requests()).isEqualTo(12);
        assertThat(bench.pauses).containsExactly(Duration.ofMillis(1_001));
    }
}
