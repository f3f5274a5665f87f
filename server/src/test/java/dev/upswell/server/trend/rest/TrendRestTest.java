package dev.upswell.server.trend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.server.trend.page.stored.StoredTrendPages;
import dev.upswell.server.web.LocalSite;
import dev.upswell.timeline.Observation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrendRestTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LocalSite site;
    private static String address;

    /// Eight hashtags read every hour for five days, each growing faster than the one before.
    @BeforeAll
    static void start() {
        List<Observation> readings = new ArrayList<>();
        for (int tag = 1; tag <= 8; tag++) {
            readings.addAll(Readings.hourly(EntityId.hashtag("tag" + tag), START, 24 * 5, 100_000, 1_000L * tag));
        }
        new ObservedLake(TENANT).observe(readings);
        site = LocalSite.of(List.of(TrendRestConfiguration.class),
                InstantSource.fixed(NOW), TENANT,
                new TrendQuery(TestDatabase.shared(), new ExpectationRepository()),
                new EntityQuery(TestDatabase.shared(), new ExpectationRepository()),
                new MetricJob(TestDatabase.shared(), InstantSource.fixed(NOW), done -> {
                }),
                new StoredTrendPages(TENANT, new TrendQuery(TestDatabase.shared(), new ExpectationRepository()),
                        new EntityQuery(TestDatabase.shared(), new ExpectationRepository()), InstantSource.fixed(NOW)));
        address = site.address();
        assertThat(json(get("/api/v1/metrics")).at("/due").asLong()).isEqualTo(8);
        assertThat(json(get("/api/v1/metrics")).has("lastRun")).isFalse();
        assertThat(json(post("/api/v1/metrics")).at("/entities").asLong()).isEqualTo(8);
    }

    @AfterAll
    static void stop() {
        site.close();
        CLIENT.close();
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    private static HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void entitiesStandBesideEachOtherOverTheSameTime() {
        JsonNode both = json(get("/api/v1/compare?id=tag2&id=tag8"));

        assertThat(both.at("/entities/0/id").asString()).isEqualTo("tag2");
        assertThat(both.at("/entities/0/series/0/at").asString()).isEqualTo(both.at("/start").asString());
        assertThat(both.at("/entities/1/series/0/index").asDouble()).isEqualTo(100);
        assertThat(both.at("/entities/1/metrics/viewsGained").asDouble())
                .isGreaterThan(both.at("/entities/0/metrics/viewsGained").asDouble());
        assertThat(get("/api/v1/compare?id=tag2&id=tag2").statusCode()).isEqualTo(422);
        assertThat(get("/api/v1/compare?id=tag2&id=nobody").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/compare?id=a&id=b&id=c&id=d&id=e&id=f&id=g").statusCode()).isEqualTo(400);
    }

    @Test
    void trendsAreFilteredAndPaged() {
        JsonNode all = json(get("/api/v1/trends"));
        assertThat(all.at("/total").asInt()).isEqualTo(8);
        assertThat(all.at("/rows").size()).isEqualTo(8);
        assertThat(all.at("/rows/0/momentumRank").isNumber()).isTrue();

        JsonNode second = json(get("/api/v1/trends?limit=3&offset=3"));

        assertThat(second.at("/rows").size()).isEqualTo(3);
        assertThat(second.at("/rows/0")).isEqualTo(all.at("/rows/3"));
        assertThat(second.at("/total").asInt()).isEqualTo(8);
        assertThat(json(get("/api/v1/trends?q=%23TAG3")).at("/rows/0/id").asString()).isEqualTo("tag3");
        assertThat(json(get("/api/v1/trends?emerging=true")).at("/total").asInt()).isEqualTo(
                (int) all.at("/rows").valueStream().filter(row -> row.at("/emerging").asBoolean()).count());
        assertThat(get("/api/v1/trends?limit=501").statusCode()).isEqualTo(400);
    }

    @Test
    void csvHoldsTheWholeFilterUnlessItIsLimited() {
        assertThat(get("/api/v1/trends?format=csv").body().lines()).hasSize(9);
        assertThat(get("/api/v1/trends?format=csv&limit=2").body().lines()).hasSize(3);
        String rows = "/api/v1/entities/hashtag/tag3/metrics?window=1h";
        long total = json(get(rows)).at("/total").asLong();
        assertThat(total).isGreaterThan(50);
        assertThat(json(get(rows)).at("/items").size()).isEqualTo(50);
        assertThat(get(rows + "&format=csv").body().lines().count()).isEqualTo(total + 1);
        assertThat(get("/api/v1/entities/hashtag/tag3/observations?format=csv").body().lines()).hasSize(121);
    }

    @Test
    void listsOfOneEntityHaveTheShapeOfAllLists() {
        JsonNode rows = json(get("/api/v1/entities/hashtag/tag3/metrics?limit=2&offset=1"));
        JsonNode readings = json(get("/api/v1/entities/hashtag/tag3/observations?limit=2"));

        assertThat(rows.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(rows.at("/items/0/window").asString()).isEqualTo("24h");
        assertThat(rows.at("/offset").asInt()).isEqualTo(1);
        assertThat(readings.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(readings.at("/items/0/counts/views").asLong()).isPositive();
    }

    @Test
    void metricsAreComputedAgainWhenAskedFor() {
        JsonNode again = json(post("/api/v1/metrics?from=2025-03-03T00:00:00Z"));
        assertThat(again.at("/entities").asLong()).isEqualTo(8);
        assertThat(again.at("/rows").asLong()).isZero();

        JsonNode work = json(get("/api/v1/metrics"));

        assertThat(work.at("/due").asLong()).isZero();
        assertThat(work.at("/lastRun/entities").asLong()).isEqualTo(8);
        assertThat(work.at("/lastRun/finishedAt").asString()).isEqualTo(NOW.toString());
        assertThat(post("/api/v1/metrics?from=2025-03-03T00:00:00Z&to=2025-03-02T00:00:00Z").statusCode())
                .isEqualTo(400);
        try (TenantLocks.Held held = TestDatabase.shared().locks().acquire(TENANT, "metrics")) {
            HttpResponse<String> busy = post("/api/v1/metrics");
            assertThat(busy.statusCode()).isEqualTo(409);
            assertThat(json(busy).at("/detail").asString()).startsWith("Metrics are being computed.");
        }
    }
}
