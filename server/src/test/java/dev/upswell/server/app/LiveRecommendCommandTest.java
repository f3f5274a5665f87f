package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Recommendations for which a live source is asked, as a person at a terminal asks for them, at a sandbox.
class LiveRecommendCommandTest {

    private static final SandboxSettings SETTINGS = SandboxSettings.usual(4, Terminal.NOW.plus(Duration.ofDays(6)));

    private final Sandbox sandbox = Sandbox.start(SETTINGS, InstantSource.fixed(Terminal.NOW), 0).orElseThrow();
    private final List<String> busy = sandbox.busiest(2);

    @TempDir
    private Path folder = Path.of("");

    private Terminal terminal = new Terminal();

    @BeforeEach
    void profileSomebody() throws IOException {
        terminal = new Terminal(Map.of("UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata",
                "UPSWELL_ENSEMBLEDATA_TOKEN", SandboxSettings.TOKEN, "UPSWELL_ENSEMBLEDATA_UNITS_PER_DAY", "50",
                "UPSWELL_RECOMMEND_LIVE_QUERIES", "4"));
        profiled(terminal);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String taxonomy() throws IOException {
        return file("taxonomy.json", """
            {"categories": [
             {"tag": "%s", "description": "Videos of one kind.", "keywords": ["%s", "kitchen", "noodles"]},
             {"tag": "%s", "description": "Videos of another kind.", "keywords": ["%s", "garden", "flowers"]}]}
            """.formatted(busy.get(0), busy.get(0), busy.get(1), busy.get(1)));
    }

    /// Somebody who liked two videos of the sandbox's busiest hashtag, of which nothing else is stored.
    private void profiled(Terminal whose) throws IOException {
        String videos = """
            {"id":"old0","createdAt":"2025-11-18T08:00:00Z","creator":"x0","hashtags":["TAG"],"caption":"kitchen noodles #TAG"}
            {"id":"old1","createdAt":"2025-11-18T08:00:00Z","creator":"x1","hashtags":["TAG"],"caption":"noodles kitchen #TAG"}
            """;
        assertThat(whose.run("import", file("videos.jsonl", videos.replace("TAG", busy.getFirst()))).exitCode())
                .isZero();
        whose.run("import", file("people.jsonl", """
            {"account":"ani","video":"old0","action":"liked","at":"2025-11-18T10:00:00Z"}
            {"account":"ani","video":"old1","action":"liked","at":"2025-11-19T10:00:00Z"}
            """));
        Said made = whose.run("profile", "--username", "ani", "--taxonomy", taxonomy(), "--ground", "own");
        assertThat(made.exitCode()).as(made.screen()).isZero();
    }

    private long units() {
        return sandbox.unitsCharged(Terminal.NOW.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static List<String> lacks(JsonNode given) {
        return given.at("/degraded").valueStream().map(lack -> lack.at("/what").asString()).toList();
    }

    @Test
    void whatASourceTellsNowIsRecommendedWithWhoToldItAndTheSameIsNotAskedAgain() {
        assertThat(terminal.json("recommend", "--username", "ani").json().at("/items")).as("liked ones are known")
                .isEmpty();
        assertThat(units()).as("off unless somebody says so").isZero();

        JsonNode given = terminal.json("recommend", "--username", "ani", "--count", "1", "--live").json();

        assertThat(given.at("/live/source").asString()).as(given.toString()).isEqualTo("ensembledata");
        assertThat(given.at("/live/asked").asInt()).isEqualTo(4);
        assertThat(given.at("/live/videos").asInt()).isPositive();
        assertThat(units()).isEqualTo(4);
        assertThat(given.at("/items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.at("/live/source").asString()).isEqualTo("sim-ensembledata");
            assertThat(item.at("/live/query").asString()).contains(busy.get(0));
            assertThat(item.at("/live/forThisList").asBoolean()).isTrue();
            assertThat(item.at("/live/at").asString()).isEqualTo(Terminal.NOW.toString());
        });

        Said again = terminal.run("recommend", "--username", "ani", "--count", "1", "--live");
        assertThat(again.out()).contains("Queries to ensembledata: 0 answered now, 4 by what was told before",
                "Told by sim-ensembledata at 2025-11-21T12:00:00Z");
        assertThat(units()).isEqualTo(4);
        assertThat(terminal.json("sources").json().toString()).contains("\"used\":4");
    }

    @Test
    void thePipelineAsksTooAndTheSettingAsksForAll() throws IOException {
        JsonNode all = terminal.json("pipeline", "--username", "ani", "--count", "3", "--live").json();
        assertThat(all.at("/recommendations/live/asked").asInt()).as(all.toString()).isEqualTo(4);
        assertThat(all.at("/recommendations/items")).isNotEmpty();

        Map<String, String> always = new HashMap<>(Map.of("UPSWELL_API23_URL", sandbox.address() + "/api23",
                "UPSWELL_API23_KEY", SandboxSettings.TOKEN, "UPSWELL_RECOMMEND_LIVE", "true",
                "UPSWELL_RECOMMEND_LIVE_QUERIES", "2"));
        Terminal other = new Terminal(always);
        profiled(other);
        Said said = other.run("recommend", "--username", "ani", "--count", "2");
        assertThat(said.out()).contains("Queries to api23: 1 answered now", "spared",
                "Asked for just now at sim-api23: \"");
        assertThat(other.json("recommend", "--username", "ani", "--no-live").json().has("live")).isFalse();
    }

    @Test
    void withoutAKeyStoredVideosStandInAndTheListSaysSo() throws IOException {
        Terminal keyless = new Terminal();
        profiled(keyless);
        keyless.run("import", file("more.jsonl", """
            {"id":"new0","createdAt":"2025-11-20T08:00:00Z","creator":"x7","hashtags":[],"caption":"kitchen noodles %s"}
            """.formatted(busy.getFirst())));

        Said said = keyless.run("recommend", "--username", "ani", "--count", "1", "--live");

        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(said.out()).contains("No live source that can be searched has a key: stored videos alone", "new0");
        assertThat(lacks(keyless.json("recommend", "--username", "ani", "--live").json())).contains("LIVE_UNSET");
    }

    @Test
    void whatFailsIsToldQueryByQuery() {
        sandbox.order(Fate.FAILING, Fate.FAILING, Fate.FAILING, Fate.FAILING);

        Said said = terminal.run("recommend", "--username", "ani", "--live");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("The live source did not answer every query",
                "0 answered now, 0 by what was told before, 4 not answered; 0 videos told.",
                busy.getFirst() + ": failed, HTTP 500").doesNotContain(SandboxSettings.TOKEN);
    }

    @Test
    void aProfileInAFileIsRecommendedFromAndKept() throws IOException {
        Path written = folder.resolve("profile.json");
        assertThat(terminal.run("profile", "--username", "ani", "--output", written.toString()).exitCode()).isZero();
        JsonNode same = terminal.json("recommend", "--profile", written.toString(), "--live", "--count", "3").json();
        assertThat(same.at("/items")).as(same.toString()).isNotEmpty();
        assertThat(terminal.json("profile", "list").json().at("/profiles")).hasSize(1);

        String brought = file("brought.json",
                """
                    {"username": "budi", "ground": "consent", "tags": [{"tag": "%s", "affinity": 0.9}, {"tag": "unheard_of", "affinity": 0.4}]}
                    """.formatted(
                        busy.get(1)));
        JsonNode given = terminal.json("recommend", "--profile", brought, "--count", "2", "--live").json();
        assertThat(given.at("/items").valueStream().filter(item -> item.has("live"))).isNotEmpty()
                .allSatisfy(item -> assertThat(item.at("/tags/0").asString()).isEqualTo(busy.get(1)));
        assertThat(terminal.run("profile", "list").out()).contains("budi", "consent");
        assertThat(terminal.run("recommend", "--username", "budi", "--count", "2", "--live").out())
                .as("the profile is kept").contains("of ", "Kept as ");
    }

    @Test
    void aFileThatIsNoProfileOrOfSomebodyElseIsRefused() throws IOException {
        assertWrongUse(terminal.run("recommend", "--profile", folder.resolve("none.json").toString()),
                "none.json cannot be read.", "Check its name");
        assertWrongUse(terminal.run("recommend", "--profile", file("a.json", "[]")), "This is no profile: ",
                "upswell profile --username HANDLE --output FILE");
        assertWrongUse(terminal.run("recommend", "--profile", file("b.json", "{\"username\"")),
                "This is no profile: it is not JSON", "upswell profile");
        String ani = file("c.json", "{\"username\":\"ani\",\"tags\":[{\"tag\":\"x\",\"affinity\":1.4}]}");
        assertWrongUse(terminal.run("recommend", "--profile", ani), "affinity (1.4) must be from 0 to 1", "Maybe");
        String other = file("d.json", "{\"username\":\"ani\",\"tags\":[{\"tag\":\"x\",\"affinity\":0.4}]}");
        assertWrongUse(terminal.run("recommend", "--username", "budi", "--profile", other),
                "The profile in the file is of ani, not of budi.", "Leave --username out");
        assertWrongUse(terminal.run("recommend", "--profile", other), "No kept taxonomy knows a tag",
                "Bring the taxonomy");
        String groundless = file("e.json",
                "{\"username\":\"eko\",\"tags\":[{\"tag\":\"%s\",\"affinity\":0.4}]}".formatted(busy.getFirst()));
        assertWrongUse(terminal.run("recommend", "--profile", groundless),
                "Nobody told on which ground eko may be profiled.", "Say own");
        assertThat(terminal.run("profile", "list").out()).doesNotContain("eko");
    }

    private static void assertWrongUse(Said said, String what, String advice) {
        assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(what, advice);
    }
}
