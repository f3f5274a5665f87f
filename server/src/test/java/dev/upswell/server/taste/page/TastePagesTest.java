package dev.upswell.server.taste.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.taste.TasteBench;
import dev.upswell.server.taste.rest.TasteRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The pages of taxonomies and profiles and their REST, over one tenant; beside it one that has none.
class TastePagesTest {

    private static final TasteBench BENCH = new TasteBench();
    private static final TasteBench NONE = new TasteBench();

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        BENCH.taxonomy();
        server = site(BENCH);
        empty = site(NONE);
    }

    private static LocalSite site(TasteBench bench) {
        return LocalSite.of(List.of(TastePagesConfiguration.class, TasteRestConfiguration.class),
                InstantSource.fixed(TasteBench.NOON), bench.taxonomies, bench.profiles);
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    @Test
    void aProfileIsMadeShownAndErased() {
        SiteClient site = server.client();
        JsonNode made = json(site.postJson("/api/v1/profiles/Bo?ground=consent&by=ada", ""), 201);
        assertThat(made.at("/handle").asString()).isEqualTo("bo");
        assertThat(made.at("/ground").asString()).isEqualTo("consent");
        assertThat(made.at("/tags/0/tag").asString()).isEqualTo("football_league");
        assertThat(made.at("/tags/0/evidence/0").asString()).isEqualTo("v3");

        assertThat(json(site.json("/api/v1/profiles"), 200).at("/items").toString()).contains("\"bo\"");
        JsonNode queries = json(site.json("/api/v1/profiles/bo/queries"), 200);
        assertThat(queries.at("/queries/0/query").asString()).isEqualTo("football league");
        assertThat(text(site.page("/recommendations/profiles"), 200)).contains("bo", "its owner agreed",
                "football_league");
        assertThat(text(site.page("/recommendations/profiles/bo"), 200)).contains("football_league",
                "1 of 1 item (1 like) speaks of it", "told by ada", "football league broad",
                "Health, religion, sexuality, politics, ethnicity and unions are left out.");

        JsonNode erased = json(site.send("DELETE", "/api/v1/profiles/bo", "application/json", ""), 200);
        assertThat(erased.at("/rows").asInt()).isEqualTo(4);
        assertThat(json(site.json("/api/v1/profiles/bo"), 404).toString()).contains("There is no profile of bo.");
    }

    @Test
    void whatIsMissingIsToldWithWhatToDo() {
        SiteClient site = server.client();
        assertThat(json(site.postJson("/api/v1/profiles/unknown", ""), 422).toString())
                .contains("Nobody told on which ground unknown may be profiled.");
        assertThat(json(site.postJson("/api/v1/profiles/unknown?ground=public-figure", ""), 422).toString())
                .contains("nobody told how many follow it");
        assertThat(json(site.postJson("/api/v1/profiles/unknown?ground=friend", ""), 400).toString())
                .contains("own, consent, public-figure");
        assertThat(json(empty.client().postJson("/api/v1/profiles/me?ground=own", ""), 404).toString())
                .contains("There is no taxonomy yet.");
        assertThat(text(empty.client().page("/recommendations/profiles"), 200)).contains("Nobody is profiled",
                "make a taxonomy first");
        assertThat(text(empty.client().page("/recommendations/taxonomy"), 200)).contains("There is no taxonomy yet");
        assertThat(json(empty.client().postJson("/api/v1/taxonomies", ""), 422).toString())
                .contains("No category came out of 3 texts.");
    }

    @Test
    void taxonomiesAreListedShownAndCompared() {
        SiteClient site = server.client();
        JsonNode list = json(site.json("/api/v1/taxonomies"), 200);
        assertThat(list.at("/items/0/source").asString()).isEqualTo("two.json");
        assertThat(list.at("/items/0/categoryCount").asInt()).isEqualTo(2);
        JsonNode one = json(site.json("/api/v1/taxonomies/1"), 200);
        assertThat(one.at("/categories/0/tag").asString()).isEqualTo("sourdough_bread");
        assertThat(one.at("/categories/0/embedding")).hasSize(128);
        assertThat(json(site.json("/api/v1/taxonomies/1/compare/1"), 200).at("/stayed")).hasSize(2);
        assertThat(json(site.json("/api/v1/taxonomies/7"), 404).toString()).contains("There is no taxonomy 7.");
        assertThat(text(site.page("/recommendations/taxonomy"), 200)).contains("Version 1", "sourdough_bread",
                "2 categories of 0 texts (two.json)");
    }
}
