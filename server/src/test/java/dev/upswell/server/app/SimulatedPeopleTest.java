package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedPeopleTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void everyRowOfAWorldOfPeopleIsImported() {
        Said made = terminal.run("simulate", "--people", "--seed", "5", "--out", folder.toString());

        assertThat(made.exitCode()).as(made.screen()).isZero();
        assertThat(made.out()).contains("Wrote 3,000 videos, ", " actions of 120 people to " + folder + ".",
                "The truth lies apart in " + folder.resolve("truth").resolve("people-truth.csv.gz")
                        + "; import the others.");
        Said said = terminal.json("import", file("people-videos.jsonl.gz"), file("people-observations.csv.gz"),
                file("people-actions.jsonl.gz"));

        assertThat(said.exitCode()).as(said.screen()).isZero();
        List<String> formats = List.of("upswell-videos", "upswell-observations", "upswell-people");
        for (int i = 0; i < formats.size(); i++) {
            var report = said.json().at("/files/" + i);
            assertThat(report.at("/format").asString()).isEqualTo(formats.get(i));
            assertThat(report.at("/rowsRead").asLong()).isGreaterThanOrEqualTo(3_000);
            assertThat(report.at("/stored").asLong()).isEqualTo(report.at("/rowsRead").asLong());
        }
    }

    @Test
    void equalSeedsGiveEqualFiles() throws IOException {
        Path other = folder.resolve("other");
        terminal.run("simulate", "--people", "--out", folder.toString());
        terminal.run("simulate", "--people", "--out", other.toString());

        for (String name : List.of("people-videos.jsonl.gz", "people-observations.csv.gz", "people-actions.jsonl.gz",
                "truth/people-truth.csv.gz")) {
            assertThat(Files.mismatch(folder.resolve(name), other.resolve(name))).as(name).isEqualTo(-1);
        }
    }

    @Test
    void aWorldOfPeopleIsSmallOrMediumAndItsMarketDoesNotChange() {
        assertThat(terminal.run("simulate", "--people", "--size", "large", "--out", folder.toString()).err())
                .contains("unknown size of a world of people: large",
                        "Use small (120 people) or medium (2,000 people).");
        assertThat(terminal.run("simulate", "--people", "--change-on-day", "3", "--out", folder.toString()).err())
                .contains("a world of people has no market that changes");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
