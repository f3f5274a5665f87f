package dev.upswell.server.creative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.coded.CodedRow;
import dev.upswell.creative.coded.CodedTable;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.server.creative.AnalysisReport.Refusal;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of what people wrote down about videos.
class CodingsTest {

    private static final long ID = PostedVideos.FIRST;

    private final PostedVideos posted = PostedVideos.of(2, 0);

    private AnalysisReport take(String name, String content) throws IOException {
        return take(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private AnalysisReport take(String name, byte[] content) throws IOException {
        return posted.analyses.take(name, content.length, new ByteArrayInputStream(content));
    }

    private AnalysedVideo read() {
        return posted.runs.videos(posted.run().id()).getFirst();
    }

    private static OptionalDouble value(AnalysedVideo video, String feature) {
        return video.features().find(FeatureDictionary.STANDARD.get(feature));
    }

    @Test
    void aTableTellsFeaturesBesideThoseThatCaptionsTell() throws IOException {
        AnalysisReport report = take("codings.csv", """
            video_id,overlay_texts,pacing_tempo,speech_coverage
            %d,3,fast,
            %d,0,slow,0.5
            """.formatted(ID, ID + 1));

        assertThat(report.refused()).isEmpty();
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.videos()).isEqualTo(2);
        assertThat(report.values()).isEqualTo(11);
        AnalysedVideo video = read();
        assertThat(value(video, "overlay_texts")).hasValue(3);
        assertThat(value(video, "pacing_tempo_fast")).hasValue(1);
        assertThat(value(video, "pacing_tempo_slow")).hasValue(0);
        assertThat(value(video, "speech_coverage")).as("an empty cell is not coded").isEmpty();
        assertThat(value(video, "metadata_hashtags")).hasValue(2);
        assertThat(posted.runs.list(1, 0).items().getFirst().progress().analysed()).isEqualTo(2);
        assertThat(posted.analyses.videos()).isEqualTo(2);
    }

    @Test
    void whatPeopleWroteGoesBeforeWhatAnalysersTell() throws IOException {
        take("one.json", """
            {"video_id": "%d", "visual_overlay_analysis": {"visualOverlayCoreMetrics": {"totalOverlays": 4,
             "timeToFirstOverlay": 1.5}}}""".formatted(ID));

        take("codings.csv", "video_id,overlay_total,metadata_hashtags\n" + ID + ",9,7\n");

        AnalysedVideo video = read();
        assertThat(value(video, "overlay_total")).hasValue(9);
        assertThat(value(video, "overlay_first_second")).hasValue(1.5);
        assertThat(value(video, "metadata_hashtags")).hasValue(7);
    }

    @Test
    void badCellsAndRowsAreRefusedOneByOneAndGoodOnesGoOn() throws IOException {
        AnalysisReport report = take("codings.csv", """
            video_id,overlay_texts,speech_coverage,views,note
            %1$d,many,0.25,100,"two
            lines"
            ,1,1,,
            %2$d,,,,

            %2$d,-99,5,,
            %2$d,1
            %1$d,2,0.5,,
            """.formatted(ID, ID + 1));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.refused()).containsExactly(
                new Refusal("codings.csv",
                        "has columns that are no features and are not read: views, note (counts and captions: upswell import --map)"),
                new Refusal("codings.csv:2",
                        "column overlay_texts: \"many\" is no number, as 3 or 0.25; taken as not coded"),
                new Refusal("codings.csv:4", "names a video by what is no id"),
                new Refusal("codings.csv:5", "codes no feature"),
                new Refusal("codings.csv:7", "column overlay_texts: -99 is not within from 0; taken as not coded"),
                new Refusal("codings.csv:7", "column speech_coverage: 5 is not within from 0 to 1; taken as not coded"),
                new Refusal("codings.csv:7", "codes no feature"),
                new Refusal("codings.csv:8", "has 2 cells, and the table 5 columns"),
                new Refusal("codings.csv:9",
                        "codes a video that stands in the table before; one row of a video is taken"));
        assertThat(value(read(), "speech_coverage")).hasValue(.25);
        assertThat(posted.analyses.imports(1, 0).items().getFirst().report()).isEqualTo(report);
    }

    @Test
    void theSameAgainChangesNothingAndAnotherTableSpeaksForItsOwnColumns() throws IOException {
        String first = "video_id,overlay_texts,pacing_scenes\n" + ID + ",3,5\n";
        take("first.csv", first);

        AnalysisReport again = take("again.csv", first);
        AnalysisReport second = take("second.csv", "video_id;pacing_scenes;overlay_stickers\n" + ID + ";;2\n");

        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(second.replaced()).isEqualTo(1);
        AnalysedVideo video = read();
        assertThat(value(video, "overlay_texts")).hasValue(3);
        assertThat(value(video, "pacing_scenes")).as("its cell is empty now").isEmpty();
        assertThat(value(video, "overlay_stickers")).hasValue(2);
    }

