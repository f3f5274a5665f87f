package dev.upswell.server.narrative;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.narrative.page.NarrativePagesConfiguration;
import dev.upswell.server.narrative.rest.NarrativeRestConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.theme.StoredCollisions;
import dev.upswell.server.trend.page.SampleTrendPages;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.server.wording.SampleWordings;
import java.time.InstantSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NarrativePagesTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final String API = "/api/v1/narratives";

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        Narratives narratives = new MovingWorld(TENANT, _ -> null)
                .narratives(SampleWordings.of(TENANT, List.of("#corgi gained 9 M views [f1].")));
        StoredCollisions.put(TestDatabase.shared(), TENANT, "corgi", "puppies", MovingWorld.END);
        narratives.make("hashtag/corgi");
        InstantSource clock = InstantSource.fixed(MovingWorld.NOW);
        server = LocalSite.of(List.of(NarrativePagesConfiguration.class, NarrativeRestConfiguration.class,
                TrendPagesConfiguration.class), clock, TENANT, narratives, new SampleTrendPages(),
                new Collisions(TENANT, TestDatabase.shared()));
        TenantId nobody = TestDatabase.newTenant();
        empty = LocalSite.of(List.of(NarrativePagesConfiguration.class), clock, nobody,
                MovingWorld.narratives(nobody, SampleWordings.of(nobody, List.of("Nothing."))),
                new Collisions(nobody, TestDatabase.shared()));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    private static JsonNode narrative(String language) {
        return json(server.client().json(API + "?entity=hashtag/corgi&kind=narrative&language=" + language), 200)
                .at("/items/0");
    }

    @Test
    void whatTakesUpTheSameCreatorsIsToldInCheckedSentences() {
        assertThat(text(server.client().page("/themes/collisions"), 200)).contains("#corgi · #puppies",
                "12 creators carried both #corgi and #puppies in 28 days, 8 times as many as by chance.",
                "15 creators carried #corgi in 7 days, after 2 in the 7 days before.",
                "11 creators carried #corgi and #puppies in the same video; they are used as the same subject.",
                "780 pairs of 40 subjects were tested");
        assertThat(text(server.client().page("/themes/collisions?kind=theme"), 200))
                .contains("Nothing was looked for yet");
        assertThat(text(empty.client().page("/themes/collisions"), 200)).contains("Nothing was looked for yet");
        assertThat(json(server.client().json(API + "?entity=hashtag/corgi&kind=collision&language=id"), 200)
                .at("/items/0/bullets/0/text").asString())
                .isEqualTo("12 kreator membawa #corgi dan juga #puppies dalam 28 hari, 8 kali dari yang kebetulan.");
    }

    private static HttpResponse<String> post(String path, String form) {
        return server.client().post(path, server.client().origin(), form);
    }

    @Test
    void aPageTellsHowLongANarrativeWasInViewAndNothingElse() {
        String path = "/themes/narratives/" + narrative("en").at("/id").asString() + "/look";

        assertThat(server.client().page("/themes/narratives").body()).contains("data-look=\"" + path + "\"");
        assertThat(post(path, "millis=2500&acted=false").statusCode()).isEqualTo(204);
        assertThat(post(path, "millis=2500&reader=ana").statusCode()).isEqualTo(400);
        assertThat(post(path, "millis=-1").statusCode()).isEqualTo(400);
        assertThat(post("/themes/narratives/" + UUID.randomUUID() + "/look", "millis=2500").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPairThatWasNotPutIntoWordsYetIsShownWithItsFiguresAndCanBeWrittenNow() {
        TenantId tenant = TestDatabase.newTenant();
        StoredCollisions.put(TestDatabase.shared(), tenant, "matcha", "hojicha", MovingWorld.END);
        try (LocalSite site = LocalSite.of(List.of(NarrativePagesConfiguration.class),
                InstantSource.fixed(MovingWorld.NOW), tenant,
                MovingWorld.narratives(tenant, SampleWordings.of(tenant, List.of("Nothing."))),
                new Collisions(tenant, TestDatabase.shared()))) {
            assertThat(text(site.client().page("/themes/collisions"), 200)).contains("#matcha · #hojicha",
                    "12, by chance 1.5", "Not put into words yet", "Write it now");
            assertThat(site.client().page("/themes/collisions").body())
                    .contains("name=\"entity\" value=\"hashtag/matcha\"");
        }
    }

    @Test
    void whatWasMadeOfAPairStandsWithItsEvidenceAndIsNotMadeAgainByLooking() {
        String kept = json(server.client().json(API + "?entity=hashtag/corgi&kind=collision&language=en"), 200)
                .at("/items/0/id").asString();

        assertThat(server.client().page("/themes/collisions").body()).contains("id=\"n-" + kept + "\"")
                .contains("/themes/narratives/" + kept + "/verdict");
        assertThat(json(server.client().json(API + "?entity=hashtag/corgi&kind=collision&language=en"), 200)
                .at("/items/0/id").asString()).isEqualTo(kept);
    }

    @Test
    void eachSentenceStandsWithTheFactsThatItCites() {
        String page = text(server.client().page("/themes/narratives?kind=narrative"), 200);

        assertThat(page).contains("Narratives with evidence", "#corgi Why it moves", "written by a template",
                "#corgi gained 120,000 views in 24 hours; that rose by 400 % against the day before.", "views gained",
                "120,000", "checker: 1 of 1 sentences of parrot were discarded");
        assertThat(server.client().page("/themes/narratives").body()).contains("href=\"/entities/creator/ana\"",
                "href=\"/metrics/hashtag/corgi?window=24h&amp;at=2025-09-15");
        assertThat(text(server.client().page("/themes/narratives?language=id"), 200))
                .contains("#corgi memperoleh 120.000 tayangan dalam 24 jam");
        assertThat(text(server.client().page("/themes/narratives?entity=hashtag/tag1"), 200))
                .contains("None of these", "No narrative that stands has this kind, language and entity.")
                .doesNotContain("No narratives yet");
        assertThat(server.client().page("/themes/narratives?entity=tag1").statusCode()).isEqualTo(404);
    }

    @Test
    void programsReadThemWithTheirEvidence() {
        JsonNode one = narrative("en");

        assertThat(one.at("/writtenBy").asString()).isEqualTo("template");
        assertThat(one.at("/bullets").size()).isBetween(3, 5);
        assertThat(one.at("/bullets/0/facts/0/id").asString()).isEqualTo("f1");
        assertThat(one.at("/bullets/0/facts/0/value").asDouble()).isEqualTo(120_000);
        assertThat(one.at("/bullets/0/facts/0/page").asString()).startsWith("/metrics/hashtag/corgi");
        assertThat(json(server.client().json(API + "/" + one.at("/id").asString()), 200).at("/name").asString())
                .isEqualTo("#corgi");
        assertThat(json(server.client().json(API + "?kind=poem"), 422).at("/detail").asString())
                .contains("There is no kind of narrative poem.");
        assertThat(json(server.client().json(API + "/7"), 404).at("/detail").asString())
                .contains("There is no narrative 7.");
    }

    @Test
    void peopleAcceptEditAndReject() {
        SiteClient site = server.client();
        String id = narrative("id").at("/id").asString();
        String verdict = API + "/" + id + "/verdict";

        assertThat(json(site.send("POST", verdict, "application/json", "{\"verdict\":\"accept\",\"by\":\"ana\"}"), 200)
                .at("/verdict").asString()).isEqualTo("accept");
        assertThat(json(site.send("POST", verdict, "application/json",
                "{\"verdict\":\"edit\",\"text\":\"#corgi memperoleh 9 juta tayangan [f1].\"}"), 422).at("/detail")
                .asString()).contains("The edited text says more than its evidence: number (9 juta tayangan).");
        assertThat(json(site.send("POST", verdict, "application/json",
                "{\"verdict\":\"edit\",\"text\":\"#corgi memperoleh 120 ribu tayangan [f1].\"}"), 200)
                .at("/bullets/0/text").asString()).isEqualTo("#corgi memperoleh 120 ribu tayangan.");
        assertThat(site.send("POST", verdict, "application/json", "{\"verdict\":\"maybe\"}").statusCode())
                .isEqualTo(400);
        assertThat(site.send("POST", verdict, "application/json", "{\"verdict\":\"edit\"}").statusCode())
                .isEqualTo(400);

        assertThat(site.post("/themes/narratives/" + id + "/verdict", site.origin(), "verdict=reject&by=ana")
                .statusCode()).isLessThan(400);

        String page = text(site.page("/themes/narratives?language=id&kind=narrative"), 200);
        assertThat(page).contains("rejected", "Somebody said that this is not to be shown.");
    }

    @Test
    void withoutNarrativesThePageSaysHowTheyComeAbout() {
        assertThat(text(empty.client().page("/themes/narratives"), 200)).contains("No narratives yet",
                "They are made every 6 hours of what moves most.");
    }
}
