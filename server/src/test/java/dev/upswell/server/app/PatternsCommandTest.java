package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternsCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    private PostedFiles files;

    @BeforeEach
    void write() throws IOException {
        files = PostedFiles.write(folder, 60);
    }

    @Test
    void analysesComeInPatternsAreSearchedListedAndShown() {
        assertThat(terminal.run("patterns", "list").out()).contains("Nothing was searched yet.");
        assertThat(terminal.run("import", files.videos().toString(), files.observations().toString()).exitCode())
                .isZero();

        Said taken = terminal.run("patterns", "import", files.analyses().toString());
        Said said = terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "#Bali", "--by", "ada");

        assertThat(taken.out()).contains("1 payload of 1 video stored, 0 of them in place of others; 0 known already");
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("for Acme in videos of #bali: done.", "60 of 60 videos are looked at.",
                "1 of 60 told by analysers or by hand, the others by their metadata; 0 could not be read",
                "Videos of 0–15 s",
                "of the top tenth", "of 4 models", "Models on videos they did not see: random forest R²",
                "1 pattern confirmed, of ", "Ask a question in the caption", "high priority");
        Said list = terminal.json("patterns", "list");
        String id = list.json().at("/0/id").asString();
        assertThat(list.json().at("/0/confirmed").asInt()).isPositive();
        assertThat(terminal.run("patterns", "list").out()).contains(id, "Acme", "#bali", "done");
        assertThat(terminal.run("patterns", "show", id).out()).isEqualTo(said.out());
        assertThat(terminal.json("patterns", "show", id).json().at("/buckets/0/patterns/0/feature").asString())
                .isEqualTo("metadata_has_question");
    }

    @Test
    void aSearchThatWasCutOffGoesOnWithTheSameWishesAndSaysSo() {
        terminal.run("import", files.videos().toString(), files.observations().toString());
        String[] run = {"patterns", "run", "--client", "Acme", "--hashtag", "bali"};
        String whole = terminal.run(run).out();
        String id;
        try (OpenWorkplace workplace = terminal.workplace();
                BegunSearch begun = workplace.creative().patterns().begin(new PatternRuns.Wanted("Acme",
                        PatternSubject.of("bali", null), PatternSettings.USUAL, "ada"))) {
            id = begun.id().toString();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> begun.run(1, (done, total) -> {
                if (done == 31) {
                    throw new IllegalStateException("killed");
                }
            }));
        }

        assertThat(terminal.run("patterns", "give-up", "x").err()).contains("There is no search for patterns under x.");
        Said said = terminal.run(run);

        assertThat(said.err()).isEqualTo("Goes on with search " + id + ", which was cut off after 31 of 60 videos.\n");
        assertThat(said.out().lines().skip(1).toList()).isEqualTo(whole.lines().skip(1).toList());
        assertThat(said.out()).startsWith("Search " + id);
        assertThat(terminal.run("patterns", "give-up", id).err())
                .contains("The search " + id + " cannot be given up: it is done.");
        assertThat(terminal.run("patterns", "resume", id).err())
                .contains("The search " + id + " cannot go on: it is done.");
    }

    @Test
    void whatCameInFromOtherDatesIsSaid() {
        assertThat(terminal.run("import", files.videos().toString(), files.observations().toString()).exitCode())
                .isZero();

        String out = terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "bali", "--collect", "20",
                "--best", "30", "--widen", "dates").out();

        assertThat(out).contains("0–15 s had 20 of 30 wanted videos and has 30: 10 further ones of the same dates");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "bali", "--collect", "20",
                "--best", "30", "--widen", "none").out()).contains("20 of 60 videos are looked at.");
    }

    @Test
    void videosOfUnknownLengthAreAGroupOfTheirOwnThatIsNoLength() throws IOException {
        Path unmeasured = Files.writeString(folder.resolve("unmeasured.jsonl"),
                Files.readString(files.videos()).replaceAll("\"durationSeconds\":\\d+,", ""));
        assertThat(terminal.run("import", unmeasured.toString(), files.observations().toString()).exitCode()).isZero();

        Said usual = terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "bali");
        Said asked = terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "bali", "--unknown-length");

        assertThat(usual.err()).contains("none can be used: 60 without a known length",
                "search them as a group of their own (--unknown-length)");
        assertThat(asked.out()).contains("Videos of unknown length",
                "No length: short and long ones are mixed, and length itself may stand behind what is found.",
                "Ask a question in the caption").containsPattern("unknown length +60 .* –  +–  +recommended")
                .doesNotContain("priority");
    }

    @Test
    void wrongUseIsTold() {
        assertThat(terminal.run("patterns").err()).contains("what is to be done with patterns?");
        assertThat(terminal.run("patterns", "import", folder.resolve("none.json").toString()).err())
                .contains("does not exist");
        assertThat(terminal.run("patterns", "run", "--client", "Acme").err()).contains("No video is stored.",
                "Import or collect some first");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "a", "--creators", "b").err())
                .contains("Both a hashtag and creators are named.");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--min-engagement", "5").err())
                .contains("Least engagement (5.0) must lie between 0 and 1.");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--workers", "99").err())
                .contains("--workers (99) must be 1 to 64");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--widen", "far").err())
                .contains("--widen (far) must be hashtags, dates or none");
        assertThat(terminal.run("patterns", "show", "x").err()).contains("There is no search for patterns under x.");
    }

    @Test
    void clientsArePlacedAndPatternsWithThem() {
        assertThat(terminal.run("import", files.videos().toString(), files.observations().toString()).exitCode())
                .isZero();
        assertThat(terminal.run("patterns", "levels").out()).contains("Searches: 0, clients: 0, industries: 0.",
                "No pattern is confirmed in any of them.");
        assertThat(terminal.run("patterns", "run", "--client", "Acme", "--hashtag", "bali").exitCode()).isZero();
        assertThat(terminal.run("patterns", "levels").out()).contains(
                "Left out, because nobody has said their industry: Acme.");
        assertThat(terminal.run("patterns", "benchmarks", "--client", "Acme").err()).contains(
                "Nobody has said which industry Acme belongs to.");

        assertThat(terminal.run("patterns", "industries", "set", "surfing", "--name", "surfing", "--category", "sports",
                "--cluster", "leisure", "--hashtags", "#waves,surf", "--engagement", "0.061", "--lengths", "up_to_15")
                .out()).contains("surfing", "6.1 %", "0–15 s", "added");
        assertThat(terminal.run("patterns", "industries", "place", "--client", "Acme", "--industry", "surfing").out())
                .contains("Acme belongs to surfing.");

        assertThat(terminal.run("patterns", "industries").out()).contains("functional_drinks", "built in", "Acme");
        Said levels = terminal.json("patterns", "levels");
        assertThat(levels.json().at("/patterns/0/level").asString()).isEqualTo("none");
        assertThat(levels.json().at("/patterns/0/evidence/0/industry").asString()).isEqualTo("surfing");
        assertThat(terminal.run("patterns", "levels").out()).contains("Ask a question in the caption (not placed)",
                "1 of 1");
        assertThat(terminal.run("patterns", "benchmarks", "--client", "Acme").out()).contains(
                "Acme among clients of surfing:", "clients with 20 videos of it: 1; five are needed");
        assertThat(terminal.run("patterns", "benchmarks", "--make").out()).contains(
                "0 made, 0 stand as they were, 0 wait until three clients differ, 1 withheld.");
        assertThat(terminal.run("patterns", "industries", "remove", "surfing").err()).contains(
                "To the industry surfing belong Acme.");
        assertThat(terminal.run("patterns", "industries", "place", "--client", "Acme").out()).contains(
                "Acme belongs to no industry.");
        assertThat(terminal.run("patterns", "industries", "remove", "surfing").out()).contains(
                "The industry surfing is removed.");
        assertThat(terminal.run("patterns", "benchmarks").err()).contains(
                "either --client NAME or --make must be given");
    }
}
