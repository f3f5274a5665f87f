package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.quality.Finding;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.Verdict;
import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityRefused;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.quality.StalenessRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityGatesTest {

    private static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NINE.plus(Duration.ofMinutes(10)));

    private final ImportBench bench = new ImportBench();

    private Quality quality() {
        return new Quality(new QualityRepository(bench.tenant, bench.database, CLOCK),
                new StalenessRepository(bench.tenant, bench.database, CLOCK),
                Collecting.held(bench.database, bench.tenant, CLOCK));
    }

    private void rule(GateRule rule, double warn, @Nullable Double block, long least) {
        quality().found().set(new GateLimit(rule, warn, block, least));
    }

    private static String series(IntFunction<String> row) {
        return "hashtag,observed_at,views\n" + IntStream.range(0, 6).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private FileReport falling() {
        return bench.run(ImportBench.file("falling.csv",
                series(i -> "a,2025-01-01 0" + i + ":00:00," + (9_000 - i * 100))));
    }

    private Finding finding(GateRule rule) {
        return quality().found().latest().stream().map(QualityRepository.Latest::finding)
                .filter(one -> one.rule() == rule).findFirst().orElseThrow();
    }

    private UUID heldBatch() {
        return quality().found().batches("", "held", 10, 0).getFirst().id();
    }

    @Test
    void whatARuleWarnsOfIsStoredAndTold() {
        rule(GateRule.MONOTONIC, 0.05, null, 3);

        FileReport report = falling();

        assertThat(report.stored()).isEqualTo(6);
        assertThat(report.notes()).contains("quality: hashtag-views, monotonic 100 %");
        assertThat(finding(GateRule.MONOTONIC)).isEqualTo(new Finding(GateRule.MONOTONIC, 1.0, 5, 5, Verdict.WARN, ""));
        UUID batch = quality().found().batches("warn", "passed", 10, 0).getFirst().id();
        assertThat(quality().found().failures(batch, 10, 0)).hasSize(5).first()
                .isEqualTo(new QualityRepository.Failure("monotonic", "hashtag-views", "hashtag", "a",
                        Instant.parse("2025-01-01T01:00:00Z"), "views", 9_000L, 8_900L));
        assertThat(bench.one("select count(*) from event_log where type = 'QUALITY_WARN'", Long.class)).isEqualTo(1);
    }

    @Test
    void whatARuleBlocksIsSetAsideWholeUntilItIsLetIn() {
        rule(GateRule.MONOTONIC, 0.05, 0.5, 3);

        FileReport report = falling();

        assertThat(report.stored()).isZero();
        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.SET_ASIDE, 6L));
        assertThat(bench.rows(Collected.OBSERVATION)).isZero();
        assertThat(bench.rows(Collected.HELD_OBSERVATION)).isEqualTo(6);
        assertThat(bench.one("select count(*) from metric_due", Long.class)).isZero();
        assertThat(bench.one("select count(*) from entity", Long.class)).isZero();

        UUID batch = heldBatch();
        assertThat(quality().held().release(batch)).isEqualTo(6);

        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(6);
        assertThat(bench.rows(Collected.HELD_OBSERVATION)).isZero();
        assertThat(bench.one("select count(*) from metric_due", Long.class)).isEqualTo(1);
        assertThatThrownBy(() -> quality().held().release(batch)).isInstanceOf(QualityRefused.class)
                .hasMessageContaining("is set aside");
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(6);
    }

    @Test
    void theSameFileAgainSetsNothingAsideTwice() {
        rule(GateRule.MONOTONIC, 0.05, 0.5, 3);
        falling();
        String once = bench.dump();

        FileReport again = falling();

        assertThat(again.duplicate()).isEqualTo(6);
        assertThat(bench.dump()).isEqualTo(once);
        assertThat(bench.rows(Collected.HELD_OBSERVATION)).isEqualTo(6);
    }

    @Test
    void whatIsDroppedIsGoneAndTheOtherBatchesStay() {
        rule(GateRule.MONOTONIC, 0.05, 0.5, 3);
        falling();
        UUID first = heldBatch();
        bench.run(ImportBench.file("other.csv", series(i -> "b,2025-01-01 0" + i + ":00:00," + (900 - i * 100))));

        assertThat(quality().held().drop(first)).isEqualTo(6);

        assertThat(bench.rows(Collected.HELD_OBSERVATION)).isEqualTo(6);
        assertThat(quality().found().batches("", "held", 10, 0)).hasSize(1);
        assertThat(quality().held().release(heldBatch())).isEqualTo(6);
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(6);
    }

    @Test
    void totalsOfAPeriodThatAreLetInStayTotalsOfAPeriod() {
        rule(GateRule.VOLUME, 1.5, 2.0, 1);
        String header = "hashtag_name,country,video_views,publish_count,crawl_date,crawl_time\n";
        bench.run(ImportBench.file("a.csv", header + "a,X,100,7,2025-09-01,08:00:00\n"));
        FileReport second = bench.run(ImportBench.file("b.csv", header + IntStream.range(0, 5)
                .mapToObj(i -> "b" + i + ",X,100,7,2025-09-02,08:00:00\n").collect(Collectors.joining())));

        assertThat(second.quarantined()).containsEntry(RejectReason.SET_ASIDE, 5L);
        quality().held().release(heldBatch());

        assertThat(bench.one("select cumulative from source", Boolean.class)).isFalse();
    }

    private TakenIn take(Instant at, IntFunction<String> item, int items) {
        String body = IntStream.range(0, items).mapToObj(item).collect(Collectors.joining(",", "{\"data\":[", "]}"));
        return Collecting.answers(bench.database, () -> at).take(bench.tenant,
                List.of(new RawAnswer("ensembledata hashtag:rest page 1", FileFormat.ENSEMBLEDATA_POSTS,
                        "ensembledata", at, body)),
                db -> {
                });
    }

    private static String video(int number, long views, String rest) {
        return "{\"aweme_id\":\"76000000000000000%02d\",\"statistics\":{\"play_count\":%d%s}}".formatted(10 + number,
                views, rest);
    }

    @Test
    void anAnswerIsComparedWithWhatWasReadBefore() {
        rule(GateRule.MONOTONIC, 0.05, 0.5, 1);
        take(NINE.minus(Duration.ofHours(2)), i -> video(i, 1_000 + i, ""), 3);

        TakenIn lower = take(NINE, i -> video(i, 500 + i, ""), 3);

        assertThat(lower).isEqualTo(new TakenIn(3, 0, 0, 0, Map.of(RejectReason.SET_ASIDE, 3L)));
        assertThat(finding(GateRule.MONOTONIC).failed()).isEqualTo(3);
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(3);
        assertThat(take(NINE, i -> video(i, 500 + i, ""), 3).known()).as("known though set aside").isEqualTo(3);
    }

    @Test
    void countersThatASourceUsuallyGivesAreMissed() {
        take(NINE.minus(Duration.ofHours(2)), i -> video(i, 1_000, ",\"digg_count\":5"), 30);
        take(NINE, i -> video(i, 1_001, i < 10 ? ",\"digg_count\":6" : ""), 30);

        Finding missing = finding(GateRule.MISSING);
        assertThat(missing.value()).isCloseTo(20 / 60.0, within(1e-9));
        assertThat(missing.verdict()).isEqualTo(Verdict.WARN);
        assertThat(missing.detail()).isEqualTo("video: likes in 20");
    }

    @Test
    void fieldsThatGoMakeANewVersionOfTheShape() {
        take(NINE.minus(Duration.ofHours(2)), i -> video(i, 1_000, ",\"digg_count\":5"), 30);
        take(NINE, i -> video(i, 1_001, ",\"digg_count\":\"6\",\"new_count\":1"), 30);

        assertThat(quality().found().versions()).extracting(QualityRepository.Version::version).containsExactly(2, 1);
        assertThat(quality().found().versions().getFirst().change())
                .isEqualTo("of another type: statistics.digg_count; new: statistics.new_count");
        assertThat(finding(GateRule.SCHEMA).verdict()).isEqualTo(Verdict.WARN);
        assertThat(bench.one("select count(*) from event_log where type = 'SCHEMA_CHANGED'", Long.class)).isEqualTo(1);
    }

    @Test
    void fieldsOfABlockedBatchAreUsualOnlyOnceItIsLetIn() {
        take(NINE, i -> video(i, 1_000 + i, ",\"digg_count\":5"), 25);
        rule(GateRule.SCHEMA, 0, 0.0, 20);
        IntFunction<String> changed = i -> video(i, 2_000 + i, ",\"digg_count\":\"6\"");

        take(NINE.plus(Duration.ofHours(1)), changed, 25);
        take(NINE.plus(Duration.ofHours(2)), changed, 25);

        assertThat(quality().found().batches("", "held", 10, 0)).hasSize(2);
        assertThat(quality().found().versions()).extracting(QualityRepository.Version::version).containsExactly(1);

        quality().held().release(heldBatch());

        assertThat(quality().found().versions()).extracting(QualityRepository.Version::version).containsExactly(2, 1);
        take(NINE.plus(Duration.ofHours(3)), changed, 25);
        assertThat(quality().found().batches("", "held", 10, 0)).hasSize(1);
    }

    @Test
    void aSourceThatIsCollectedLiveAndStandsStillIsNoticedWithinTheHour() {
        for (int hour = 0; hour <= 26; hour += 13) {
            take(NINE.plus(Duration.ofHours(hour)), i -> video(i, 1_000 + i, ""), 25);
        }

        assertThat(bench.one("select stale ->> 'entities' from source", String.class)).isEqualTo("25");
        assertThat(quality().staleness().sources().getFirst().frozen()).contains("the same counters from");
        assertThat(bench.one("select count(*) from event_log where type = 'SOURCE_FROZEN'", Long.class)).isEqualTo(1);

        take(NINE.plus(Duration.ofHours(27)), i -> video(i, i == 3 ? 9_000 : 1_000 + i, ""), 25);

        assertThat(bench.one("select count(*) from source where stale is null", Long.class)).isEqualTo(1);
        assertThat(bench.one("select count(*) from event_log where type = 'SOURCE_MOVES_AGAIN'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void rowsThatCannotBeUsedAreCountedAgainstTheirSource() {
        rule(GateRule.UNUSABLE, 0.05, 0.5, 3);

        TakenIn taken = take(NINE, i -> video(i, i == 0 ? 5 : -5, ""), 4);

        assertThat(taken.quarantined()).containsEntry(RejectReason.SET_ASIDE, 1L).containsEntry(
                RejectReason.NEGATIVE_COUNT, 3L);
        assertThat(taken.items()).isEqualTo(4);
        assertThat(finding(GateRule.UNUSABLE).value()).isEqualTo(0.75);
    }

    @Test
    void aRuleGoesBackToItsUsualLimits() {
        rule(GateRule.SPIKES, 0.5, 0.9, 1);
        assertThat(quality().found().rules().of(GateRule.SPIKES).blockAbove()).isEqualTo(0.9);

        quality().found().reset(GateRule.SPIKES);

        assertThat(quality().found().rules().of(GateRule.SPIKES).blockAbove()).isNull();
    }
}
