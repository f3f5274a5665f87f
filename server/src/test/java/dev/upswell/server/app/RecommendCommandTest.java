package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Recommendations as a person at a terminal asks for them, from files alone: no key is set and no source is known.
class RecommendCommandTest {

    private static final String TAXONOMY = """
        {"categories": [
         {"tag": "sourdough_bread", "description": "Videos about bread.", "keywords": ["sourdough", "crumb", "oven", "flour", "loaf"]},
         {"tag": "football_league", "description": "Videos about football.", "keywords": ["football", "league", "striker", "penalty", "derby"]}]}
        """;

    @TempDir
    private Path folder = Path.of("");

    private final Terminal terminal = new Terminal();

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void run(String name, String content) throws IOException {
        Said said = terminal.run("import", file(name, content));
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    /// Eight videos of bread and eight of football, all of different creators, and somebody who liked two of bread.
    private void videosAndLikes() throws IOException {
        var videos = new StringBuilder();
        var readings = new StringBuilder(
                "kind,id,source,observed_at,views,likes,comments,shares,followers\n");
        for (int i = 0; i < 8; i++) {
            videos.append(video("bread" + i, "baker" + i, rotated("sourdough crumb oven flour loaf baking", i)));
            videos.append(video("ball" + i, "kicker" + i, rotated("football league striker penalty derby stadium", i)));
            readings.append("video,bread" + i + ",apify,2025-11-20T00:00:00Z,400000,60000,6000,9000,\n");
            readings.append("video,ball" + i + ",apify,2025-11-20T00:00:00Z,400000,60000,6000,9000,\n");
        }
        run("videos.jsonl", videos.toString());
        run("readings.csv", readings.toString());
        run("people.jsonl", """
            {"account":"ani","video":"bread0","action":"liked","at":"2025-11-18T10:00:00Z"}
            {"account":"ani","video":"bread1","action":"liked","at":"2025-11-19T10:00:00Z"}
            """);
    }

    /// The words, the first so many of them at the end.
    private static String rotated(String words, int by) {
        List<String> rotated = new ArrayList<>(List.of(words.split(" ")));
        Collections.rotate(rotated, -by);
        return String.join(" ", rotated);
    }

    private static String video(String id, String creator, String caption) {
        return """
            {"id":"%s","createdAt":"2025-11-18T08:00:00Z","creator":"%s","hashtags":[],"caption":"%s"}
            """.formatted(id, creator, caption);
    }

    private static Set<String> videos(JsonNode given) {
        Set<String> videos = new HashSet<>();
        given.at("/items").forEach(item -> videos.add(item.at("/video").asString()));
        return videos;
    }

    @Test
    void eachVideoComesWithItsScoreItsPartsAndWhyAndNoneComesAgain() throws IOException {
        videosAndLikes();
        assertThat(terminal.run("profile", "--username", "ani", "--taxonomy", file("taxonomy.json", TAXONOMY),
                "--ground", "consent").exitCode()).isZero();

        JsonNode given = terminal.json("recommend", "--username", "@Ani", "--count", "4").json();

        assertThat(given.at("/items")).as(given.toString()).hasSize(4);
        JsonNode first = given.at("/items/0");
        assertThat(first.at("/place").asInt()).isEqualTo(1);
        assertThat(first.at("/score").asDouble()).isBetween(.5, 1.0);
        assertThat(first.at("/terms/views").asDouble()).isBetween(.6, .8);
        assertThat(first.at("/virality").asDouble()).isPositive();
        assertThat(first.at("/engagement").asDouble()).isPositive();
        assertThat(first.at("/probability").asDouble()).isBetween(0.0, 1.0);
        assertThat(given.at("/items")).anySatisfy(item -> {
            assertThat(item.at("/tags/0").asString()).isEqualTo("sourdough_bread");
            assertThat(item.at("/why").asString()).startsWith("You like sourdough_bread (");
            assertThat(item.at("/caption").asString()).contains("sourdough");
            assertThat(item.at("/creator").asString()).startsWith("baker");
        });
        assertThat(given.at("/degraded")).as("that there is no crowd is told with the configurations").isEmpty();
        assertThat(first.at("/found/way").asString()).isIn("QUERY", "VECTORS");

        JsonNode next = terminal.json("recommend", "--username", "ani", "--count", "4").json();
        assertThat(videos(next)).hasSize(4).doesNotContainAnyElementsOf(videos(given));
    }

    @Test
    void configurationsAreAddedTriedAndValuedFromTheCommandLine() {
        assertThat(terminal.run("recommend").err()).contains("to whom?", "Name the account with --username");
        assertThat(terminal.run("recommend", "trials").out()).contains("No configurations were tried yet.");
        assertThat(terminal.run("recommend", "configurations", "add", "more-fresh", "--virality", "0.9", "--waiting")
                .out()).contains("more-fresh  waiting", "usual       active");
        assertThat(terminal.run("recommend", "configurations", "add", "More").err())
                .contains("up to 40 lower-case letters, digits and hyphens");

        JsonNode begun = terminal.json("recommend", "trials", "begin", "--a", "usual", "--b", "more-fresh",
                "--interleave").json();
        assertThat(begun.at("/name").asString()).isEqualTo("usual-more-fresh");
        assertThat(begun.at("/kind").asString()).isEqualTo("INTERLEAVE");
        assertThat(terminal.run("recommend", "trials", "list").out()).contains("usual-more-fresh  interleaved",
                "no difference yet");
        assertThat(terminal.run("recommend", "trials", "show", "usual-more-fresh").out())
                .contains("(interleaved lists of A usual and B more-fresh): no difference yet", "A: 0 accounts");
        assertThat(terminal.run("recommend", "configurations", "retire", "more-fresh").err())
                .contains("Configuration more-fresh is in trial usual-more-fresh, which runs.");
        assertThat(terminal.run("recommend", "trials", "end", "usual-more-fresh").out()).contains(", ended)");
        assertThat(terminal.run("recommend", "trials", "promote", "usual-more-fresh").err())
                .contains("Nobody won trial usual-more-fresh: no difference yet.");
        assertThat(terminal.run("recommend", "value").out()).contains("usual", "There is no figure below");
        assertThat(terminal.run("recommend", "evaluate").out()).contains("Too few lists to tell");
        Said learnt = terminal.run("recommend", "rankers", "--learn");
        assertThat(learnt.out()).contains("No ranker was learnt yet: 100 lists with a good reaction are needed");
        assertThat(learnt.err()).contains("Too little to learn from: 0 lists").doesNotContain("vector incubator");
    }

    @Test
    void whatIsImportedLaterIsFoundByTheNextRequest() throws IOException {
        videosAndLikes();
        terminal.run("profile", "--username", "ani", "--taxonomy", file("taxonomy.json", TAXONOMY), "--ground", "own");
        JsonNode all = terminal.json("recommend", "--username", "ani", "--count", "50").json();
        assertThat(videos(all)).hasSizeGreaterThan(5).as("what was liked before").doesNotContain("bread0", "bread1");
        run("later.jsonl", video("late", "newbaker", "A sourdough loaf of good flour out of the oven"));

        Said said = terminal.run("recommend", "--username", "ani", "--count", "5");

        assertThat(said.out()).contains("1 recommendation of 1 video that may be shown (configuration usual).",
                "Fewer videos than asked for may be shown; what was shown within 14 days is not repeated.", "late",
                "newbaker", "1. You like sourdough_bread (", "Not known: ",
                "Found by words that tell what the account turns to.", "Kept as ");
    }

    @Test
    void thePipelineGoesFromFilesToRecommendations() throws IOException {
        videosAndLikes();
        JsonNode all = terminal.json("pipeline", "--username", "ani", "--ground", "own", "--count", "3").json();

        assertThat(all.at("/tags")).as(all.toString()).isNotEmpty();
        assertThat(all.at("/queries")).isNotEmpty();
        assertThat(all.at("/recommendations/items")).hasSize(3);
        assertThat(all.at("/recommendations/items/0/why").asString()).isNotBlank();
        assertThat(terminal.json("taxonomy", "list").json().at("/taxonomies")).hasSize(1);
        assertThat(terminal.run("pipeline", "--username", "ani").out()).contains("Queries: ", "recommendations of ",
                "Kept as ");
        assertThat(terminal.json("taxonomy", "list").json().at("/taxonomies")).as("categories stay").hasSize(1);
    }

    @Test
    void whatStandsInTheWayIsSaidWithWhatToDo() throws IOException {
        assertWrongUse(terminal.run("recommend", "--username", "ani"), "There is no profile of ani.",
                "upswell pipeline --username ani --ground own|consent|public-figure");
        assertWrongUse(terminal.run("recommend", "--username", "@"), "creator", "Maybe");
        String taxonomy = file("taxonomy.json", TAXONOMY);
        terminal.run("profile", "--username", "ani", "--taxonomy", taxonomy, "--ground", "own");
        assertWrongUse(terminal.run("recommend", "--username", "ani"),
                "There are no videos to recommend: no description of one is stored.", "upswell import FILE");
        assertWrongUse(terminal.run("recommend", "--username", "ani", "--count", "101"),
                "So many videos cannot be recommended at once: 101.", "Ask for 1 to 100.");
        Said pipeline = terminal.run("pipeline", "--username", "ani", "--taxonomy", taxonomy);
        assertThat(pipeline.exitCode()).isZero();
        assertThat(pipeline.out()).contains("Queries: ");
        assertThat(pipeline.err()).contains("There are no videos to recommend", "upswell import FILE");
    }

    private static void assertWrongUse(Said said, String what, String advice) {
        assertThat(said.exitCode()).as(said.out()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(what, advice);
    }
}