    @Test
    void tablesThatCannotBeReadAsSuchSayWhy() throws IOException {
        assertThat(take("a.csv", "name,overlay_texts\nx,1\n").refused())
                .containsExactly(new Refusal("a.csv", "is a table without a column video_id"));
        assertThat(take("b.csv", "video_id,views\n1,1\n").refused())
                .containsExactly(new Refusal("b.csv", "has no column that is named after a feature"));
        assertThat(take("c.tsv", "video_id\toverlay_texts\toverlay_texts\n1\t1\t1\n").refused())
                .containsExactly(new Refusal("c.tsv", "has the column overlay_texts twice"));
        assertThat(take("d.csv", "").refused())
                .containsExactly(new Refusal("d.csv", "is a table without a column video_id"));
        assertThat(take("e.txt", "hello").refused()).containsExactly(new Refusal("e.txt", "is no JSON"));
    }

    @Test
    void aTableIsToldByItsHeaderWhateverItsNameAndSeparator(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("codings.csv"),
                "\uFEFF\n\"video_id\"\t\"overlay_texts\"\r\n" + ID + "\t4\r\n");

        AnalysisReport report = posted.analyses.take(folder);

        assertThat(report.refused()).isEmpty();
        assertThat(report.stored()).isEqualTo(1);
        assertThat(value(read(), "overlay_texts")).hasValue(4);
        assertThat(take("upload", "video_id|overlay_texts\n" + ID + "|4\n").unchanged()).isEqualTo(1);
    }

    @Test
    void aTableThatBreaksOffKeepsTheRowsBefore() throws IOException {
        StringBuilder rows = new StringBuilder("video_id,overlay_texts,pacing_scenes\n");
        for (int i = 0; i < 2_000; i++) {
            rows.append(ID + i).append(',').append(i * 7919 % 101).append(',').append(1 + i * 31 % 17).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();

        AnalysisReport report = take("cut.csv.gz", Arrays.copyOf(whole, whole.length - 200));

        assertThat(report.stored()).isGreaterThan(CodingFile.BATCH);
        assertThat(report.refused()).containsExactly(
                new Refusal("cut.csv.gz", "is cut off or damaged; what came before that is kept"));
        assertThat(posted.analyses.videos()).isEqualTo(report.stored());
    }

    @Test
    void aWrittenLengthStandsInForAnUnknownOneAndForNoOther() throws IOException {
        PostedVideos unmeasured = new PostedVideos();
        List<String> videos = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            videos.add("('%d', 'poll', 'c%d', NULL, 'bali', TIMESTAMP '2026-02-01', %s, 'Look #bali')"
                    .formatted(ID + i, i, i == 2 ? "50000" : "NULL"));
            readings.add("('video', '%d', 'poll', TIMESTAMP '2026-02-20', 100000, 5000, 100, 50, NULL)"
                    .formatted(ID + i));
        }
        unmeasured.store(videos.subList(0, 2), readings.subList(0, 2));
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(unmeasured::run)
                .withMessageContaining("none can be used: 2 without a known length")
                .withMessageContaining("Tell how long they are in a table of codings (columns video_id and duration)");
        unmeasured.store(videos.subList(2, 3), readings.subList(2, 3));
        byte[] table = "video_id,duration\n%d,12.5\n%d,20\n".formatted(ID, ID + 2).getBytes(StandardCharsets.UTF_8);
        unmeasured.analyses.take("codings.csv", table.length, new ByteArrayInputStream(table));

        PatternRun run = unmeasured.run();

        assertThat(run.chosen().left(Exclusion.LENGTH_UNKNOWN)).isEqualTo(1);
        assertThat(run.chosen().buckets()).extracting(bucket -> bucket.bucket().label()).containsExactly("0–15 s",
                "30–60 s");
        assertThat(unmeasured.runs.videos(run.id())).extracting(video -> value(video, "metadata_length_seconds"))
                .containsExactly(OptionalDouble.of(12.5), OptionalDouble.of(50));
    }

    @Test
    void ofTablesThatComeInAtOnceNoneLosesItsColumns() throws Exception {
        CodedTable table = CodedTable.of(List.of("video_id", "overlay_texts")).orElseThrow();
        CodedRow row = table.read(List.of(Long.toString(ID), "3"));
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<AnalysisReport> other = posted.database.transactions().call(posted.tenant, db -> {
                new AnalysisRepository().code(db, List.of(new CodingFile.Coded(Long.toString(ID), row)), "first.csv");
                Future<AnalysisReport> taken = thread
                        .submit(() -> take("other.csv", "video_id,speech_coverage\n" + ID + ",0.5\n"));
                awaitOneThatWaits();
                return taken;
            });
            assertThat(other.get(1, TimeUnit.MINUTES).stored()).isEqualTo(1);
        }

        AnalysedVideo video = read();
        assertThat(value(video, "overlay_texts")).hasValue(3);
        assertThat(value(video, "speech_coverage")).hasValue(.5);
    }

    private static void awaitOneThatWaits() {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!TestDatabase.asOwner(owner -> owner.sql("""
            select exists (select from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single())) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
