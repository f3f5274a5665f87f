package dev.upswell.server.across;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.across.page.AcrossPagesConfiguration;
import dev.upswell.server.across.rest.AcrossRestConfiguration;
import dev.upswell.server.creative.PostedVideos;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Five clients of drinks where questions go with engagement, two of tools where they go against it, and one whose industry nobody has said.
class LevelsPagesTest {

    private static final String API = "/api/v1/patterns";

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        var clients = new SearchedClients();
        clients.industries().put("tools", new IndustryDraft("tools", null, "hardware", "home", null, null, null),
                "ada");
        for (int i = 0; i < 7; i++) {
            clients.hashtag("tag" + i, 50, i < 5 ? 2.5 : -2.5, .05).search(i == 0 ? "Acme & Co" : "Client " + i,
                    "tag" + i, i < 5 ? "functional_drinks" : "tools");
        }
        clients.search("Zed", "tag0");
        server = site(clients);
        empty = site(new SearchedClients());
    }

    private static LocalSite site(SearchedClients clients) {
        var runs = clients.posted.runs;
        InstantSource noon = InstantSource.fixed(PostedVideos.NOON);
        return LocalSite.of(List.of(AcrossPagesConfiguration.class, AcrossRestConfiguration.class), noon,
                new ClientHashtags(runs), new Competitors(runs), new Transfers(runs), clients.industries(),
                clients.places(), clients.benchmarks(noon));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void aPatternIsShownWithItsLevelAndTheEvidenceOfEach() {
        SiteClient site = server.client();

        JsonNode levels = json(site.json(API + "/levels"), 200);
        JsonNode question = levels.at("/patterns").valueStream()
                .filter(one -> one.at("/good").asBoolean() && one.at("/says").asString().contains("question"))
                .findFirst().orElseThrow();

        assertThat(levels.at("/looked/clients").asInt()).isEqualTo(7);
        assertThat(levels.at("/looked/unplaced/0").asString()).isEqualTo("Zed");
        assertThat(question.at("/level").asString()).isEqualTo("industry");
        assertThat(question.at("/names/0").asString()).isEqualTo("functional drinks");
        assertThat(question.at("/standings/0/held").asInt()).isEqualTo(5);
        assertThat(question.at("/standings/0/contradicted").asInt()).isEqualTo(2);
        assertThat(question.at("/standings/0/tried").asInt()).isEqualTo(7);
        assertThat(question.at("/standings/0/industries").asInt()).isEqualTo(2);
        assertThat(question.at("/evidence").valueStream().map(one -> one.at("/outcome").asString())).containsExactly(
                "found", "held", "held", "held", "held", "contradicted", "contradicted");
        assertThat(levels.at("/patterns").toString()).as("clients are counted").doesNotContain("Acme", "Client 1");
        assertThat(text(site.page("/patterns/levels"), 200)).contains("7 searches of 7 clients in 2 industries",
                "industry: functional drinks", "5 of 7", "contrary",
                "Left out, because nobody has said their industry: Zed.");
    }

    @Test
    void benchmarksAreMadeOnceAndTellWhereAClientStands() {
        SiteClient site = server.client();

        assertThat(text(site.page("/patterns/benchmarks?client=Client+5"), 200)).contains("too few clients",
                "2 clients of this industry have 20 videos of this length and more; five are needed");
        assertThat(site.post("/patterns/benchmarks", site.origin(), "client=Client+1&by=ada").headers()
                .firstValue("location").orElseThrow()).contains("client=Client%201&made=");

        JsonNode benchmark = json(site.json(API + "/clients/Client%201/benchmark"), 200);
        assertThat(benchmark.at("/industry").asString()).isEqualTo("functional_drinks");
        assertThat(benchmark.at("/lengths/0/state").asString()).isEqualTo("told");
        assertThat(benchmark.at("/lengths/0/figures/0/median").asDouble()).isBetween(.03, .15);
        assertThat(benchmark.toString()).doesNotContain("Acme", "Client 2");
        assertThat(json(site.send("POST", API + "/benchmarks?by=ada", "text/plain", ""), 200).at("/standing").asInt())
                .isEqualTo(1);
        assertThat(text(site.page("/patterns/benchmarks?client=Client+1&made=1,0,0,1"), 200)).contains(
                "Client 1 among clients of functional drinks", "5 clients or more", "Mean engagement rate",
                "As made in the first quarter of 2026.", "1 made, 0 stand as they were",
                "in the middle half");
    }

    @Test
    void industriesAreAddedChangedAndRemoved() {
        SiteClient site = server.client();

        assertThat(text(site.page("/patterns/industries"), 200)).contains("functional drinks", "consumables",
                "added here", "built in", "Acme &amp; Co (1 hashtag)");
        assertThat(site.post("/patterns/industries", site.origin(),
                "key=surfing&name=surfing&nameIndonesian=&category=sports&cluster=leisure&engagement=6.1"
                        + "&hashtags=%23waves+surf&up_to_15=true&by=ada")
                .statusCode()).isEqualTo(302);
        assertThat(site.page("/patterns/industries?key=surfing").body()).contains("value=\"6.10\"",
                "value=\"surf waves\"");
        assertThat(text(site.page("/patterns/industries?key=surfing"), 200)).contains("Change surfing", "6.1 %");
        assertThat(json(site.send("PUT", API + "/industries/surfing?by=ada", "application/json",
                "{\"name\":\"Surfing\",\"category\":\"sports\",\"cluster\":\"leisure\"}"), 200).at("/name").asString())
                .isEqualTo("Surfing");
        assertThat(json(site.json(API + "/industries"), 200).at("/total").asInt()).isEqualTo(5);
        assertThat(json(site.send("PUT", API + "/industries/surfing", "application/json", "{}"), 422).at("/detail")
                .asString()).contains("Name is missing.", "Category is missing.", "Cluster is missing.");
        assertThat(text(site.post("/patterns/industries", site.origin(), "key=x&engagement=much"), 422)).contains(
                "The typical engagement (much) is not a number.");
        assertThat(site.post("/patterns/industries/surfing/remove", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(json(site.send("DELETE", API + "/industries/surfing", "text/plain", ""), 404).at("/detail")
                .asString()).contains("There is no industry surfing.");
    }

    @Test
    void aClientIsPlacedAndWithdrawn() {
        SiteClient site = server.client();
        assertThat(json(site.json(API + "/clients/Zed/benchmark"), 409).at("/detail").asString()).contains(
                "Nobody has said which industry Zed belongs to.");

        assertThat(site.post("/patterns/industries/clients", site.origin(), "client=Zed&industry=beauty&by=ada")
                .statusCode()).isEqualTo(302);
        assertThat(json(site.json(API + "/clients/Zed/benchmark"), 200).at("/industry").asString())
                .isEqualTo("beauty");
        assertThat(json(site.send("PUT", API + "/clients/Zed/industry", "text/plain", ""), 200).has("industry"))
                .isFalse();
        assertThat(json(site.send("PUT", API + "/clients/Zed/industry?industry=steel", "text/plain", ""), 404)
                .at("/detail").asString()).contains("There is no industry steel.");
        assertThat(site.json(API + "/clients/Nobody/benchmark").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsSaid() {
        SiteClient site = empty.client();

        assertThat(text(site.page("/patterns/levels"), 200)).contains("No search can be placed yet",
                "Search for patterns of hashtags in the library");
        assertThat(text(site.page("/patterns/benchmarks"), 200)).contains("No client belongs to an industry yet");
        assertThat(text(site.page("/patterns/industries"), 200)).contains("No hashtag was searched for a client yet.");
        assertThat(json(site.json(API + "/levels"), 200).at("/patterns").size()).isZero();
        assertThat(json(site.send("POST", API + "/benchmarks", "text/plain", ""), 200).at("/made").asInt()).isZero();
        assertThat(text(site.page("/patterns/industries?key=steel"), 404)).contains("There is no industry steel.");
    }
}
