package dev.upswell.server.quality.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.quality.StalenessRepository;
import dev.upswell.server.quality.page.QualityPagesConfiguration;
import dev.upswell.server.quality.page.StoredQualityPages;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Endpoints and page over a tenant whose second file is set aside.
class QualityRestTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-02-01T00:00:00Z"));

    private static final Database DATABASE = TestDatabase.shared();
    private static TenantId tenant;
    private static LocalSite site;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        tenant = TestDatabase.newTenant();
        var quality = new Quality(new QualityRepository(tenant, DATABASE, CLOCK),
                new StalenessRepository(tenant, DATABASE, CLOCK), Collecting.held(DATABASE, tenant, CLOCK));
        client = HttpClient.newHttpClient();
        site = LocalSite.of(List.of(QualityRestConfiguration.class, QualityPagesConfiguration.class), CLOCK, quality,
                new StoredQualityPages(quality));
    }

    @AfterAll
    static void stop() {
        site.close();
        client.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address() + path)));
    }

    private static HttpResponse<String> post(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(site.address() + path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void importFile(String name, String rows) {
        byte[] bytes = ("hashtag,observed_at,views\n" + rows).getBytes(StandardCharsets.UTF_8);
        Collecting.importer(DATABASE, CLOCK).importFile(tenant,
                new ImportSource(name, bytes.length, () -> new ByteArrayInputStream(bytes)), ImportOptions.AUTO,
                ImportProgress.NONE);
    }

    @Test
    void rulesAreEditedAndWhatTheyBlockIsLetIn() {
        HttpResponse<String> edited = post("/api/v1/quality/rules/monotonic?block=40&least=2");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(json(edited).at("/blockAbove").asDouble()).isEqualTo(0.4);
        assertThat(json(edited).at("/warnAbove").asDouble()).isEqualTo(0.05);
        assertThat(post("/api/v1/quality/rules/monotonic?warn=90").statusCode()).as("warns behind its block")
                .isEqualTo(400);
        assertThat(post("/api/v1/quality/rules/mood").body()).contains("there is no rule");
        assertThat(post("/api/v1/quality/rules/missing?warn=much").body()).contains("is no number");

        importFile("good.csv", "a,2025-01-01 00:00:00,100\na,2025-01-01 01:00:00,200\n");
        importFile("bad.csv", "b,2025-01-01 00:00:00,300\nb,2025-01-01 01:00:00,200\nb,2025-01-01 02:00:00,100\n");

        JsonNode held = json(get("/api/v1/quality/batches?state=held"));
        assertThat(held.at("/total").asInt()).isEqualTo(1);
        String id = held.at("/items/0/id").asString();
        JsonNode batch = json(get("/api/v1/quality/batches/" + id));
        assertThat(batch.at("/batch/heldRows").asInt()).isEqualTo(3);
        assertThat(batch.at("/failures/0/before").asInt()).isEqualTo(300);
        assertThat(json(get("/api/v1/quality/findings?verdict=block")).at("/items/0/rule").asString())
                .isEqualTo("monotonic");
        assertThat(get("/data/quality").body()).contains("One batch waits for your decision", "bad.csv");
        assertThat(get("/data/quality/" + id).body()).contains("hashtag b", "300");
        assertThat(json(get("/api/v1/quality/staleness/sources")).at("/items/0/verdict").asString())
                .isEqualTo("unjudged");
        assertThat(json(get("/api/v1/quality/staleness/subjects")).at("/total").asInt()).isZero();
        assertThat(json(get("/api/v1/quality/schemas")).at("/total").asInt()).as("too few rows for a shape").isZero();

        assertThat(json(post("/api/v1/quality/batches/" + id + "/release")).at("/rows").asInt()).isEqualTo(3);
        assertThat(post("/api/v1/quality/batches/" + id + "/release").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/quality/batches/nobody").statusCode()).isEqualTo(404);
        assertThat(json(post("/api/v1/quality/rules/monotonic?reset=true")).at("/blockAbove").asDouble())
                .isEqualTo(0.5);
        assertThat(json(get("/api/v1/quality/rules?limit=3")).at("/total").asInt()).isEqualTo(8);
        HttpResponse<String> byPage = post("/data/quality/rules/spikes?warn=7&block=never&least=9");
        assertThat(byPage.statusCode()).isEqualTo(302);
        assertThat(get("/data/quality").body()).contains("value=\"7\"");
    }
}
