package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.offline.OnlyLoopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From captions to recommendations without a key and without a network: whoever asks for another machine is refused, and the test fails.
class PipelineOfflineTest {

    private static final List<List<String>> SUBJECTS = List.of(
            List.of("phòng view biển ở khách sạn", "khachsan", "nhatrang", "dulich", "homestay", "resort", "bien"),
            List.of("resep ayam bakar dan sambal", "masakan", "resep", "ayam", "dapur", "sambal", "jajanan"),
            List.of("new vintage bag and unboxing", "handbag", "luxury", "unboxing", "vintage", "leather", "classic"),
            List.of("ein Tag in den Bergen mit Aussicht", "wandern", "berge", "alpen", "natur", "gipfel", "sommer"));

    @TempDir
    private Path folder = Path.of("");

    private final Terminal terminal = new Terminal();

    /// An item as Apify's scrapers write it, with what real ones have: nested authors, counts as text, keys that are missing.
    private static String item(int number) {
        List<String> subject = SUBJECTS.get(number % SUBJECTS.size());
        int turn = number / SUBJECTS.size();
        String tags = " #" + subject.get(1 + turn % 6) + " #" + subject.get(1 + (turn + 1 + turn / 6 % 5) % 6);
        List<String> words = List.of(subject.getFirst().split(" "));
        String said = String.join(" ", words.subList(turn % 2, words.size() - turn / 2 % 2)) + " "
                + words.get(turn % words.size());
        String creator = "creator_" + number % SUBJECTS.size() + "_" + turn % 5;
        return """
            {"id": "%d", "text": "%s%s #fyp", "textLanguage": "un", "createTime": %d, "playCount": %d, "diggCount": %d, \
            "commentCount": %d, "shareCount": "%d", "authorMeta": {"name": "%s", "fans": %d}, "videoMeta": {"duration": %d}, \
            "webVideoUrl": "https://www.tiktok.com/@%s/video/%d"}
            """.formatted(
                7_500_000_000_000_000_000L + number, said, tags, 1_763_000_000L + number * 600L,
                40_000 + number * 700, 4_000 + number * 11, 60 + number, 300 + number, creator, 20_000 + number,
                12 + number % 40, creator, 7_500_000_000_000_000_000L + number);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void filesLikeRealOnesBecomeCategoriesAProfileQueriesAndRecommendations() throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 160; i++) {
            items.append(item(i));
        }
        try (OnlyLoopback guard = OnlyLoopback.from()) {
            Said imported = terminal.json("import", file("items.jsonl", items.toString()), "--observed-at",
                    "2025-11-20T00:00:00Z");
            assertThat(imported.json().at("/files/0/format").asString()).as(imported.screen())
                    .isEqualTo("apify-items");

            JsonNode given = pipeline("creator_0_1", "own");

            assertThat(given.at("/posts").asInt()).isEqualTo(8);
            assertThat(given.at("/tags/0/keywords").toString() + given.at("/tags/0/tag").asString())
                    .containsAnyOf("khachsan", "nhatrang", "dulich", "homestay", "resort", "bien", "khách");
            assertThat(terminal.json("taxonomy", "show", "1").json().at("/categories")).hasSizeBetween(3, 12);
            assertThat(guard.refused()).isEmpty();
        }
    }

    @Test
    void simulatedPeopleAreProfiledAndRecommendedTo() throws IOException {
        try (OnlyLoopback guard = OnlyLoopback.from()) {
            terminal.run("simulate", "--people", "--seed", "5", "--out", folder.toString());
            Said imported = terminal.run("import", folder.resolve("people-videos.jsonl.gz").toString(),
                    folder.resolve("people-observations.csv.gz").toString(),
                    folder.resolve("people-actions.jsonl.gz").toString());
            assertThat(imported.exitCode()).as(imported.screen()).isZero();
            String person = terminal.json("commerce", "activity").json().at("/facts/0/account").asString();

            JsonNode given = pipeline(person, "consent");

            assertThat(given.at("/likes").asInt() + given.at("/reposts").asInt()).isPositive();
            assertThat(given.at("/tags").size()).isPositive();
            assertThat(guard.refused()).isEmpty();
        }
    }

    /// What the pipeline gives: queries, and videos that are worth it, none twice.
    private JsonNode pipeline(String account, String ground) {
        Said said = terminal.json("pipeline", "--username", account, "--ground", ground, "--count", "10");
        assertThat(said.exitCode()).as(said.screen()).isZero();
        JsonNode given = said.json();
        assertThat(given.at("/queries").size()).isBetween(1, 10);
        List<String> videos = new ArrayList<>();
        given.at("/recommendations/items").forEach(item -> videos.add(item.at("/video").asString()));
        Set<String> each = new HashSet<>(videos);
        assertThat(videos).as(said.screen()).hasSizeBetween(5, 10).hasSameSizeAs(each);
        return given;
    }

    @Test
    void aCommandThatAsksAnotherMachineIsNoticed() {
        Terminal asking = new Terminal(Map.of("UPSWELL_ENSEMBLEDATA_URL", "https://192.0.2.7/ensembledata",
                "UPSWELL_ENSEMBLEDATA_TOKEN", "a-made-up-token"));
        asking.run("watch", "add", "hashtag:noodles", "--every", "30m");
        List<String> refused = new ArrayList<>();
        try (OnlyLoopback guard = OnlyLoopback.from()) {
            asking.run("collect", "--once");
            refused.addAll(guard.refused());
        }
        assertThat(refused).contains("192.0.2.7");
    }

    @Test
    void whereNoGroundIsToldNoCategoriesAreMade() throws IOException {
        terminal.run("import", file("items.jsonl", item(1) + item(2)), "--observed-at", "2025-11-20T00:00:00Z");
        String texts = file("texts.txt", "bread oven flour crumb\n".repeat(30));

        Said refused = terminal.run("pipeline", "--username", "ani", "--input", texts);

        assertThat(refused.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(refused.err()).contains("Nobody told on which ground ani may be profiled.");
        assertThat(terminal.json("taxonomy", "list").json().at("/taxonomies")).isEmpty();
    }
}
