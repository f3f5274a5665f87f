package dev.upswell.server.comply.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.comply.clean.CleaningParts;
import dev.upswell.server.comply.clean.KeptCleaning;
import dev.upswell.server.comply.page.CompliancePagesConfiguration;
import dev.upswell.server.comply.retain.KeptRetention;
import dev.upswell.server.comply.retain.RetentionParts;
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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Endpoints and page over a tenant's own audit trail.
class ComplianceRestTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-01T12:00:00Z"));

    private static LocalSite site;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        TenantId tenant = TestDatabase.newTenant();
        client = HttpClient.newHttpClient();
        site = LocalSite.of(List.of(ComplianceRestConfiguration.class, CompliancePagesConfiguration.class), CLOCK,
                new KeptCompliance(tenant, TestDatabase.shared(), CLOCK), KeptRetention.of(new RetentionParts(tenant,
                        TestDatabase.shared(), CLOCK, RetentionSettings.USUAL, List.of())),
                KeptCleaning.of(new CleaningParts(tenant, TestDatabase.shared(), CLOCK, List.of(), () -> {
                })));
    }

    @AfterAll
    static void stop() {
        site.close();
        client.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode get(String path) {
        return JsonMapper.shared()
                .readTree(
                        send(HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/compliance" + path))).body());
    }

    private static HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/compliance" + path))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void aRuleIsMadeShownAndTakenAwayWithRowsInTheTrail() {
        assertThat(post("/rules/my-shop?reason=our+own&by=ann").statusCode()).isEqualTo(200);
        assertThat(get("/rules").at("/items/0/allowed").asBoolean()).isTrue();
        assertThat(post("/rules/my-shop/forget").statusCode()).isEqualTo(200);
        assertThat(post("/rules/my-shop/forget").statusCode()).isEqualTo(404);

        JsonNode log = get("/log?action=rule&text=MY-SHOP");
        assertThat(log.get("total").asLong()).isEqualTo(2);
        assertThat(log.at("/items/0/rule").asString()).isEqualTo("forgotten");
        assertThat(log.at("/items/1/actor").asString()).isEqualTo("ann");
        assertThat(get("/log?decision=denied").get("total").asLong()).isZero();
    }

    @Test
    void aRuleWithoutReasonOrNameIsRefusedInWords() {
        assertThat(post("/rules/my-shop").statusCode()).isEqualTo(400);
        assertThat(post("/rules/My%20Shop?reason=x").body()).contains("cannot be the name of a source");
    }

    @Test
    void beforeTheFirstCleaningThereIsNoTime() {
        assertThat(get("/cleaning").has("begunAt")).isFalse();
        assertThat(get("/cleaning").at("/rows").asInt()).isZero();
    }

    @Test
    void policiesAndRetentionAreListed() {
        assertThat(get("/policies").at("/items/0/name").asString()).isEqualTo("ensembledata");
        assertThat(get("/policies?limit=3").get("items")).hasSize(3);
        JsonNode retention = get("/retention");
        assertThat(retention.get("items").valueStream().map(item -> item.get("name").asString()))
                .contains("prediction", "audit_trail");
        assertThat(retention.at("/items/0/kind").asString()).isEqualTo("raw");
    }
}
