package dev.upswell.server.weigh.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.weigh.LearningWorker;
import dev.upswell.server.weigh.TradingCreators;
import dev.upswell.server.weigh.rest.WeighRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The page of learnt weights and its REST, over 40 creators whose listings sell; beside them a tenant of whom nothing is known.
class LearntPageTest {

    private static final String PATH = "/api/v1/scorecards/learnt-weights";
    private static final TradingCreators CREATORS = TradingCreators.told(40, 12);
    private static final TradingCreators NOBODY = new TradingCreators();

    private static LocalSite server;
    private static LocalSite empty;

    @BeforeAll
    static void start() {
        server = site(CREATORS);
        empty = site(NOBODY);
    }

    private static LocalSite site(TradingCreators creators) {
        return LocalSite.of(List.of(WeighPagesConfiguration.class, WeighRestConfiguration.class),
                InstantSource.fixed(TradingCreators.NOON), creators.learning, new LearningWorker(creators.learning),
                new Pseudonyms(creators.tenant, false));
    }

    @AfterAll
    static void stop() {
        server.close();
        empty.close();
    }

    /// Asks until it is no longer at work.
    private static JsonNode ended(SiteClient site, String id) {
        long start = System.nanoTime();
        JsonNode one = json(site.json(PATH + "/" + id), 200);
        while (one.at("/state").asString().equals("running")) {
            assertThat(System.nanoTime() - start).isLessThan(120_000_000_000L);
            Thread.onSpinWait();
            one = json(site.json(PATH + "/" + id), 200);
        }
        return one;
    }

    private static String begun(SiteClient site, String query) {
        JsonNode begun = json(site.postJson(PATH + query, ""), 202);
        return begun.at("/id").asString();
    }

    @Test
    void weightsAreLearntInTheBackgroundShownAdoptedAndWithdrawn() {
        SiteClient site = server.client();
        String id = begun(site, "?by=ada&judge=4");

        JsonNode one = ended(site, id);

        assertThat(one.at("/state").asString()).isEqualTo("learnt");
        assertThat(one.at("/version").asInt()).isEqualTo(1);
        assertThat(one.at("/settings/judge").asInt()).isEqualTo(4);
        assertThat(one.at("/weights/tiktok_shop/weight").asDouble()).isGreaterThan(0.4);
        assertThat(one.at("/weights/tiktok_shop/written").asDouble()).isEqualTo(0.1);
        assertThat(one.at("/weights/discovery/known").asBoolean()).isFalse();
        assertThat(one.at("/judged/betterThanBoth").asBoolean()).isTrue();
        assertThat(one.at("/source/judgedOn/1").asString()).isEqualTo("2026-02-01");
        assertThat(json(site.json(PATH), 200).at("/items/0/id").asString()).isEqualTo(id);
        assertThat(text(site.page("/creators/learnt"), 200)).contains("learnt (version 1) learnt",
                "These weights rank next-period revenue better than the written weights and equal ones on held-out creators",
                "Asked for by ada", "From scorecards and revenue of this tenant.", "TikTok Shop", "10.0 %", "not known",
                "28 days each", "160 outcomes of 40 creators");

        assertThat(text(site.post("/creators/learnt/" + id + "/adopt", site.origin(), "by=bob&reason="), 422))
                .contains("reason is missing.");
        assertThat(site.post("/creators/learnt/" + id + "/adopt", site.origin(), "by=bob&reason=Better").statusCode())
                .isEqualTo(302);
        assertThat(text(site.page("/creators/learnt/" + id), 200)).contains("in force", "Withdraw")
                .contains("Creators are scored by learnt (version 1).");
        assertThat(json(site.json(PATH + "/" + id), 200).at("/inForce").asBoolean()).isTrue();
        assertThat(site.post("/creators/learnt/" + id + "/withdraw", site.origin(), "by=bob&reason=No").statusCode())
                .isEqualTo(302);
        assertThat(json(site.postJson(PATH + "/" + id + "/adopt?reason=Again&by=eve", ""), 200).at("/inForce")
                .asBoolean()).isTrue();
        assertThat(CREATORS.cards.weightings().adoptions(5, 0).items()).extracting(adopted -> adopted.by())
                .containsExactly("eve", "bob", "bob");
    }

    @Test
    void whatLacksIsToldAndNonsenseRefused() {
        SiteClient site = empty.client();
        assertThat(text(site.page("/creators/learnt"), 200)).contains("Nothing was learnt yet.");
        HttpResponse<String> posted = site.post("/creators/learnt", site.origin(),
                "by=ada&name=mine&period=30&tiers=free");
        assertThat(posted.statusCode()).isEqualTo(302);
        String id = posted.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");

        JsonNode one = ended(site, id);

        assertThat(one.at("/state").asString()).isEqualTo("lacking");
        assertThat(one.at("/lacks/0/what").asString()).isEqualTo("periods");
        assertThat(one.at("/settings/periodDays").asInt()).isEqualTo(30);
        assertThat(text(site.page("/creators/learnt/" + id), 200)).contains("mine", "too little",
                "There is too little to learn from, so there are no weights:",
                "0 of at least 6 periods with revenue, those that judge among them",
                "0 of at least 200 outcomes in the periods that are learnt from");
        assertThat(json(site.postJson(PATH + "/" + id + "/adopt?reason=Why", ""), 409).at("/detail").asString())
                .contains("There are no weights to adopt");
        assertThat(json(site.postJson(PATH + "?name=seed", ""), 422).at("/detail").asString())
                .contains("is always there");
        assertThat(json(site.postJson(PATH + "?asOf=2026-03-02T00:00:00Z", ""), 422).at("/detail").asString())
                .contains("lies in the future");
        assertThat(json(site.postJson(PATH + "?period=3&tiers=none", ""), 400).toString()).contains("period", "tiers");
        assertThat(json(site.json(PATH + "/nonsense"), 404).at("/detail").asString())
                .contains("No weights were learnt");
        assertThat(text(site.page("/creators/learnt/nonsense"), 404)).contains("No weights were learnt");
    }
}
