package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.commerce.FactRepository;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What owners are told of how their videos are watched, imported as people do and read as it was known.
class ViewingFilesTest {

    private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY = TUESDAY.plus(Duration.ofDays(1));
    private static final EntityId LOAF = EntityId.video("7600000000000000601");
    private static final EntityId RISE = EntityId.video("7600000000000000602");

    private final ImportBench bench = new ImportBench();
    private final Viewings viewings = new ViewingRepository(bench.tenant, bench.database);

    private FileReport run(String content, @Nullable Instant toldAt) {
        return bench.run(ImportBench.file("file.csv", content), ImportBench.reading(),
                new ImportOptions(null, toldAt));
    }

    private static Viewing viewing(@Nullable Double completion, @Nullable Double seconds, @Nullable Double at3s,
            @Nullable Double at5s, @Nullable Long followers) {
        return new Viewing(completion, seconds, null, at3s, at5s, null, null, followers);
    }

    @Test
    void eachFigureIsKnownAsItWasToldLastUntilThen() {
        run("Video ID,Average watch time,New followers\n7600000000000000601,00:12,3\n", MONDAY);
        run("Video ID,Watched full video\n7600000000000000601,40%\n7600000000000000602,0.5\n", TUESDAY);
        run("video_id,observed_at,average_watch_seconds\n7600000000000000601,2026-02-04T06:00:00Z,11\n", null);

        assertThat(viewings.asOf(MONDAY.minusMillis(1))).isEmpty();
        assertThat(viewings.asOf(MONDAY)).isEqualTo(Map.of(LOAF, viewing(null, 12.0, null, null, 3L)));
        assertThat(viewings.asOf(TUESDAY)).isEqualTo(Map.of(LOAF, viewing(0.4, 12.0, null, null, 3L), RISE,
                viewing(0.5, null, null, null, null)));
        assertThat(viewings.asOf(WEDNESDAY, Set.of(LOAF)))
                .isEqualTo(Map.of(LOAF, viewing(0.4, 11.0, null, null, 3L)));
        assertThat(viewings.asOf(WEDNESDAY, Set.of(LOAF, RISE))).hasSize(2);
        assertThat(viewings.history(LOAF, WEDNESDAY)).extracting(VideoViewing::source).containsExactly("tiktok-studio",
                "tiktok-studio", "video-analytics");
        assertThat(viewings.history(LOAF, TUESDAY)).hasSize(2);
        assertThat(new ViewingRepository(TestDatabase.newTenant(), bench.database).asOf(WEDNESDAY))
                .as("nobody else knows").isEmpty();
    }

    @Test
    void theSameAgainIsNotKeptWhateverItsUnitsAndTime() {
        assertThat(run("Video ID,Watched full video,Average watch time\n7600000000000000601,40%,00:12\n", MONDAY)
                .stored()).isEqualTo(1);
        assertThat(run("Average watch time (ms),Video ID,Completion rate\n12000,7600000000000000601,0.4\n", TUESDAY)
                .stored()).isZero();
        assertThat(run("Video ID,Watched full video,Average watch time\n7600000000000000601,41%,00:12\n", TUESDAY)
                .stored()).isEqualTo(1);
        assertThat(run("Video ID,Watched full video,Average watch time\n7600000000000000601,40%,00:12\n", WEDNESDAY)
                .stored()).as("taken back").isEqualTo(1);

        assertThat(bench.rows(CommerceDatasets.VIDEO_VIEWING)).isEqualTo(3);
        assertThat(viewings.asOf(WEDNESDAY).get(LOAF)).isEqualTo(viewing(0.4, 12.0, null, null, null));
    }

    @Test
    void whatIsToldOfEarlierTimesLaterChangesNothingOfWhatWasKnownAfterwards() {
        run("Video ID,New followers\n7600000000000000601,5\n", TUESDAY);
        Map<EntityId, Viewing> before = viewings.asOf(WEDNESDAY);
        run("Video ID,New followers\n7600000000000000601,3\n", MONDAY);

        assertThat(viewings.asOf(WEDNESDAY)).isEqualTo(before);
        assertThat(viewings.asOf(MONDAY).get(LOAF)).isEqualTo(viewing(null, null, null, null, 3L));
        run("Video ID,New followers\n7600000000000000601,9\n", WEDNESDAY.plusSeconds(1));
        assertThat(viewings.asOf(WEDNESDAY)).as("the future changes nothing").isEqualTo(before);
    }

    @Test
    void aRetentionThatCannotBeTrueBesideALaterOneIsForgotten() {
        run("Video ID,Retention at 3 s,Retention at 5 s\n7600000000000000601,50%,40%\n", MONDAY);
        run("Video ID,Retention at 5 s\n7600000000000000601,60%\n", TUESDAY);

        assertThat(viewings.asOf(TUESDAY).get(LOAF)).isEqualTo(viewing(null, null, null, 0.6, null));
    }

    @Test
    void aRowThatIsWrongIsSetAsideAloneAndKeptOnceWhenItIsReadRight() {
        FileReport report = run("""
            Video ID,Watched full video,Retensi 3 detik,Retensi 5 detik
            7600000000000000601,40%,,
            7600000000000000602,42.5,,
            7600000000000000603,40%,50%,60%
            """, MONDAY);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.quarantined())
                .isEqualTo(Map.of(RejectReason.AMBIGUOUS, 1L, RejectReason.CONTRADICTORY, 1L));
        assertThat(bench.one("select string_agg(detail, ' | ' order by line) from quarantine", String.class))
                .isEqualTo("Watched full video: percent or fraction, nothing says % (42.5)"
                        + " | retention at 5 s (0.6) is above that at 3 s (0.5)");

        List<RowMapper> newer = QuarantineRetryTest.mended(FileFormat.TIKTOK_STUDIO_VIDEOS,
                text -> text.equals("42.5") ? "42.5%" : text);
        QuarantineRetry retry = new QuarantineRetry(bench.database, newer, InstantSource.fixed(ImportBench.NOW));
        assertThat(retry.retry(bench.tenant, Quarantine.Wanted.ALL).left())
                .isEqualTo(Map.of(RejectReason.CONTRADICTORY, 1L));
        assertThat(retry.retry(bench.tenant, Quarantine.Wanted.ALL).stored()).isZero();
        assertThat(viewings.asOf(MONDAY).get(RISE)).isEqualTo(viewing(0.425, null, null, null, null));
        assertThat(bench.rows(CommerceDatasets.VIDEO_VIEWING)).isEqualTo(2);
    }

    @Test
    void answersThatWereCapturedTellIt() {
        RawAnswer answer = new RawAnswer("own", FileFormat.CREATOR_CENTER_ITEMS, "creator-center", TUESDAY,
                """
                    {"item_list":[{"item_id":"7600000000000000601","post_time":"1769514210","play_count":"900","visibility":1,
                    "video_finish_rate_realtime":{"value":{"status":0,"value":0.4}}}]}""");
        Collecting.answers(bench.database, InstantSource.fixed(ImportBench.NOW)).take(bench.tenant, List.of(answer),
                db -> {
                });

        assertThat(viewings.history(LOAF, WEDNESDAY)).containsExactly(
                new VideoViewing(LOAF, "creator-center", TUESDAY, viewing(0.4, null, null, null, null)));
        assertThat(new FactRepository(bench.tenant, bench.database)
                .list(FactKind.VIEWING, Optional.of("creator-center"), WEDNESDAY, 9, 0).facts()).singleElement()
                .satisfies(fact -> assertThat(fact).containsEntry("completion_rate", 0.4)
                        .containsEntry("new_followers", null));
    }
}
