package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void goodRowsAreScoredAndBadOnesNamedWithTheirLine() throws IOException {
        Said said = terminal.run("score", file("creators.csv", """
            creator_id,conversion_rate,total_revenue,video_quality
            ada,0.05,,0.2
            bob,2,much,0.5
            eve,,,
            """));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("ada", "0.450", "0.065 to 0.921", "14 %", "video quality", "eve", "–",
                "2 scored, 1 cannot be scored.");
        assertThat(said.err()).contains("line 3: ", "total_revenue must be a number, and is much.",
                "conversion_rate must be from 0 to 1, and is 2.0.");
    }

    @Test
    void jsonLinesGiveTheSameAsTables() throws IOException {
        Said said = terminal.json("score", file("creators.jsonl", """
            {"creator_id":"ada","conversion_rate":0.05,"video_quality":0.2}

            {"convertion_rate":0.05}
            """));

        assertThat(said.json().at("/scored/0/creator").asString()).isEqualTo("ada");
        assertThat(said.json().at("/scored/0/first").asString()).isEqualTo("video_quality");
        assertThat(said.json().at("/refused/0/line").asInt()).isEqualTo(3);
        assertThat(said.json().at("/refused/0/problems/0").asString()).isEqualTo("There is no input convertion_rate.");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(terminal.run("score", "/nowhere/creators.csv").err()).contains("cannot be read");
    }

    @Test
    void videosThatNobodyReadHaveNoScore() {
        assertThat(terminal.run("score", "videos").out()).contains("No video has a score.",
                "0 scores are new or changed, 0 settled scores; 0 alarms and 0 rules opened a task.");
        assertThat(terminal.json("score", "videos", "--literal").json().at("/videos")).isEmpty();
        assertThat(terminal.run("score", "videos", "--top", "0").err()).contains("--top (0) must be 1 to 500");
    }

    @Test
    void whatIsToldOfCreatorsIsKeptScoredAndListed() throws IOException {
        assertThat(terminal.run("score", "creators").out()).contains("No scorecard is kept yet.");
        assertThat(terminal.run("score", "run").err()).contains("nothing is known yet");
        Said told = terminal.run("score", "tell", file("inputs.csv", """
            creator_id,conversion_rate,total_revenue
            @Ada,0.01,5000
            bob,7,
            """), "--at", "2025-03-01T00:00:00Z");
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out()).contains("2 values of 1 creators are kept, 1 rows are not.");
        assertThat(told.err()).contains("line 3: conversion_rate must be from 0 to 1, and is 7.0.");

        assertThat(terminal.run("score", "run").out()).contains("1 creators were scored as of 2025-03-01T00:00:00Z.");
        assertThat(terminal.run("score", "creators", "--sort", "gap").out()).contains("ada", "0.300", "conversion rate",
                "1 of 1 creators.");
        assertThat(terminal.run("score", "creators", "--sort", "age").err()).contains("--sort (age) must be one of");
        assertThat(terminal.run("score", "creator", "@ada").out()).contains("@ada as of 2025-03-01T00:00:00Z: 0.300",
                "sales performance", "Fix conversion rate: it stands at 0.010", "told: inputs.csv");
        assertThat(terminal.run("score", "creator", "bob").err()).contains("No scorecard is kept of creator bob.");
        assertThat(terminal.json("score", "creator", "ada").json().at("/inputs/0/value").asDouble()).isEqualTo(0.01);
    }

    @Test
    void adsAreLinkedToHandlesOrToPseudonymsWhereTheseAreShown() throws IOException {
        assertThat(terminal.run("score", "ads", "@Ada", "spring").out()).contains("Ads spring count on the scorecard");
        assertThat(terminal.run("score", "ads", "a".repeat(201), "spring").err())
                .contains("The creator must have 1 to 200 characters, none of them zero.");
        assertThat(terminal.run("score", "ads", "ada", "s".repeat(201)).err())
                .contains("The ads must have 0 to 200 characters, none of them zero.");
        String since = terminal.json("score", "ads", "ada").json().at("/0/since").asString();
        assertThat(terminal.run("score", "ads", "ada").out()).contains("spring", "hand");
        assertThat(terminal.run("score", "ads", "ada", "--remove").err()).contains("what is to be removed?");
        assertThat(terminal.run("score", "ads", "ada", "--remove", "--since", since).out())
                .contains("What was said as of " + since + " is forgotten.");
        assertThat(terminal.run("score", "ads", "ada").out()).contains("Nothing was said of ads of ada");
        assertThat(terminal.run("score", "ads", "ada", "").out()).contains("on no ads count on the scorecard of ada.");

        Terminal veiled = new Terminal(Map.of("UPSWELL_SCORECARD_PSEUDONYMS", "true"));
        veiled.run("score", "tell", file("one.csv", "creator_id,conversion_rate\nada,0.01\n"), "--at",
                "2025-03-01T00:00:00Z");
        veiled.run("score", "run");
        String pseudonym = veiled.json("score", "creators").json().at("/0/creator").asString();
        assertThat(pseudonym).startsWith("creator-");
        assertThat(veiled.run("score", "ads", pseudonym, "spring").exitCode()).isZero();
        assertThat(veiled.run("score", "ads", "ada", "spring").err()).contains("No scorecard is kept of creator ada.");
    }

    @Test
    void weightingsAreListedAndAdopted() {
        assertThat(terminal.run("score", "weights").out()).contains("seed", "55 %", "equal", "yes");
        assertThat(terminal.run("score", "weights", "--adopt", "equal").err()).contains("reason is missing.");
        assertThat(terminal.json("score", "weights", "--adopt", "equal", "--reason", "To compare").json()
                .at("/1/inForce").asBoolean()).isTrue();
        assertThat(terminal.run("score").err()).contains("what is to be scored?");
    }
}
