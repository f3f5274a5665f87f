package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Profiles as a person at a terminal makes, reads and erases them.
class ProfileCommandTest {

    private static final String TAXONOMY = """
        {"categories": [
         {"tag": "sourdough_bread", "description": "Videos about bread.", "keywords": ["sourdough", "bread", "oven", "crumb", "flour"]},
         {"tag": "football_league", "description": "Videos about football.", "keywords": ["football", "league", "striker", "penalty", "derby"]},
         {"tag": "election_news", "description": "Videos about elections.", "keywords": ["election", "vote", "parliament", "senate", "party"]}]}
        """;

    @TempDir
    private Path folder = Path.of("");

    private final Terminal terminal = new Terminal();

    private String taxonomy = "";

    @BeforeEach
    void videosAndActionsAreKnown() throws IOException {
        taxonomy = Files.writeString(folder.resolve("taxonomy.json"), TAXONOMY).toString();
        run("videos.jsonl",
                """
                    {"id":"v1","createdAt":"2025-10-01T10:00:00Z","creator":"baker","hashtags":["sourdough"],"caption":"Sourdough bread from a hot oven"}
                    {"id":"v2","createdAt":"2025-10-02T10:00:00Z","creator":"baker","hashtags":["bread"],"caption":"Bread with open crumb, good flour"}
                    {"id":"v3","createdAt":"2025-10-03T10:00:00Z","creator":"kicker","hashtags":[],"caption":"Football league derby, a late penalty"}
                    {"id":"v4","createdAt":"2025-10-04T10:00:00Z","creator":"speaker","hashtags":[],"caption":"Vote in the election for parliament"}
                    """);
        run("readings.csv", """
            kind,id,source,observed_at,views,likes,comments,shares,followers
            video,v1,apify,2025-11-01T00:00:00Z,10000,900,50,20,
            video,v2,apify,2025-11-01T00:00:00Z,20000,100,5,2,
            creator,baker,apify,2025-11-01T00:00:00Z,,,,,25000
            creator,kicker,apify,2025-11-01T00:00:00Z,,,,,90
            """);
        run("people.jsonl", """
            {"account":"ani","video":"v1","action":"liked","at":"2025-11-10T10:00:00Z"}
            {"account":"ani","video":"v2","action":"reposted","at":"2025-11-11T10:00:00Z"}
            {"account":"ani","video":"v4","action":"liked","at":"2025-11-12T10:00:00Z"}
            {"account":"ani","video":"v9","action":"liked","at":"2025-11-12T10:00:00Z"}
            {"account":"bo","video":"v3","action":"liked","at":"2025-11-12T10:00:00Z"}
            {"account":"ani","video":"v3","action":"glanced","at":"2025-11-12T10:00:00Z"}
            """);
    }

