package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is spent, how long is waited, and what a failure costs.
class BudgetAndPaceTest {

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
