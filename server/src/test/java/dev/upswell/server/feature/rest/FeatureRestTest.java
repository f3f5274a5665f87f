package dev.upswell.server.feature.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeatureRestTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final FeatureStore STORE = new FeatureStore(TestDatabase.shared(),
            new OnlineVectors(10, InstantSource.system()));

    private static LocalSite site;
    private static String address;

    @BeforeAll
    static void start() {
        float[] values = new float[HashtagFeatures.V1.size()];
        Arrays.fill(values, Float.NaN);
        values[HashtagFeatures.V1.indexOf("growth_24h")] = 0.25f;
        STORE.keep(TENANT,
                new FeatureStore.Batch(24, "feature_set_v1", NOON, Map.of(EntityId.hashtag("quilting"), values)),
                5);
        site = LocalSite.of(List.of(FeatureRestConfiguration.class),
                InstantSource.fixed(NOON), TENANT, STORE);
        address = site.address();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theLatestVectorIsAnsweredWithItsLineageAndMissingValuesAsNull() throws Exception {
        JsonNode vector = get("/api/v1/features/hashtag/quilting", 200);

        assertThat(vector.get("featureSet").asString()).isEqualTo("feature_set_v1");
        assertThat(vector.get("asOf").asString()).isEqualTo("2025-03-01T12:00:00Z");
        assertThat(vector.get("lakeSeq").asInt()).isEqualTo(5);
        assertThat(vector.get("features").get("growth_24h").asDouble()).isEqualTo(0.25);
        assertThat(vector.get("features").get("growth_3h").isNull()).isTrue();
        assertThat(vector.get("features").size()).isEqualTo(HashtagFeatures.V1.size());
    }

    @Test
    void whatWasNeverComputedIsNotFound() throws Exception {
        assertThat(get("/api/v1/features/hashtag/quilting?horizon=6", 404).get("detail").asString())
                .isEqualTo("No features of hashtag “quilting” for 6 hours ahead have been computed."
                        + " They are computed with each prediction.");
        get("/api/v1/features/plant/quilting", 404);
    }

    @Test
    void freshnessIsToldByKindAndHorizon() throws Exception {
        JsonNode list = get("/api/v1/features/freshness", 200);

        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("kind").asString()).isEqualTo("hashtag");
        assertThat(list.get("items").get(0).get("entities").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("breached").asBoolean()).isFalse();
    }

    @Test
    void setsAreListedWithTheirNotesAndWhatTheyLack() throws Exception {
        JsonNode sets = get("/api/v1/features/sets", 200);

        assertThat(sets.get("items").get(0).get("version").asString()).isEqualTo("feature_set_v1");
        assertThat(sets.get("items").get(1).get("changeNotes").asString()).startsWith("All of the first set");
        assertThat(sets.get("items").get(1).get("absent").toString()).contains("\"group\":\"D\"", "\"group\":\"H\"",
                "themes do not exist yet");
    }

    @Test
    void aFeatureTellsWhatItIsAndHowOftenItIsMissing() throws Exception {
        JsonNode list = get("/api/v1/features/sets/feature_set_v1", 200);

        assertThat(list.get("total").asInt()).isEqualTo(HashtagFeatures.V1.size());
        JsonNode first = list.get("items").get(0);
        assertThat(first.get("name").asString()).isEqualTo("growth_3h");
        assertThat(first.get("group").asString()).isEqualTo("A");
        assertThat(first.get("freshnessSeconds").asInt()).isEqualTo(600);
        assertThat(first.get("leakClass").asString()).isEqualTo("SAFE");
        assertThat(first.get("missing").asDouble()).isEqualTo(1);
        assertThat(list.get("items").get(HashtagFeatures.V1.indexOf("growth_24h")).get("missing").asDouble()).isZero();
        assertThat(get("/api/v1/features/sets/feature_set_v2", 200).get("items").get(0).get("missing").isNull())
                .isTrue();
        assertThat(get("/api/v1/features/sets/moon_set", 404).get("detail").asString())
                .isEqualTo("There is no feature set “moon_set”.");
    }

    @Test
    void featuresAreExportedAsAParquetFile() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/features/export?from=2025-03-01&to=2025-03-02"))
                        .timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(400);
        answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/features/export?from=2025-03-01T00:00:00Z"))
                        .timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/vnd.apache.parquet");
        assertThat(new String(answer.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        get("/api/v1/features/export?kind=sound", 404);
        get("/api/v1/features/export?from=2025-03-02T00:00:00Z&to=2025-03-01T00:00:00Z", 400);
    }

    @Test
    void theLineageNamesFilesAndReadings() throws Exception {
        JsonNode lineage = get("/api/v1/features/hashtag/quilting/lineage", 200);

        assertThat(lineage.get("lakeSeq").asInt()).isEqualTo(5);
        assertThat(lineage.get("files").asInt()).isZero();
        assertThat(lineage.get("readings").size()).isZero();
        get("/api/v1/features/hashtag/unheardof/lineage", 404);
    }

    private static JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
