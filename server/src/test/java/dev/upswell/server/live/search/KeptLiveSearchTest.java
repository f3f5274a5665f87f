package dev.upswell.server.live.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.Found;
import dev.upswell.server.live.LiveSearch.State;
import dev.upswell.server.live.LiveSearch.Wish;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.live.sweep.Interrupted;
import dev.upswell.server.live.sweep.Killed;
import dev.upswell.server.live.sweep.LiveBench;
import dev.upswell.server.sandbox.Fate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Searches by words at a sandbox: what is put, what it costs, what is kept, and what is told where nothing comes.
class KeptLiveSearchTest {

    private static final String NONSENSE = "zzz nobody says this";

    private final LiveBench bench = new LiveBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Wish wish(String... queries) {
        return new Wish("", List.of(queries), 20, 100, Duration.ofHours(1), Duration.ofSeconds(30));
    }

    private Found find(String... queries) {
        return bench.search().find(wish(queries));
    }

    private Answered one(String query) {
        return find(query).answers().getFirst();
    }

    private long units() {
        return bench.sandbox.unitsCharged(LiveBench.NOON.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private List<String> stored() {
        return bench.rows(Collected.VIDEO, "SELECT DISTINCT video_id FROM %s ORDER BY 1");
    }

    private void answering(String... posts) {
        String body = "{\"data\":{\"data\":[" + String.join(",", posts) + "]}}";
        bench.sources = source -> new Interrupted(source, _ -> {
        }, new Answer.Page(new Answer.Receipt(200, 1), FileFormat.ENSEMBLEDATA_POSTS, body, null, false));
    }

    private static String post(long id, String status) {
        return """
            {"aweme_info":{"aweme_id":"%d","desc":"noodles #food","create_time":1769900000,"author":{"unique_id":"cook"},
             "statistics":{"play_count":70,"digg_count":7},"status":{%s}}}"""
                .formatted(id, status);
    }

    @Test
    void aQueryIsPutOnceAndWhatItTellsIsStoredByTheUsualWay() {
        Answered told = one("the");

        assertThat(told.state()).isEqualTo(State.ASKED);
        assertThat(told.source()).isEqualTo("sim-ensembledata");
        assertThat(told.at()).isEqualTo(LiveBench.NOON);
        assertThat(told.videos()).isNotEmpty().hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
        assertThat(stored()).containsAll(told.videos());
        assertThat(bench.rows(AnswerDataset.ANSWER, "SELECT source || ' ' || subject FROM %s"))
                .containsExactly("sim-ensembledata keyword:the");
        assertThat(bench.list("select request_id::text from live_query", String.class)).isEqualTo(
                bench.list("select id::text from source_request where outcome = 'page'", String.class));
        assertThat(bench.list("select source || ' ' || times from audit_allowance where action = 'FETCH'",
                String.class)).containsExactly("sim-ensembledata 1");
        assertThat(units()).isEqualTo(1);
    }

    @Test
    void anAnswerServesForAnHourAndIsCountedAsReused() {
        Answered first = one("the");
        bench.now = LiveBench.NOON.plus(Duration.ofMinutes(59));

        Answered again = one("the");

        assertThat(again.state()).isEqualTo(State.KEPT);
        assertThat(again.at()).isEqualTo(first.at());
        assertThat(again.videos()).isEqualTo(first.videos());
        assertThat(units()).isEqualTo(1);
        assertThat(bench.list("select pages from answer_reuse", Long.class)).containsExactly(1L);
        bench.now = LiveBench.NOON.plus(Duration.ofMinutes(60));
        assertThat(one("the").state()).isEqualTo(State.ASKED);
        assertThat(units()).isEqualTo(2);
    }

    @Test
    void ofAnAnswerAtMostSoManyVideosCount() {
        Found found = bench.search()
                .find(new Wish("", List.of("the"), 3, 100, Duration.ofHours(1), Duration.ofSeconds(30)));

        assertThat(found.answers().getFirst().videos()).hasSize(3);
        assertThat(stored()).as("all that came is stored").hasSizeGreaterThan(3);
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        assertThat(one(NONSENSE).state()).isEqualTo(State.ASKED);
        assertThat(one(NONSENSE)).satisfies(again -> {
            assertThat(again.state()).isEqualTo(State.KEPT);
            assertThat(again.videos()).isEmpty();
        });
        assertThat(units()).isEqualTo(1);
    }

    @Test
    void deletedAndPrivatePostsOfAnAnswerAreNotTold() {
        answering(post(7_600_000_000_000_000_001L, "\"is_delete\":true"),
                post(7_600_000_000_000_000_002L, "\"is_private\":true"),
                post(7_600_000_000_000_000_003L, "\"is_delete\":false"));

        assertThat(one("noodles").videos()).containsExactly("7600000000000000003");
        assertThat(stored()).containsExactly("7600000000000000003");
    }

    @Test
    void withoutAKeyNobodyIsMeantAndOnlySourcesThatAnswerAtOnceAreSearched() {
        bench.token = "";
        assertThat(find("the").source()).isNull();
        bench.token = "sandbox-token";
        assertThat(
                bench.search()
                        .find(new Wish("apify", List.of("the"), 20, 100, Duration.ofHours(1), Duration.ofSeconds(9)))
                        .source())
                .isNull();

        Found research = bench.search().find(
                new Wish("tiktok-research", List.of("the"), 20, 100, Duration.ofHours(1), Duration.ofSeconds(30)));

        assertThat(research.source()).isEqualTo("tiktok-research");
        assertThat(research.answers().getFirst().videos()).hasSize(20);
        assertThat(research.answers().getFirst().source()).isEqualTo("sim-tiktok-research");
    }

    @Test
    void whatTheTermsDenyIsNeverAskedAndStandsInTheAudit() {
        new KeptCompliance(bench.tenant, bench.database, () -> bench.now).deny("ensembledata", "no longer",
                "test");

        Answered told = one("the");

        assertThat(told.state()).isEqualTo(State.DENIED);
        assertThat(told.detail()).contains("is denied here");
        assertThat(units()).isZero();
        assertThat(bench.list("select count(*) from source_request", Long.class)).containsExactly(0L);
        assertThat(bench.list("select decision || ' ' || subject from audit_trail where action = 'FETCH'",
                String.class)).containsExactly("DENIED ensembledata keyword:the");
    }

    @Test
    void theBudgetOfATenantHoldsAndAnotherTenantHasItsOwn() {
        bench.units = 2;

        Found found = find("the", "a", "of", "and");

        assertThat(found.answers()).extracting(Answered::state).containsOnly(State.ASKED, State.SPENT);
        assertThat(found.answers()).filteredOn(answer -> answer.state() == State.ASKED).hasSize(2);
        assertThat(found.answers()).filteredOn(answer -> answer.state() == State.SPENT)
                .allSatisfy(answer -> assertThat(answer.detail()).contains("the budget of units is used up until"));
        assertThat(units()).isEqualTo(2);
        LiveBench other = new LiveBench(bench);
        other.units = 1;
        assertThat(other.search().find(wish("the", "a")).answers()).extracting(Answered::state)
                .containsExactlyInAnyOrder(State.ASKED, State.SPENT);
        assertThat(units()).isEqualTo(3);
    }

    @Test
    void aListSpendsItsShareOfWhatIsLeftAndLeavesTheRestToOthers() {
        bench.units = 50;
        String[] words = {"the", "a", "of", "and", "in", "on", "to", "is"};
        Wish tenth = new Wish("", List.of(words), 20, 10, Duration.ofHours(1), Duration.ofSeconds(30));

        List<Answered> first = bench.search().find(tenth).answers();

        assertThat(first).extracting(Answered::state).containsExactly(State.ASKED, State.ASKED, State.ASKED,
                State.ASKED, State.ASKED, State.SPARED, State.SPARED, State.SPARED);
        assertThat(first.getLast().detail())
                .isEqualTo("a list puts 5 at most now, so that others have their share of the budget");
        assertThat(units()).isEqualTo(5);
        assertThat(bench.search().find(tenth).answers()).as("what was told serves, and the next ones are put")
                .extracting(Answered::state).containsExactly(State.KEPT, State.KEPT, State.KEPT, State.KEPT, State.KEPT,
                        State.ASKED, State.ASKED, State.ASKED);
        bench.units = 9;
        assertThat(bench.search().find(new Wish("", List.of("with", "for"), 20, 10, Duration.ofHours(1),
                Duration.ofSeconds(30))).answers()).as("one where the share is less").extracting(Answered::state)
                .containsExactly(State.ASKED, State.SPARED);
    }

    @Test
    void whatWasPutAndCouldNotBeKeptIsNotCalledUnasked() {
        // Of another answer that took its place in the inbox the database keeps no second.
        bench.sources = source -> new Interrupted(source, _ -> bench.database.transactions().run(bench.tenant,
                db -> db.sql("""
                    insert into answer_inbox (id, source, format, subject, page, body, answered_at)
                    select request_id, 'sim-ensembledata', ?, 'keyword:the', 1, '{"data":[]}', now() from live_query
                    where query = 'the' on conflict do nothing""").param(FileFormat.ENSEMBLEDATA_POSTS.label())
                        .update()));

        Found found = find("the", "a");

        assertThat(found.source()).isEqualTo("ensembledata");
        assertThat(found.answers().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(found.answers().getFirst().detail()).contains("it was put, and its answer could not be kept");
        assertThat(units()).isEqualTo(2);
        assertThat(one("the").state()).as("not put again").isEqualTo(State.LATE);
    }

    @Test
    void aListDoesNotWaitForStoringWithoutEndAndStoringGoesOn() {
        var storing = new CountDownLatch(1);
        bench.intake = intake -> (tenant, answers, alongside) -> {
            try {
                assertThat(storing.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return intake.take(tenant, answers, alongside);
        };
        Wish wish = new Wish("", List.of("the"), 20, 100, Duration.ofHours(1), Duration.ofSeconds(2));

        Answered told = assertTimeoutPreemptively(Duration.ofSeconds(25), () -> bench.search().find(wish)).answers()
                .getFirst();

        assertThat(told.state()).isEqualTo(State.ASKED);
        assertThat(stored()).isEmpty();
        storing.countDown();
        long given = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (stored().isEmpty() && System.nanoTime() < given) {
            Thread.onSpinWait();
        }
        assertThat(stored()).containsAll(told.videos());
    }

    @Test
    void tooManyRequestsEndTheAskingAndSlowTheNextOnesDown() {
        bench.moving = true;
        bench.sandbox.order(Fate.THROTTLED, Fate.THROTTLED, Fate.THROTTLED, Fate.THROTTLED);

        Found found = find("the", "a", "of", "and", "in", "on");

        assertThat(found.answers()).extracting(Answered::state).containsOnly(State.FAILED);
        assertThat(found.answers().getFirst().detail()).contains("HTTP 429");
        assertThat(units()).isZero();
        assertThat(bench.list("select max(gap_millis) from source_key", Integer.class).getFirst()).isPositive();
        assertThat(one("the").detail()).contains("is not put again at once");
        bench.now = bench.now.plus(QueryRepository.AFTER_FAILURE);
        assertThat(one("the").state()).isEqualTo(State.ASKED);
        assertThat(bench.pauses).as("the pause between requests").isNotEmpty();
    }

    @Test
    void faultsBrokenAnswersAndSilenceAreToldAndNothingOfThemIsKept() {
        bench.toAnswer = Duration.ofMillis(500);
        List<String> details = new ArrayList<>();
        for (Fate fate : List.of(Fate.FAILING, Fate.MALFORMED, Fate.SILENT)) {
            bench.sandbox.order(fate);
            Answered told = one("the " + fate.label());
            assertThat(told.state()).as(fate.label()).isEqualTo(State.FAILED);
            details.add(told.detail());
        }

        assertThat(details.get(0)).contains("HTTP 500");
        assertThat(details.get(1)).contains("no JSON");
        assertThat(details.get(2)).contains("no answer within");
        assertThat(stored()).isEmpty();
        assertThat(bench.list("select count(*) from dead_letter", Long.class)).containsExactly(0L);
        assertThat(bench.list("select outcome from source_request order by outcome", String.class))
                .containsExactly("malformed", "retry-later", "retry-later");
    }

    @Test
    void aQuotaThatTheProviderCallsUsedUpPausesItsKey() {
        bench.sandbox.allow("ensembledata", 0);

        assertThat(one("the").state()).isEqualTo(State.SPENT);
        assertThat(one("a")).satisfies(later -> {
            assertThat(later.state()).isEqualTo(State.SPENT);
            assertThat(later.detail()).contains("HTTP 495");
        });
        assertThat(bench.list("select count(*) from source_request", Long.class)).containsExactly(1L);
    }

    @Test
    void afterAKillBehindTheQuestionItIsNotPutAgain() {
        bench.sources = source -> new Interrupted(source, _ -> {
            throw new Killed();
        });
        assertThatThrownBy(() -> find("the")).isInstanceOf(Killed.class);
        bench.sources = source -> source;

        assertThat(one("the")).satisfies(again -> {
            assertThat(again.state()).isEqualTo(State.LATE);
            assertThat(again.detail()).contains("its answer is out or was lost");
        });
        assertThat(units()).isEqualTo(1);
        bench.now = LiveBench.NOON.plus(Duration.ofHours(1));
        assertThat(one("the").state()).isEqualTo(State.ASKED);
    }

    @Test
    void afterAKillBehindTheAnswerItIsStoredByTheNextSearchAndNotPutAgain() {
        bench.intake = intake -> (tenant, answers, alongside) -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> find("the")).isInstanceOf(Killed.class);
        bench.intake = intake -> intake;
        assertThat(stored()).isEmpty();

        Answered again = one("the");

        assertThat(again.state()).isEqualTo(State.KEPT);
        assertThat(stored()).containsAll(again.videos()).isNotEmpty();
        assertThat(units()).isEqualTo(1);
        assertThat(bench.list("select count(*) from answer_inbox", Long.class)).containsExactly(0L);
    }

    @Test
    void aLateAnswerIsKeptForTheNextSearch() throws InterruptedException {
        var patience = new CountDownLatch(1);
        bench.sources = source -> new Interrupted(source, _ -> {
            try {
                assertThat(patience.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        Answered late = bench.search()
                .find(new Wish("", List.of("the"), 20, 100, Duration.ofHours(1), Duration.ofMillis(1))).answers()
                .getFirst();
        patience.countDown();
        long given = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (bench.list("select outcome from live_query where outcome is not null", String.class).isEmpty()
                && System.nanoTime() < given) {
            Thread.onSpinWait();
        }

        assertThat(late.state()).isEqualTo(State.LATE);
        assertThat(one("the").state()).isEqualTo(State.KEPT);
        assertThat(stored()).isNotEmpty();
        assertThat(units()).isEqualTo(1);
    }

    @Test
    void whoAsksTheSameAtTheSameTimeDoesNotPayAgain() {
        List<Answered> beside = new ArrayList<>();
        bench.sources = source -> new Interrupted(source, _ -> {
            if (beside.isEmpty()) {
                beside.add(Answered.without("", State.LATE, null));
                beside.add(one("the"));
            }
        });

        assertThat(one("the").state()).isEqualTo(State.ASKED);
        assertThat(beside.getLast().state()).isEqualTo(State.LATE);
        assertThat(units()).isEqualTo(1);
    }
}