    private void run(String name, String content) throws IOException {
        Said said = terminal.run("import", Files.writeString(folder.resolve(name), content).toString());
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    @Test
    void aProfileSaysWhatIsLikedWhyAndWhatToSearchFor() throws IOException {
        Path output = folder.resolve("profile.json");
        Said said = terminal.json("profile", "--username", "@Ani", "--taxonomy", taxonomy, "--ground", "consent",
                "--output", output.toString());

        JsonNode profile = said.json();
        assertThat(profile.at("/username").asString()).isEqualTo("ani");
        assertThat(profile.at("/ground").asString()).isEqualTo("consent");
        assertThat(profile.at("/likes").asInt()).isEqualTo(2);
        assertThat(profile.at("/reposts").asInt()).isEqualTo(1);
        assertThat(profile.at("/tags")).hasSize(1);
        JsonNode bread = profile.at("/tags/0");
        assertThat(bread.at("/tag").asString()).isEqualTo("sourdough_bread");
        assertThat(bread.at("/affinity").asDouble()).isBetween(.3, 1.0);
        assertThat(bread.at("/reason").asString()).contains("2 of 2 items (1 repost, 1 like) speak of it");
        assertThat(bread.at("/evidence").toString()).contains("v1", "v2");
        assertThat(profile.at("/queries/0/query").asString()).isEqualTo("sourdough bread");
        assertThat(profile.toString()).doesNotContain("election")
                .contains("1 video was met of which nothing is stored.");
        assertThat(JsonMapper.shared().readTree(Files.readString(output))).isEqualTo(profile);
        assertThat(terminal.run("profile", "list").out()).contains("ani", "consent", "sourdough_bread");
    }

    @Test
    void anAccountThatPostsIsProfiledByItsPostsAndAPublicFigureNeedsFollowers() {
        JsonNode baker = terminal.json("profile", "--username", "baker", "--taxonomy", taxonomy, "--ground",
                "public-figure").json();

        assertThat(baker.at("/posts").asInt()).isEqualTo(2);
        assertThat(baker.at("/followers").asInt()).isEqualTo(25_000);
        assertThat(baker.at("/tags/0/tag").asString()).isEqualTo("sourdough_bread");
        assertWrongUse(terminal.run("profile", "--username", "kicker", "--taxonomy", taxonomy, "--ground",
                "public-figure"), "kicker is no public figure here: it has 90 followers.", "10,000 followers");
        assertWrongUse(terminal.run("profile", "--username", "nobody", "--taxonomy", taxonomy, "--ground",
                "public-figure"), "nobody told how many follow it", "10,000 followers");
    }

    @Test
    void withoutAGroundNobodyIsProfiledAndWithOneItIsRemembered() {
        assertWrongUse(terminal.run("profile", "--username", "ani", "--ground", "own"), "There is no taxonomy yet.",
                "upswell taxonomy");
        assertWrongUse(terminal.run("profile", "--username", "ani", "--taxonomy", taxonomy),
                "Nobody told on which ground ani may be profiled.", "own for an account of one's own");
        assertWrongUse(terminal.run("profile", "--username", "ani", "--taxonomy", taxonomy, "--ground", "curiosity"),
                "--ground curiosity is none.", "own, consent, public-figure");
        assertWrongUse(terminal.run("profile"), "whose profile?", "--username");
        assertThat(terminal.run("profile", "--username", "ani", "--taxonomy", taxonomy, "--ground", "own").exitCode())
                .isZero();
        assertThat(terminal.json("profile", "--username", "ani", "--taxonomy", "1").json().at("/ground").asString())
                .isEqualTo("own");
        assertThat(terminal.json("taxonomy", "list").json().at("/taxonomies")).as("the file is kept once").hasSize(1);
    }

    @Test
    void aStrangerIsSaidToBeOne() {
        JsonNode stranger = terminal.json("pipeline", "--username", "newcomer", "--taxonomy", taxonomy, "--ground",
                "consent").json();

        assertThat(stranger.at("/tags")).isEmpty();
        assertThat(stranger.at("/notes/0").asString()).startsWith("Nothing is known of what this account likes");
        assertThat(stranger.at("/queries/0/query").asString()).isEqualTo("sourdough bread");
    }

    @Test
    void whatIsErasedIsGoneAndOthersStay() {
        terminal.run("profile", "--username", "ani", "--taxonomy", taxonomy, "--ground", "consent");

        Said erased = terminal.run("profile", "erase", "ani");

        assertThat(erased.out()).as(erased.err()).contains("Erased: ");
        assertThat(terminal.run("profile", "list").out()).doesNotContain("ani").contains("Nobody is profiled.");
        assertThat(terminal.json("commerce", "activity").json().toString()).contains("\"bo\"")
                .doesNotContain("\"ani\"");
        assertWrongUse(terminal.run("profile", "erase", "ani"), "There is no profile of ani.", "--ground");
    }

    @Test
    void aFileThatIsNoTaxonomyIsRefused() throws IOException {
        String wrong = Files.writeString(folder.resolve("wrong.json"), "[]").toString();
        String broken = Files.writeString(folder.resolve("broken.json"), "tags").toString();
        String twice = Files.writeString(folder.resolve("twice.json"),
                "[{\"tag\":\"a\",\"keywords\":[]},{\"tag\":\"a\",\"keywords\":[]}]").toString();
        assertWrongUse(pipeline(wrong), "This is no taxonomy: it has no categories.", "tag, description and keywords");
        assertWrongUse(pipeline(broken), "This is no taxonomy: it is not JSON.", "tag, description and keywords");
        assertWrongUse(pipeline(twice), "tag (a) must stand once in a taxonomy", "Maybe join the two categories.");
    }

    private Said pipeline(String file) {
        return terminal.run("pipeline", "--username", "ani", "--taxonomy", file, "--ground", "own");
    }

    private static void assertWrongUse(Said said, String what, String advice) {
        assertThat(said.exitCode()).as(said.out()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(what, advice);
    }
}
