package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Taxonomies as a person at a terminal makes and compares them.
class TaxonomyCommandTest {

    private static final List<List<String>> SUBJECTS = List.of(
            List.of("sourdough", "crumb", "oven", "flour", "baking", "loaf"),
            List.of("striker", "league", "keeper", "derby", "penalty", "stadium"),
            List.of("pantai", "gunung", "penginapan", "liburan", "pulau", "senja"));

    @TempDir
    private Path folder = Path.of("");

    private final Terminal terminal = new Terminal();

    private Path texts(int subjects) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40 * subjects; i++) {
            List<String> words = SUBJECTS.get(i % subjects);
            int at = i / subjects;
            lines.add(words.get(at % 6) + " and " + words.get((at + 1) % 6) + " #" + words.get((at + 2) % 6) + " #"
                    + words.get((at * 5 + 4) % 6));
        }
        return Files.write(folder.resolve("texts" + subjects + ".txt"), lines);
    }

    @Test
    void aFileOfTextsBecomesAFileOfCategories() throws IOException {
        Path output = folder.resolve("taxonomy.json");

        Said said = terminal.run("taxonomy", "--input", texts(2).toString(), "--output", output.toString(),
                "--num-categories", "2");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("2 categories of 80 texts written to " + output);
        JsonNode written = JsonMapper.shared().readTree(Files.readString(output));
        assertThat(written.at("/source").asString()).isEqualTo("texts2.txt");
        assertThat(written.at("/asked_categories").asInt()).isEqualTo(2);
        assertThat(written.at("/categories")).hasSize(2);
        for (JsonNode category : written.at("/categories")) {
            assertThat(category.at("/tag").asString()).matches("[a-z]+(_[a-z]+)+");
            assertThat(category.at("/description").asString()).startsWith("Videos about ");
            assertThat(category.at("/keywords").size()).isBetween(5, 10);
            assertThat(category.at("/embedding")).hasSize(128);
        }
        assertThat(terminal.json("taxonomy", "list").json().at("/taxonomies")).as("no store is asked").isEmpty();
    }

    @Test
    void versionsAreKeptAndComparedAndTagsStay() throws IOException {
        JsonNode first = terminal.json("taxonomy", "--input", texts(2).toString(), "--num-categories", "2").json();
        JsonNode second = terminal.json("taxonomy", "--input", texts(3).toString(), "--num-categories", "3").json();

        assertThat(first.at("/taxonomy").asInt()).isEqualTo(1);
        assertThat(second.at("/taxonomy").asInt()).isEqualTo(2);
        assertThat(tags(second)).hasSize(3).containsAll(tags(first));
        JsonNode compared = terminal.json("taxonomy", "compare", "1", "2").json();
        assertThat(compared.at("/stayed")).hasSize(2);
        assertThat(compared.at("/gone")).isEmpty();
        assertThat(compared.at("/added")).hasSize(1);
        assertThat(terminal.run("taxonomy", "compare", "1", "2").out()).contains("2 stayed, 0 went, 1 came.");
        assertThat(terminal.run("taxonomy", "list").out()).contains("texts3.txt");
        assertThat(tags(terminal.json("taxonomy", "show", "1").json())).isEqualTo(tags(first));
    }

    private static List<String> tags(JsonNode taxonomy) {
        List<String> tags = new ArrayList<>();
        taxonomy.at("/categories").forEach(category -> tags.add(category.at("/tag").asString()));
        return tags;
    }

    @Test
    void descriptionsAreInIndonesianWhereThatIsAsked() throws IOException {
        Said said = terminal.json("taxonomy", "--input", texts(2).toString(), "--num-categories", "2", "--language",
                "id");

        assertThat(said.json().at("/categories/0/description").asString()).startsWith("Video tentang ");
    }

    @Test
    void whatCannotBeMadeIsToldWithWhatToDo() throws IOException {
        Path few = Files.writeString(folder.resolve("few.txt"), "one text\n\n");
        assertWrongUse(terminal.run("taxonomy"), "There are no texts to make categories from.", "Import videos");
        assertWrongUse(terminal.run("taxonomy", "--input", few.toString()), "No category came out of 1 text.",
                "Give more texts");
        assertWrongUse(terminal.run("taxonomy", "--input", texts(2).toString(), "--num-categories", "0"),
                "number of categories (0) must be from 1 to 500", "Maybe 100 was meant.");
        assertWrongUse(terminal.run("taxonomy", "--input", folder.resolve("none.txt").toString()), "cannot be read",
                "UTF-8");
        assertWrongUse(terminal.run("taxonomy", "--language", "fr"), "--language fr is not known here.", "en or id");
        assertWrongUse(terminal.run("taxonomy", "show", "9"), "There is no taxonomy 9.", "taxonomy list");
        assertThat(terminal.run("taxonomy", "list").out()).contains("There is no taxonomy yet.");
    }

    private static void assertWrongUse(Said said, String what, String advice) {
        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(what, advice);
    }
}
