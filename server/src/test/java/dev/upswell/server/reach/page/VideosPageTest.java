package dev.upswell.server.reach.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.reach.WatchedReach;
import dev.upswell.server.reach.rest.ReachRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page on videos and its REST, over a model that was trained and judged.
class VideosPageTest {

    private static final VideoReach REACH = WatchedReach.foretold();

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(ReachPagesConfiguration.class, ReachRestConfiguration.class),
                InstantSource.fixed(Instant.parse("2025-03-11T00:00:00Z")), REACH,
                WatchedReach.scores());
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thePageShowsADraftWhatWasForetoldAndHowGoodThatIs() throws Exception {
        assertThat(text("/videos")).contains("Not judged yet").contains("Videos posted in the last two weeks");

        JsonNode judged = post("/api/v1/reach/backtest?from=1990-01-01T00:00:00Z&to=2999-01-01T00:00:00Z");
        String page = text("/videos?caption=Day+by+day&creator=%40creator3&seconds=15&hashtags=one,two");

        assertThat(judged.at("/judged/from").asString()).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(page).contains("About ").contains("Chance of a breakout").contains("the creator’s last")
                .doesNotContain("creator_", "caption_").contains("before upload").contains("@creator");
    }

    @Test
    void anEmptyHandleIsAnsweredLikeNone() {
        assertThat(site.json("/api/v1/reach/draft?creator=%40").statusCode()).isEqualTo(200);
        assertThat(site.json("/api/v1/reach/draft?seconds=0").statusCode()).isEqualTo(400);
        assertThat(site.json("/api/v1/reach/draft?caption=%00").statusCode()).isEqualTo(400);
        assertThat(site.json("/api/v1/reach/forecasts?from=%2B999999-01-01T00:00:00Z").statusCode()).isEqualTo(400);
        assertThat(site.json("/api/v1/reach/videos/nobody").statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasPostedSinceIsForetoldOnDemand() throws Exception {
        assertThat(post("/api/v1/reach/predict").propertyNames()).containsExactlyInAnyOrder("trained", "foretold",
                "settled");
    }

    private static String text(String path) {
        HttpResponse<String> answer = site.page(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private static JsonNode post(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(server.address() + path))
                    .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
