package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `import --map` as people type it, first of all the example of the documentation.
class MappedImportTest {

    private static final String MAPPING = "kind: hashtag\nname: tag\nobserved-at: at\nsource: mine\nviews: seen\n";
    private static final String SERIES = "tag,at,seen,liked\ndance,2025-11-01T00:00:00Z,100,7\n";

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    private void allow(String source) {
        Said said = terminal.run("compliance", "allow", source, "--reason", "our own counters");
        assertThat(said.exitCode()).as(said.screen()).isZero();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String documented(String language) throws IOException {
        Path guide = Path.of("..", "docs", "importing.md");
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(guide));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void exampleOfTheDocumentationDoesWhatItSays() throws IOException {
        allow("my-crawler");
        Said said = terminal.json("import", "--map", file("clips.yaml", documented("yaml")),
                file("clips.csv", documented("csv")));

        JsonNode report = said.json().at("/files/0");
        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(report.get("format").asString()).isEqualTo("mapped");
        assertThat(report.get("stored").asLong()).isEqualTo(2);
        assertThat(report.get("quarantined").toString()).isEqualTo("{\"bad-time\":1,\"no-counts\":1}");
        assertThat(report.get("from").asString()).isEqualTo("2025-11-01T09:00:00Z");
        assertThat(report.get("notes").toString()).contains("columns not read: colour", "semicolons");
    }

    @Test
    void anotherMappingOfTheSameFileIsAnotherImport() throws IOException {
        allow("mine");
        allow("other");
        String series = file("series.csv", SERIES);
        String same = "# the same\n{name: tag, kind: hashtag, views: seen, source: mine,\n observed-at: {column: at, format: iso}}\n";

        assertThat(stored(MAPPING, series)).isEqualTo(1);
        assertThat(stored(same, series)).isZero();
        assertThat(stored(MAPPING + "likes: liked\n", series)).isEqualTo(1);
        assertThat(stored(MAPPING.replace("mine", "other"), series)).isEqualTo(1);
    }

    private long stored(String mapping, String file) throws IOException {
        Said said = terminal.json("import", "--map", file("m.yaml", mapping), file);
        assertThat(said.exitCode()).as(said.screen()).isZero();
        return said.json().at("/files/0/stored").asLong();
    }

    @Test
    void sourceThatNobodyAllowedIsRefusedWithTheWayToAllowIt() throws IOException {
        Said said = terminal.run("import", "--map", file("m.yaml", MAPPING), file("series.csv", SERIES));

        assertThat(said.exitCode()).isNotZero();
        assertThat(said.err()).contains("The source mine is in no terms policy, so it is denied.",
                "upswell compliance allow mine --reason WHY");
        assertThat(terminal.json("compliance", "log").json().get(0).get("decision").asString()).isEqualTo("DENIED");
        assertThat(terminal.run("compliance", "allow", "mine").err()).contains("needs a reason");
    }

    @Test
    void badMappingIsWrongUseWithEveryProblem() throws IOException {
        Said said = terminal.run("import", "--map", file("bad.yaml", "kind: song\nvews: seen\nsource: My Crawler\n"),
                file("series.csv", SERIES));

        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains("bad.yaml cannot be used:", "- unknown key \"vews\"; the keys are kind, id,",
                "- kind (song) cannot be used", "- id and name are missing", "- observed-at is missing",
                "- source (My Crawler) cannot be used", "- no counter is given", "Mend the mapping");
    }

    @Test
    void columnsThatTheFileHasNotAreNamedBesideThoseThatItHas() throws IOException {
        String mapping = file("m.yaml", MAPPING.replace("seen", "viewed"));

        Said csv = terminal.run("import", "--map", mapping, file("series.csv", SERIES));
        Said json = terminal.run("import", "--map", mapping,
                file("series.json", "[{\"tag\":\"a\",\"stats\":{\"seen\":5}}]"));

        assertThat(csv.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(csv.err()).contains("- the file has no column viewed", "- it has tag, at, seen, liked");
        assertThat(json.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(json.err()).contains("- the file has no column at, viewed", "- it has tag, stats.seen");
    }

    @Test
    void mappingThatCannotBeReadAndFormatBesideItAreWrongUse() throws IOException {
        String series = file("series.csv", SERIES);

        assertThat(terminal.run("import", "--map", folder.resolve("none.yaml").toString(), series).exitCode())
                .isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.run("import", "--map", file("m.yaml", MAPPING), "--format", "hashtag-views", series)
                .exitCode()).isEqualTo(Cli.WRONG_USE);
    }

    @Test
    void guessTakesTheTimeOfTheWholeFileAndGoesOnBehindARefusedOne() throws IOException {
        String undated = file("undated.csv", "tag,seen\n#dance,100\n#glasshair,7\n");

        Said said = terminal.run("import", "--map", "guess", "--observed-at", "2025-11-02T00:00:00Z",
                file("items.json", "[{\"a\":1}]"), undated);

        assertThat(said.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(said.err()).contains("items.json is JSON");
        assertThat(said.out()).contains("undated.csv. Check it", "observed-at: {constant: 2025-11-02T00:00:00Z}")
                .doesNotContain("observed-at is missing");
        assertThat(terminal.run("import", "--map", "guess", undated).out()).contains("observed-at is missing");
        assertThat(terminal.run("import", "--map", "guess", "--format", "hashtag-views", undated).exitCode())
                .isEqualTo(Cli.WRONG_USE);
    }

    @Test
    void timeOfTheWholeFileMayStandOnTheCommandLine() throws IOException {
        allow("mine");
        String mapping = file("m.yaml", MAPPING.replace("observed-at: at\n", ""));

        Said said = terminal.json("import", "--map", mapping, "--observed-at", "2025-11-02T00:00:00Z",
                file("series.csv", SERIES));

        assertThat(said.json().at("/files/0/from").asString()).isEqualTo("2025-11-02T00:00:00Z");
    }
}
