package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsCommandTest {

    private static final Terminal TERMINAL = new Terminal();

    @TempDir
    Path folder;

    @Test
    void promptsAreListedProposedAndPromoted() throws IOException {
        assertThat(TERMINAL.json("prompts").json().at("/0/state").asString()).isEqualTo("serving");
        assertThat(TERMINAL.run("prompts", "show", "narrative").out()).contains("Say why momentum is as it is");

        Path words = Files.writeString(folder.resolve("words.txt"), "Tell it in {language}.");
        assertThat(TERMINAL.run("prompts", "propose", "narrative", "--file", words.toString(), "--by", "ana").out())
                .contains("Kept as version 2 of narrative");
        assertThat(TERMINAL.run("prompts", "promote", "narrative", "2").out())
                .contains("Version 2 of narrative serves.");
        assertThat(TERMINAL.json("prompts", "show", "narrative").json().at("/0/author").asString()).isEqualTo("ana");
    }

    @Test
    void wrongUseIsToldWithAdvice() {
        assertThat(TERMINAL.run("prompts", "show", "poems").err()).contains("There is no purpose poems.", "Use one of");
        assertThat(TERMINAL.run("prompts", "show").err()).contains("the purpose is missing");
        assertThat(TERMINAL.run("prompts", "promote", "narrative", "77").err()).contains("There is no prompt 77");
        assertThat(TERMINAL.run("prompts", "propose", "narrative").err()).contains("--file is missing");
    }
}
