package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
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
                "1 of 60 told by analysers, the others by their metadata; 0 could not be read", "Videos of 0–15 s",
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
}
