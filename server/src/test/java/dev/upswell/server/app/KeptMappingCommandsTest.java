package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `mappings` and imports by kept mappings, as people type them.
class KeptMappingCommandsTest {

    private static final String MAPPING = "kind: hashtag\nname: tag\nobserved-at: at\nsource: mine\nviews: seen\n";
    private static final String SERIES = "tag,at,seen\ndance,2025-11-01T00:00:00Z,100\n";

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Said done(String... words) {
        Said said = terminal.run(words);
        assertThat(said.exitCode()).as(said.screen()).isZero();
        return said;
    }

    @Test
    void aMappingIsKeptWithAnImportAndReadsTheNextFileUnasked() throws IOException {
        String mapping = file("m.yaml", MAPPING);
        Said first = done("import", "--map", mapping, "--keep", "clips", "--reason", "our own counters",
                file("a.csv", SERIES));
        assertThat(first.out()).contains("read by the kept mapping clips, version 1");
        assertThat(done("compliance", "policies").out()).contains("mine allowed", "our own counters");

        JsonNode next = terminal.json("import", file("b.csv", "Seen,Tag,At\n7,lash,2025-11-02T00:00:00Z\n")).json()
                .at("/files/0");
        assertThat(next.at("/stored").asInt()).isEqualTo(1);
        assertThat(next.at("/mapping").toString()).isEqualTo("{\"name\":\"clips\",\"version\":1}");

        Said list = done("mappings");
        assertThat(list.out()).contains("clips", "by its header of 3", "hand");
        JsonNode kept = terminal.json("mappings", "list").json().get(0);
        assertThat(kept.at("/imports").asInt()).isEqualTo(2);
        assertThat(kept.at("/reason").asString()).isEqualTo("our own counters");
    }

    @Test
    void mappingsAreSavedShownInVersionsAndRemoved() throws IOException {
        assertThat(done("mappings").out()).contains("No mapping is kept.");
        String mapping = file("m.yaml", MAPPING);
        String series = file("a.csv", SERIES);
        assertThat(terminal.run("mappings", "save", "clips", mapping, "--for", series).err())
                .contains("The source mine is in no terms policy", "or give the reason here");

        assertThat(done("mappings", "save", "clips", mapping, "--for", series, "--reason", "ours", "--by", "ada").out())
                .contains("Kept as clips, version 1, which reads files with its 3 columns unasked.",
                        "The source mine is allowed by your reason.");
        assertThat(done("mappings", "save", "clips", mapping).out()).contains("Nothing changed: clips, version 1");
        done("mappings", "save", "clips", file("m.yaml", MAPPING.replace("views", "likes")));

        assertThat(done("mappings", "show", "clips").out()).contains("# clips, version 2, confirmed",
                "# for the columns tag, at, seen", "likes: \"seen\"");
        Said first = done("mappings", "show", "clips", "--version", "1");
        assertThat(first.out()).contains("by ada: ours", "views: \"seen\"");
        assertThat(done("import", "--map", file("shown.yaml", first.out()), series).out()).contains("1 stored");

        assertThat(done("mappings", "remove", "clips").out()).contains("clips is out of use");
        assertThat(done("mappings", "show", "clips", "--version", "2").out()).contains("version 2, out of use");
        Said refused = terminal.run("import", file("b.csv", SERIES.replace("100", "200")));
        assertThat(refused.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(refused.err()).contains("b.csv is not known", "upswell import --map guess FILE begins with a guess");
        assertThat(terminal.run("mappings", "remove", "clips").exitCode()).isEqualTo(Cli.WRONG_USE);
    }

    @Test
    void aMappingSavedWithoutAHeaderIsUsedByItsName() throws IOException {
        assertThat(done("mappings", "save", "clips", file("m.yaml", MAPPING), "--reason", "ours").out())
                .contains("used by its name: upswell import --map clips FILE.");
        String series = file("a.csv", SERIES);

        assertThat(terminal.run("import", series).exitCode()).isEqualTo(Cli.FAILED);
        assertThat(done("import", "--map", "clips", series).out())
                .contains("read by the kept mapping clips, version 1");
        Said unknown = terminal.run("import", "--map", "other", series);
        assertThat(unknown.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(unknown.err()).contains("no mapping is kept under the name other, and there is no such file");
        assertThat(terminal.run("import", "--keep", "x", series).err())
                .contains("--keep and --reason need a mapping that is not kept yet");
    }

    @Test
    void rowsAreReadAgainByAMendedMappingInOneStep() throws IOException {
        String series = file("a.csv", "tag,at,seen\ndance,31/10/2025,100\n");
        Said all = done("import", "--map", file("m.yaml", MAPPING), "--keep", "clips", "--reason", "ours", series);
        assertThat(all.out()).contains("the mapping clips, version 1 could use no row");

        Said saved = done("mappings", "save", "clips",
                file("m.yaml", MAPPING.replace("at\n", "{column: at, format: day-first}\n")));
        assertThat(saved.out()).contains("1 quarantined rows can be read again: upswell quarantine retry --map clips");

        assertThat(done("quarantine", "retry", "--map", "clips").out())
                .contains("1 rows tried again: 1 stored, 0 known already, 0 left.");
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingKeptAndNothingAllowed() throws IOException {
        Said said = terminal.run("import", "--map", file("m.yaml", MAPPING), "--keep", "clips", "--reason", "ours",
                file("a.csv", "tag,at,viewed\ndance,2025-11-01,7\n"));

        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains("the header has no column seen");
        assertThat(done("mappings").out()).contains("No mapping is kept.");
        assertThat(terminal.json("compliance", "policies").json().at("/rules")).isEmpty();
    }
}
