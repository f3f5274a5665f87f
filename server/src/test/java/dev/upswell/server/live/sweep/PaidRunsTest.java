package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.provider.Secret;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.provider.Apify;
import dev.upswell.server.live.provider.Providers;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.trend.Expectations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Work that a provider is paid for is begun once and fetched, whatever is cut off.
class PaidRunsTest {

    private static final String READINGS = "SELECT to_json(r)::VARCHAR FROM (SELECT * FROM %s ORDER BY ALL) AS r";

    private final LiveBench bench = new LiveBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Live live(LiveBench at, Consumer<Answer> meanwhile) {
        Source apify = Providers.apify(at.sandbox.address() + "/apify/v2", new Secret(SandboxSettings.TOKEN),
                new Apify.Terms("clockworks~tiktok-scraper", 300, 30, 500, 2_000), at.toAnswer, () -> at.now);
        return LiveCollecting.of(new LiveParts(at.tenant, at.database, () -> List.of(new Interrupted(apify, meanwhile)),
                Set.of(Apify.NAME), Expectations.NONE, Collecting.answers(at.database, () -> at.now), () -> at.now,
                time -> at.pauses.add(time), new SplittableRandom(1)));
    }

    private static RoundReport round(LiveBench at) {
        return live(at, _ -> {
        }).collector().round();
    }

    private static void watch(LiveBench at) {
        live(at, _ -> {
        }).watches().add(Apify.NAME, Subject.parse("keyword:the"), Duration.ofHours(1), 10);
    }

    @Test
    void aRoundComesBackToARunUntilItsItemsAreThere() {
        watch(bench);

        RoundReport report = round(bench);

        assertThat(report.done()).isEqualTo(1);
        assertThat(report.pages()).isGreaterThan(1);
        assertThat(report.left()).isEmpty();
        assertThat(report.taken().items()).isGreaterThan(200);
        assertThat(bench.sandbox.runsStarted()).isEqualTo(1);
        assertThat(bench.rows(Collected.OBSERVATION, "SELECT count(*) FROM %s WHERE kind = 'video'"))
                .containsExactly(String.valueOf(report.taken().items()));
        assertThat(bench.pauses).contains(Duration.ofSeconds(15));
        long spent = bench.sandbox.counted(Apify.NAME, LocalDate.parse("2026-02-01"));
        assertThat(bench.list("select sum(coalesce(charged, worst_cost)) from source_request", Long.class))
                .as("once the provider says what a run cost, that counts").containsExactly(spent);
    }

    @Test
    void aKillAtAnyAnswerNeitherStartsASecondRunNorLosesTheFirst() {
        watch(bench);
        RoundReport undisturbed = round(bench);
        assertThat(undisturbed.left()).isEmpty();
        assertThat(undisturbed.broken()).isZero();
        List<String> readings = bench.rows(Collected.OBSERVATION, READINGS);
        assertThat(readings).hasSizeGreaterThan(200);
        long requests = bench.list("select count(*) from source_request", Long.class).getFirst();

        for (int kill = 1; kill <= requests; kill++) {
            try (LiveBench other = new LiveBench()) {
                watch(other);
                int[] left = {kill};
                Live killed = live(other, _ -> {
                    if (--left[0] == 0) {
                        throw new Killed();
                    }
                });
                assertThatThrownBy(() -> killed.collector().round())
                        .isInstanceOf(Killed.class);

                round(other);

                assertThat(other.sandbox.runsStarted()).as("killed after answer " + kill).isEqualTo(1);
                assertThat(other.rows(Collected.OBSERVATION, READINGS)).isEqualTo(readings);
            }
        }
    }

    @Test
    void aStartThatIsNeverAnsweredIsFoundAgain() {
        bench.toAnswer = Duration.ofMillis(1_500);
        watch(bench);
        bench.sandbox.order(Fate.ANSWERED, Fate.SILENT);

        assertThat(round(bench).done()).isEqualTo(1);

        assertThat(bench.sandbox.runsStarted()).isEqualTo(1);
    }

    @Test
    void theNextVisitStartsARunOfItsOwn() {
        watch(bench);
        round(bench);
        bench.now = Instant.parse("2026-02-02T13:00:00Z");

        round(bench);

        assertThat(bench.sandbox.runsStarted()).isEqualTo(2);
    }
}
