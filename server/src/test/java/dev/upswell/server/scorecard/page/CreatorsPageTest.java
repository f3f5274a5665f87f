package dev.upswell.server.scorecard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.scorecard.Kpi;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.ScoredCreators;
import dev.upswell.server.scorecard.rest.CreatorsRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of creators and their REST, over two creators; beside them the same under pseudonyms, and a tenant without any.
class CreatorsPageTest {

    private static final ScoredCreators CREATORS = ScoredCreators.scored();
    private static final Pseudonyms HIDDEN = new Pseudonyms(CREATORS.tenant, true);

    private static final String ALL_ZERO = Stream.of(Kpi.values()).map(kpi -> kpi.field() + "=0")
            .collect(Collectors.joining("&"));

    private static LocalSite server;
    private static LocalSite hidden;
    private static SiteClient site;
    private static SiteClient veiled;

    @BeforeAll
    static void start() {
        server = site(CREATORS, new Pseudonyms(CREATORS.tenant, false));
        hidden = site(CREATORS, HIDDEN);
        site = server.client();
        veiled = hidden.client();
    }

    private static LocalSite site(ScoredCreators creators, Pseudonyms names) {
        return LocalSite.of(List.of(CreatorPagesConfiguration.class, CreatorsRestConfiguration.class),
                InstantSource.fixed(ScoredCreators.NOON), creators.cards, names);
    }

    @AfterAll
    static void stop() {
        server.close();
        hidden.close();
    }

