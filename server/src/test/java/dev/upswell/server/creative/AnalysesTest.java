package dev.upswell.server.creative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.server.creative.AnalysisReport.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysesTest {

    private static final String SECOND = """
        {"visualOverlayCoreMetrics": {"totalOverlays": 4, "timeToFirstOverlay": 1.5},
         "visualOverlayDynamics": {"burstPatterns": 2}}""";

    private static final String FIRST = """
        {"CoreMetrics": {"totalTextOverlays": 3, "totalStickers": 1, "uniqueTexts": 2, "timeToFirstText": 1.5,
         "confidence": 0.8}}""";

    private static final String ID = String.valueOf(PostedVideos.FIRST);

    private final PostedVideos posted = PostedVideos.of(2, 0);

    private AnalysisReport take(String name, String content) throws IOException {
        return posted.analyses.take(name, content.length(),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private AnalysedVideo read() {
        PatternRun run = posted.run();
        return posted.runs.videos(run.id()).getFirst();
    }

    private static double value(AnalysedVideo video, String feature) {
        return video.features().find(FeatureDictionary.STANDARD.get(feature)).orElseThrow();
    }

    private static String oneLine(String json) {
        return json.replace("\n", " ");
    }

    @Test
    void bothGenerationsAreReadBareWithPrefixesAndInEnvelopes() throws IOException {
        String[] forms = {
                "{\"video_id\": \"" + ID + "\", \"analysis_type\": \"visual_overlay_analysis\", \"parsed_response\": "
                        + FIRST + "}",
                "{\"video_id\": \"" + ID + "\", \"analysis_type\": \"visual_overlay_analysis\", \"success\": true,"
                        + " \"result\": \"" + oneLine(SECOND).replace("\"", "\\\"") + "\"}",
                "{\"video_id\": " + ID + ", \"prompt_type\": \"visual_overlay_analysis\", \"response\": \"```json\\n"
                        + oneLine(FIRST).replace("\"", "\\\"") + "\\n```\"}",
                "{\"video_id\": \"" + ID + "\", \"visual_overlay_analysis\": " + SECOND + "}",
                "{\"video_id\": \"" + ID + "\", \"analyses\": {\"visual_overlay_analysis\": " + FIRST + "}}",
                "{\"id\": \"" + ID + "\", \"analyser\": \"visual_overlay_analysis\", \"payload\": " + SECOND + "}"};
        for (String form : forms) {
            AnalysisReport report = take("one.json", form);

            assertThat(report.refused()).as(form).isEmpty();
            assertThat(report.stored()).as(form).isEqualTo(1);
            assertThat(value(read(), "overlay_total")).as(form).isEqualTo(4);
        }
        assertThat(posted.analyses.videos()).isEqualTo(1);
    }

    @Test
    void theNameOfAFileTellsVideoAndAnalyserAndItsMetadataIsStillToldByThePosting() throws IOException {
        AnalysisReport report = take("insights/" + ID + "/visual_overlay_analysis/visual_overlay_analysis_ml_1.json",
                FIRST);

        assertThat(report.refused()).isEmpty();
        AnalysedVideo video = read();
        assertThat(value(video, "overlay_first_second")).isEqualTo(1.5);
        assertThat(value(video, "metadata_hashtags")).isEqualTo(2);
        assertThat(posted.runs.list(1, 0).items().getFirst().progress().analysed()).isEqualTo(1);
    }

    @Test
    void theSameAgainChangesNothingAndAnotherTakesItsPlace() throws IOException {
        String document = "{\"video_id\": \"" + ID + "\", \"visual_overlay_analysis\": " + SECOND + "}";
        take("a.json", document);

        AnalysisReport again = take("b.json", document);
        AnalysisReport other = take("c.json", document.replace("\"totalOverlays\": 4", "\"totalOverlays\": 9"));

        assertThat(again.stored()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(other.replaced()).isEqualTo(1);
        assertThat(value(read(), "overlay_total")).isEqualTo(9);
        assertThat(posted.analyses.imports(10, 0).total()).isEqualTo(3);
    }

    @Test
    void badRowsAreRefusedOneByOneAndGoodOnesGoOn() throws IOException {
        String rows = """
            {"video_id": "%1$s", "visual_overlay_analysis": %2$s}
            not json
            [1, 2]
            {"video_id": "%1$s", "hello": 1}
            {"CoreMetrics": {"totalOverlays": 4}, "video_id": "%1$s"}
            %2$s
            {"video_id": "%1$s", "prompt_type": "visual_overlay_analysis", "success": false, "response": "no"}
            {"video_id": "%1$s", "speech_analysis": {"CoreMetrics": {"nothing": 1}}}
            """.formatted(ID, oneLine(SECOND));

        AnalysisReport report = take("rows.jsonl", rows);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.refused()).containsExactly(new Refusal("rows.jsonl:2", "is no JSON"),
                new Refusal("rows.jsonl:3", "is no JSON object"),
                new Refusal("rows.jsonl:4", "holds no analysis: no analyser is named and there are no blocks"),
                new Refusal("rows.jsonl:5", "does not say which analyser wrote it"),
                new Refusal("rows.jsonl:6", "does not say which video it is of (visual_overlay_analysis)"),
                new Refusal("rows.jsonl:7",
                        "says itself that the analysis failed, or its text is no JSON (visual_overlay_analysis)"),
                new Refusal("rows.jsonl:8", "tells no feature that is known (speech_analysis)"));
        assertThat(report.refusedCount()).isEqualTo(7);
        assertThat(posted.analyses.imports(1, 0).items().getFirst().report()).isEqualTo(report);
    }

    @Test
    void constantsAreRecognisedAndCounted() throws IOException {
        AnalysisReport report = take("two.json", """
            [{"video_id": "%1$s", "emotional_journey": {"emotionalCoreMetrics": {"captionSentiment": "neutral",
                "uniqueEmotions": 2}, "emotionalKeyEvents": {"climaxMoment": "3s"}}},
             {"video_id": "%1$s1", "emotional_journey": {"emotionalCoreMetrics": {"captionSentiment": "neutral",
                "uniqueEmotions": 3}, "emotionalKeyEvents": {"climaxMoment": null}}}]""".formatted(ID));

        assertThat(report.refused()).isEmpty();
        assertThat(report.videos()).isEqualTo(2);
        assertThat(report.constants()).isNotEmpty().allSatisfy((feature, count) -> {
            assertThat(FeatureDictionary.STANDARD.get(feature).constant()).isNotEmpty();
            assertThat(count).isEqualTo(2);
        });
    }

    @Test
    void foldersAreReadWithWhatLiesBelowThemPlainAndGzipped(@TempDir Path folder) throws IOException {
        Path below = Files.createDirectories(folder.resolve(ID).resolve("visual_overlay_analysis"));
        Files.writeString(below.resolve("visual_overlay_analysis_ml_20250101_000000.json"), SECOND);
        Files.writeString(below.resolve("notes.txt"), "no analysis");
        Files.write(folder.resolve("more.jsonl.gz"), packed("{\"video_id\": \"" + ID
                + "\", \"scene_pacing\": {\"CoreMetrics\": {\"totalScenes\": 3, \"scenesPerMinute\": 9.5}}}\n"));

        AnalysisReport report = posted.analyses.take(folder);

        assertThat(report.refused()).isEmpty();
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(value(read(), "overlay_total")).isEqualTo(4);
        assertThat(posted.analyses.take(folder).unchanged()).isEqualTo(2);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatCameBefore() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rows.append("{\"video_id\": \"").append(PostedVideos.FIRST + i).append("\", \"visual_overlay_analysis\": ")
                    .append(oneLine(SECOND).replace("4", String.valueOf(Integer.hashCode(i * 7919) % 100 + 1)))
                    .append("}\n");
        }
        byte[] whole = packed(rows.toString());

        AnalysisReport report = posted.analyses.take("cut.jsonl.gz", whole.length - 200,
                new ByteArrayInputStream(whole, 0, whole.length - 200));

        assertThat(report.stored()).isGreaterThan(10);
        assertThat(report.refused()).last()
                .isEqualTo(new Refusal("cut.jsonl.gz", "is cut off or damaged; what came before that is kept"));
    }

    @Test
    void aBombIsReadAsFarAsIsBelievedAndWhatCameBeforeIsKept() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(("{\"video_id\": \"" + ID + "\", \"visual_overlay_analysis\": " + oneLine(SECOND) + "}\n{}\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 257; megabyte++) {
                gzip.write(blank);
            }
        }

        AnalysisReport report = posted.analyses.take("bomb.jsonl.gz", bomb.size(),
                new ByteArrayInputStream(bomb.toByteArray()));

        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThat(report.stored()).isOne();
        assertThat(report.refused()).last().isEqualTo(new Refusal("bomb.jsonl.gz",
                "unpacks to more than 256 MB, which is how a bomb looks; what came before that is kept"));
    }

    @Test
    void aLineWithoutEndIsHeldOnlyAsFarAsADocumentMayGo() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int megabyte = 0; megabyte < 60; megabyte++) {
                gzip.write(letters);
            }
        }

        assertThatExceptionOfType(PatternRefused.class)
                .isThrownBy(() -> posted.analyses.take("line.gz", bomb.size(),
                        new ByteArrayInputStream(bomb.toByteArray())))
                .withMessageContaining("a line is longer than 50000000 characters");
    }

    @Test
    void whatIsNotThereIsRefused(@TempDir Path folder) {
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.analyses.take(folder))
                .withMessageContaining("holds no file that ends in .json, .jsonl, .csv or .gz");
        assertThatExceptionOfType(PatternRefused.class)
                .isThrownBy(() -> posted.analyses.take(folder.resolve("none.json")))
                .withMessageContaining("it is not there, or may not be read");
        assertThat(List.of(posted.analyses.imports(5, 0).items())).isEqualTo(List.of(List.of()));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
