package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the sentence model that ships.
class TextsCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    @Test
    void captionsOfAnImportedFileGetVectorsAndLanguages() throws IOException {
        assertThat(terminal.run("texts").out()).contains("No version was learnt yet.");
        assertThat(terminal.run("texts", "run").err())
                .contains("There are 0 captions, and vectors are learnt from 50.");
        Path file = Files.writeString(folder.resolve("items.jsonl"),
                IntStream.range(0, 60).mapToObj(TextsCommandTest::line).collect(Collectors.joining("\n")));

        assertThat(terminal.run("import", "--observed-at", "2023-12-01T00:00:00Z", file.toString()).exitCode())
                .isZero();
        Said ran = terminal.run("texts", "run");

        assertThat(ran.out()).contains("60 captions: 60 vectors made, 0 removed; a version was learnt.");
        assertThat(terminal.run("texts").out()).contains("0 terms, all-MiniLM-L6-v2-q", "60 videos: en 30, vi 30.");
        assertThat(terminal.run("agents", "run", "semantics").exitCode()).isZero();
        assertThat(terminal.run("themes", "run").out()).contains("60 captions: ");
        assertThat(terminal.run("themes", "show", "7").err()).contains("There is no theme 7.");
        assertThat(terminal.run("themes", "labels", "--approve", "Phở Stories", "--by", "ada").out())
                .contains("Phở Stories: approved by ada");
        assertThat(terminal.run("themes", "labels", "--reject", "12").err()).contains("The label (12) must have");
        assertThat(terminal.run("themes", "divergences").out()).contains("Nothing was looked for yet. Compute metrics");
        assertThat(terminal.run("themes", "divergences", "--as-of", "2020-01-01T00:00:00Z", "--json").out().strip())
                .isEqualTo("[ ]");
        assertThat(terminal.run("themes", "collisions").out())
                .contains("pairs tested as of 2023-11-14T22:14:19Z, 0 collide.");
        assertThat(terminal.run("themes", "collisions", "--kind", "theme", "--as-of", "2020-01-01T00:00:00Z").out())
                .contains("Nothing was looked for yet.");
        assertThat(terminal.run("themes", "names").out()).contains("Nobody decided on a name yet, and none waits.");
        assertThat(terminal.run("themes", "names", "--approve", "Phở 24", "--kind", "brand", "--by", "ada").out())
                .contains("Phở 24 (brand): approved by ada");
        assertThat(terminal.run("themes", "names", "--approve", "-").err()).contains("The name (-) must have");
    }

    @Test
    void aTextThatIsGivenIsRead() {
        assertThat(terminal.run("texts", "read", "not bad, I love it").out()).contains("Language: en",
                "positive (+0.74): bad +0.48, love it +1.00");
        assertThat(terminal.run("texts", "read", "packing the orders for tuesday").out())
                .contains("Praise and complaint: unknown");
        assertThat(terminal.json("texts", "read", "packing the orders for tuesday").out())
                .contains("\"language\"").doesNotContain("\"valence\"");
    }

    private static String line(int number) {
        String caption = number % 2 == 0
                ? "how to cook the best noodles of the street #food"
                : "mình đi ăn phở ngon quá các bạn ơi #monngon";
        long posted = 1_700_000_000L + number;
        return """
            {"id":"%d","desc":"%s","createTime":%d,"author":{"uniqueId":"user%d"},\
            "stats":{"playCount":1200,"diggCount":30},"video":{"duration":15}}""".formatted(posted << 32, caption,
                posted, number % 9);
    }
}