    private static String text(SiteClient client, String path) {
        HttpResponse<String> answer = client.page(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static JsonNode sent(LocalSite to, String method, String path, String type, String body, int status)
            throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(to.address() + path)).header("Content-Type", type)
                            .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private static JsonNode json(SiteClient client, String path, int status) {
        HttpResponse<String> answer = client.json(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theListShowsScoresWithWhatTheyCouldBe() {
        String page = text(site, "/creators");

        assertThat(page).contains("2 creators have scorecards", "@anna", "@ben",
                "Let people talk and share, not only like", "Could be");
        assertThat(text(site, "/creators?q=ann&sort=coverage")).contains("@anna").doesNotContain("@ben");
        assertThat(text(site, "/creators?known=75")).contains("No creator matches these filters.");
        assertThat(text(site, "/creators?sort=name&limit=1&offset=1")).contains("@ben").doesNotContain("@anna");
        assertThat(site.page("/creators?level=best&sort=age").statusCode()).isEqualTo(400);
    }

    @Test
    void theScorecardSaysWhatItRestsOnAndWhatToFix() {
        String page = text(site, "/creators/card/ben");

        assertThat(page).contains("@ben", "What to fix first", "Let people talk and share, not only like",
                "Ask one question that has more than one good answer", "two-sample t test, equal variances",
                "videos in each of two groups", "likes ratio", "3 videos of 28 days", "Would tell more",
                "bottlenecks could not be looked for", "with no outcome yet", "Scored on one day so far.");
        assertThat(site.page("/creators/card/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void pseudonymsHideNamesOnEveryPageAndInEveryAnswer() {
        String ben = HIDDEN.name("ben");
        for (String path : List.of("/creators", "/creators/card/" + ben, "/creators/weights", "/creators/compare")) {
            assertThat(veiled.page(path).body()).as(path).contains(ben).doesNotContain("@ben", "/ben", ">ben",
                    "@anna", "/anna");
        }
        assertThat(veiled.page("/creators/card/ben").statusCode()).isEqualTo(404);
        assertThat(json(veiled, "/api/v1/scorecards/creators/" + ben, 200).toString()).contains(ben)
                .doesNotContain("\"ben\"");
        json(veiled, "/api/v1/scorecards/creators/ben", 404);
        assertThat(json(veiled, "/api/v1/scorecards/creators?sort=name", 200).toString()).contains(ben)
                .doesNotContain("anna");
    }

    @Test
    void weightsAreTriedWithoutKeepingThem() {
        String page = text(site, "/creators/weights?" + ALL_ZERO.replace("reach_visibility=0", "reach_visibility=100"));

        assertThat(page).contains("What if weights were others?", "The order they give", "▲ 1", "▼ 1",
                "equal (version 1)");
        assertThat(site.page("/creators/weights?sales_performance=999").statusCode()).isEqualTo(400);
        assertThat(site.page("/creators/weights?" + ALL_ZERO).body()).contains("leave at least one above it");
    }

    @Test
    void creatorsStandBesideEachOther() {
        assertThat(text(site, "/creators/compare?a=anna&b=ben")).contains("@anna", "@ben", "Overall",
                "Shop conversion");
        assertThat(site.page("/creators/compare?a=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aWeightingIsKeptAndAdoptedFromThePage() throws Exception {
        try (LocalSite own = site(ScoredCreators.scored(), new Pseudonyms(CREATORS.tenant, false))) {
            SiteClient client = own.client();
            String form = "name=ours&by=ada&reason=" + URLEncoder.encode("Revenue pays", StandardCharsets.UTF_8)
                    + "&sales_performance=150&engagement=50";

            assertThat(client.post("/creators/weights/keep", client.origin(), form).statusCode()).isEqualTo(302);

            assertThat(text(client, "/creators/weights")).contains("Creators are scored by ours (version 1)",
                    "Revenue pays");
            assertThat(text(client, "/creators/card/anna")).contains("by the weighting ours (version 1)",
                    "Seed’s weights · equal weights");
            JsonNode kept = json(client, "/api/v1/scorecards/weightings", 200);
            assertThat(kept.at("/items/2/inForce").asBoolean()).isTrue();
            assertThat(kept.at("/items/0/name").asString()).isEqualTo("seed");
            JsonNode refused = sent(own, "POST", "/api/v1/scorecards/weightings", "application/json",
                    "{\"name\":\"half\",\"weights\":{\"engagement\":1.5,\"discovery\":null},\"reason\":\"x\"}", 422);
            assertThat(refused.toString()).contains("engagement must be from 0 to 1, and is 1.5.",
                    "discovery is missing.");
            sent(own, "POST", "/api/v1/scorecards/weightings/ours/adopt", "application/json", "", 422);
            sent(own, "POST", "/api/v1/scorecards/weightings/none/adopt?reason=x", "application/json", "", 404);
            assertThat(sent(own, "POST", "/api/v1/scorecards/weightings/seed/adopt?reason=Back", "application/json", "",
                    200).at("/version").asInt()).isEqualTo(1);
            assertThat(json(client, "/api/v1/scorecards/weightings/adoptions", 200).at("/total").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aRecommendationIsFollowedAndItsOutcomeToldOnThePage() throws Exception {
        try (LocalSite own = site(ScoredCreators.scored(), new Pseudonyms(CREATORS.tenant, false))) {
            SiteClient client = own.client();

            assertThat(client.post("/creators/card/ben/playbooks/interaction_balance", client.origin(), "by=ada")
                    .statusCode()).isEqualTo(302);

            assertThat(text(client, "/creators/card/ben")).contains("You follow this: say below what came of it",
                    "Say what came of it", "ada");
            JsonNode followed = json(client, "/api/v1/scorecards/playbooks?creator=ben", 200).at("/items/0");
            assertThat(followed.at("/state").asString()).isEqualTo("followed");
            String id = followed.at("/id").asString();
            assertThat(client.post("/creators/playbooks/" + id + "/outcome", client.origin(), "value=x").statusCode())
                    .isEqualTo(400);
            assertThat(client.post("/creators/playbooks/" + id + "/outcome", client.origin(),
                    "as=settled&value=0.95&note=Worked").statusCode()).isEqualTo(302);
            String page = text(client, "/creators/card/ben");
            assertThat(page).contains("gone through with", "95.0 %", "Worked", "with one outcome");
            sent(own, "POST", "/api/v1/scorecards/playbooks/" + id + "/outcome?value=0.5", "application/json", "", 409);
            sent(own, "POST", "/api/v1/scorecards/creators/ben/playbooks/beauty", "application/json", "", 404);
            sent(own, "POST", "/api/v1/scorecards/creators/ben/playbooks/video_quality", "application/json", "", 422);
        }
    }

    @Test
    void adsAreLinkedAndUnlinkedOnTheScorecard() throws Exception {
        try (LocalSite own = site(ScoredCreators.scored(), new Pseudonyms(CREATORS.tenant, false))) {
            SiteClient client = own.client();
            assertThat(text(client, "/creators/card/ben")).contains("Ads that count", "Nothing was said yet");

            assertThat(client.post("/creators/card/ben/ads", client.origin(), "ads=spring&since=2026-02-20&by=ada")
                    .statusCode()).isEqualTo(302);
            assertThat(client.post("/creators/card/ben/ads", client.origin(), "ads=&since=2026-02-28&by=bob")
                    .statusCode()).isEqualTo(302);

            assertThat(text(client, "/creators/card/ben")).contains("28 Feb 2026 none bob", "20 Feb 2026 spring ada")
                    .doesNotContain("Nothing was said yet");
            JsonNode links = json(client, "/api/v1/scorecards/creators/ben/ads", 200);
            assertThat(links.at("/items/1/ads").asString()).isEqualTo("spring");
            assertThat(links.at("/items/1/since").asString()).isEqualTo("2026-02-20T00:00:00Z");
            assertThat(client.post("/creators/card/ben/ads", client.origin(), "ads=x&by=ada").body())
                    .contains("since is missing");
            assertThat(client.post("/creators/card/ben/ads", client.origin(), "ads=x&since=soon").statusCode())
                    .isEqualTo(400);
            assertThat(client.post("/creators/card/nobody/ads", client.origin(), "ads=x&since=2026-02-20").statusCode())
                    .isEqualTo(404);
            assertThat(client.post("/creators/card/ben/ads/remove", client.origin(), "since=2026-02-28T00:00:00Z")
                    .statusCode()).isEqualTo(302);
            assertThat(client.post("/creators/card/ben/ads/remove", client.origin(), "since=2026-02-28T00:00:00Z")
                    .statusCode()).isEqualTo(404);
            sent(own, "DELETE", "/api/v1/scorecards/creators/ben/ads", "application/json", "", 400);
            assertThat(text(client, "/creators/card/ben")).contains("20 Feb 2026 spring").doesNotContain("bob");
        }
    }

    @Test
    void similarWinnersStandBesideWhatIsToBeFixed() {
        ScoredCreators creators = ScoredCreators.withAWinner();
        Pseudonyms veil = new Pseudonyms(creators.tenant, true);
        try (LocalSite own = site(creators, new Pseudonyms(creators.tenant, false));
                LocalSite veiledToo = site(creators, veil)) {
            assertThat(text(own.client(), "/creators/card/ben")).contains("Similar creators who do well here", "@cara",
                    "1.2× as large, 50 % of hashtag uses shared", "shares ratio");
            assertThat(text(site, "/creators/card/ben")).contains("Nobody here is alike in size and hashtags.");
            JsonNode winners = json(own.client(), "/api/v1/scorecards/creators/ben/winners", 200).at("/items/0");
            assertThat(winners.at("/gap").asString()).isEqualTo("interaction_balance");
            assertThat(winners.at("/winners/0/creator").asString()).isEqualTo("cara");
            assertThat(winners.at("/differences").size()).isEqualTo(4);
            assertThat(json(veiledToo.client(), "/api/v1/scorecards/creators/" + veil.name("ben") + "/winners", 200)
                    .toString()).contains(veil.name("cara")).doesNotContain("\"cara\"");
            assertThat(veiledToo.client().page("/creators/card/" + veil.name("ben")).body()).contains(veil.name("cara"))
                    .doesNotContain("@cara", "/cara");
            json(own.client(), "/api/v1/scorecards/creators/nobody/winners", 404);
        }
    }

    @Test
    void inputsAreToldByRestAndCountFromTheNextRunOn() throws Exception {
        var creators = ScoredCreators.known();
        try (LocalSite own = site(creators, new Pseudonyms(CREATORS.tenant, false))) {
            assertThat(text(own.client(), "/creators")).contains("Nobody has been scored yet");
            JsonNode told = sent(own, "POST", "/api/v1/scorecards/inputs?by=shop.csv", "text/csv",
                    "creator_id,conversion_rate\nanna,0.02\nben,7\n", 201);
            sent(own, "PUT", "/api/v1/scorecards/creators/anna/ads?are=*", "application/json", "", 200);
            JsonNode run = sent(own, "POST", "/api/v1/scorecards/run", "application/json", "", 201);

            assertThat(told.at("/values").asInt()).isEqualTo(1);
            assertThat(told.at("/refused/0/line").asInt()).isEqualTo(3);
            assertThat(run.at("/creators").asInt()).isEqualTo(2);
            JsonNode anna = json(own.client(), "/api/v1/scorecards/creators/anna", 200);
            assertThat(anna.at("/scorecard/recommendations/0/component").asString()).isIn("conversion_rate",
                    "interaction_balance");
            assertThat(anna.at("/inputs/0/origin").asString()).isEqualTo("told");
            assertThat(anna.at("/inputs/0/from").asString()).isEqualTo("shop.csv");
            assertThat(anna.at("/card/coverage").asDouble())
                    .isEqualTo(anna.at("/scorecard/coverage").asDouble(), within(1e-12));
            assertThat(json(own.client(), "/api/v1/scorecards/creators/anna/history", 200).at("/total").asInt())
                    .isEqualTo(1);
            assertThat(json(own.client(), "/api/v1/scorecards/creators?level=high", 200).at("/limit").asInt())
                    .isEqualTo(100);
            json(own.client(), "/api/v1/scorecards/creators/anna?day=2026-02-30", 400);
            json(own.client(), "/api/v1/scorecards/creators/anna?day=2020-01-01", 404);
        }
    }
}
