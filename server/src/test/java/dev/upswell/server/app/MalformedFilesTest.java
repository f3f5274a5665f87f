package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Everything that goes wrong with files, through the `import` command: a clear message or quarantine, the exit code that
/// says so, and never part of a file without a word about the rest.
class MalformedFilesTest {

    private static final String HEADER = "hashtag,observed_at,views\n";
    private static final String GOOD = HEADER + "dance,2025-11-01T00:00:00Z,100\ndance,2025-11-01T01:00:00Z,150\n";
    private static final String ITEM = """
        {"id":"7301234567890123456","createdAt":"2025-11-01T00:00:00Z","creator":"ann","sound":null,"hashtags":["dance"],"durationSeconds":12,"caption":"hi"}
        """;

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void gzipThatBreaksOffIsSaidToBeIncompleteEachTime() throws IOException {
        byte[] whole = gzip(manyRows(3_000));
        Path file = file("series.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        Said first = terminal.run("import", file.toString());
        JsonNode again = imported(Cli.FAILED, file);

        assertThat(first.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(first.out()).contains("incomplete  The gzip stream is cut off");
        assertThat(again.get("problem").asString()).contains("cut off");
        assertThat(again.get("rowsRead").asLong()).isBetween(100L, 2_900L);
        assertThat(again.get("stored").asLong()).isZero();
    }

    @Test
    void brokenLineOfJsonIsQuarantinedAndTheNextOneIsRead() throws IOException {
        Path file = file("videos.jsonl", ITEM + "{\"id\": \"73012345678\", \"createdAt\": \n"
                + ITEM.replace("123456\"", "123457\""));

        JsonNode report = imported(Cli.DONE, file);

        assertThat(report.get("stored").asLong()).isEqualTo(2);
        assertThat(report.get("quarantined").toString()).isEqualTo("{\"broken-json\":1}");
        assertThat(terminal.run("quarantine").out()).contains("videos.jsonl", "broken-json", "73012345678");
    }

    @Test
    void jsonDocumentThatBreaksOffIsSaidToBeIncomplete() throws IOException {
        Path file = file("items.json", "[" + ITEM.strip() + "," + ITEM.strip().substring(0, 60));

        JsonNode report = imported(Cli.FAILED, file);

        assertThat(report.get("stored").asLong()).isEqualTo(1);
        assertThat(report.has("problem")).isTrue();
    }

    @Test
    void anotherSeparatorIsAcceptedAndSaid() throws IOException {
        Said said = terminal.run("import", file("semicolons.csv", GOOD.replace(',', ';')).toString());

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("2 read = 2 stored", "separated by semicolons");
    }

    @Test
    void separatorThatNobodyUsesIsRefused() throws IOException {
        refused(file("colons.csv", GOOD.replace(',', '~')), "colons.csv is not known.");
    }

    @Test
    void rowsWithAnotherSeparatorThanTheHeaderAreQuarantined() throws IOException {
        JsonNode report = imported(Cli.DONE, file("mixed.csv", GOOD + "dance;2025-11-01T02:00:00Z;200\n"));

        assertThat(report.get("stored").asLong()).isEqualTo(2);
        assertThat(report.get("quarantined").toString()).isEqualTo("{\"wrong-column-count\":1}");
    }

    @Test
    void lineOfTenMegabytesIsQuarantinedAndTheNextOneIsRead() throws IOException {
        String endless = "x".repeat(10_000_000);

        JsonNode csv = imported(Cli.DONE, file("long.csv", GOOD + endless + ",2025-11-01T02:00:00Z,3\n"
                + "dance,2025-11-01T03:00:00Z,300\n"));
        JsonNode json = imported(Cli.DONE, file("long.jsonl", ITEM + "{\"caption\":\"" + endless + "\"}\n"
                + ITEM.replace("123456\"", "123457\"")));

        assertThat(csv.get("stored").asLong()).isEqualTo(3);
        assertThat(csv.get("quarantined").toString()).isEqualTo("{\"too-long\":1}");
        assertThat(json.get("stored").asLong()).isEqualTo(2);
        assertThat(json.get("quarantined").toString()).isEqualTo("{\"too-long\":1}");
        assertThat(terminal.run("quarantine").out().length()).isLessThan(5_000);
    }

    @Test
    void lineOfTenMillionCommasIsQuarantinedAndTheNextOneIsRead() throws IOException {
        JsonNode report = imported(Cli.DONE, file("commas.csv", GOOD + ",".repeat(10_000_000) + "\n"
                + "dance,2025-11-01T03:00:00Z,300\n"));

        assertThat(report.get("stored").asLong()).isEqualTo(3);
        assertThat(report.get("quarantined").toString()).isEqualTo("{\"wrong-column-count\":1}");
        refused(file("header.csv", ",".repeat(10_000_000)), "header.csv is longer than 65536 bytes.");
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        refused(pipe, "is a pipe or a device");
        refused(Path.of("/dev/null"), "is a pipe or a device");
    }

    @Test
    void fileOfOneEndlessLineIsRefusedInFewWords() throws IOException {
        Said said = refused(file("endless.csv", "x".repeat(10_000_000)), "endless.csv is longer than 65536 bytes.");

        assertThat(said.err().length()).isLessThan(4_000);
    }

    @Test
    void impossibleCountsAreQuarantined() throws IOException {
        JsonNode report = imported(Cli.DONE, file("counts.csv", GOOD + """
            dance,2025-11-01T02:00:00Z,-5
            dance,2025-11-01T03:00:00Z,999999999999999999
            dance,2025-11-01T04:00:00Z,123456789012345678901234567890
            dance,2025-11-01T05:00:00Z,many
            dance,2025-11-01T06:00:00Z,NaN
            dance,2025-11-01T07:00:00Z,1e400
            """));

        assertThat(report.get("stored").asLong()).isEqualTo(2);
        assertThat(report.get("quarantined").get("negative-count").asLong()).isEqualTo(1);
        assertThat(report.get("quarantined").get("absurd-count").asLong()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void impossibleTimesAreQuarantined() throws IOException {
        JsonNode report = imported(Cli.DONE, file("times.csv", GOOD + """
            dance,2099-01-01T00:00:00Z,300
            dance,1970-01-01T00:00:00Z,300
            dance,0,300
            dance,2025-13-41T00:00:00Z,300
            dance,yesterday,300
            dance,,300
            """));

        assertThat(report.get("stored").asLong()).isEqualTo(2);
        assertThat(report.get("quarantined").toString()).isEqualTo(
                "{\"bad-time\":2,\"future-time\":1,\"missing-time\":1,\"too-old-time\":2}");
    }

    @Test
    void columnNamedTwiceIsRefused() throws IOException {
        refused(file("twice.csv", "hashtag,observed_at,views,views\ndance,2025-11-01T00:00:00Z,1,2\n"),
                "names a column twice: views");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n \n", "\uFEFF", "{", "[", "[]", "null", "\"\""})
    void fileWithNothingInItIsRefused(String content) throws IOException {
        refused(file("nothing.csv", content), "nothing.csv");
        refused(file("nothing.csv.gz", gzip(content)), "nothing.csv.gz");
    }

    @Test
    void headerAloneIsAFileWithoutRows() throws IOException {
        assertThat(imported(Cli.DONE, file("header.csv", HEADER)).get("rowsRead").asLong()).isZero();
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        refused(folder, "directory");
        refused(folder.resolve("missing.csv"), "missing.csv");
    }

    @Test
    void binariesAreRefused() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(4).nextBytes(noise);
        byte[] picture = noise.clone();
        System.arraycopy(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, picture, 0, 8);
        byte[] archive = noise.clone();
        System.arraycopy(new byte[]{'P', 'K', 3, 4}, 0, archive, 0, 4);

        refused(file("noise.bin", noise), "noise.bin");
        refused(file("picture.csv", picture), "picture.csv");
        refused(file("archive.csv", archive), "archive.csv");
        refused(file("noise.csv.gz", gzip(new String(noise, StandardCharsets.ISO_8859_1))), "noise.csv.gz");
        refused(file("noise.gz", Arrays.copyOf(new byte[]{0x1f, (byte) 0x8b, 8, 0, 7}, 500)), "noise.gz");
    }

    @Test
    void badFileStopsNoneOfTheOthers() throws IOException {
        Path good = file("good.csv", GOOD);

        Said said = terminal.json("import", folder.toString(), good.toString(), file("empty.csv", "").toString());

        assertThat(said.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(said.json().get("files")).hasSize(3);
        assertThat(said.json().at("/files/0/problem").asString()).isNotBlank();
        assertThat(said.json().at("/files/1/stored").asLong()).isEqualTo(2);
        assertThat(said.json().at("/files/2/problem").asString()).isNotBlank();
    }

    @Test
    void strictTurnsQuarantineIntoItsOwnExitCode() throws IOException {
        Path file = file("counts.csv", GOOD + "dance,2025-11-01T02:00:00Z,-5\n");

        assertThat(terminal.run("import", "--strict", file("good.csv", GOOD).toString()).exitCode()).isZero();
        assertThat(terminal.run("import", file.toString()).exitCode()).isZero();
        assertThat(terminal.run("import", "--strict", file.toString()).exitCode()).isEqualTo(Cli.QUARANTINED);
    }

    /// Imports under `--json` and gives the file's entry, in which every row is accounted for.
    private JsonNode imported(int exitCode, Path file) {
        Said said = terminal.json("import", file.toString());
        assertThat(said.exitCode()).as(said.screen()).isEqualTo(exitCode);
        JsonNode report = said.json().at("/files/0");
        long quarantined = report.get("quarantined").valueStream().mapToLong(JsonNode::asLong).sum();
        assertThat(report.get("rowsRead").asLong())
                .isEqualTo(report.get("stored").asLong() + report.get("duplicate").asLong() + quarantined);
        return report;
    }

    /// Imports what cannot be imported: exit code 1, what and advice on standard error, nothing stored.
    private Said refused(Path file, String what) {
        Said said = terminal.run("import", file.toString());
        assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.FAILED);
        assertThat(said.err()).contains(what);
        assertThat(said.err().lines().count()).isGreaterThanOrEqualTo(2);
        JsonNode report = terminal.json("import", file.toString()).json().at("/files/0");
        assertThat(report.get("stored").asLong()).isZero();
        assertThat(report.get("problem").asString()).isNotBlank();
        return said;
    }

    private static String manyRows(int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        Random random = new Random(1);
        for (int i = 0; i < rows; i++) {
            text.append("tag").append(i % 7).append(',')
                    .append(Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofMinutes(i))).append(',')
                    .append(random.nextInt(1_000_000)).append('\n');
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
