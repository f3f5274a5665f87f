package dev.upswell.server.wording.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.SampleWordings;
import dev.upswell.server.wording.Wordings;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WordingRestTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final Wordings WORDINGS = SampleWordings.of(TENANT, List.of("#corgilife gained 1.2 M views [f1]."));

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(WordingRestConfiguration.class), InstantSource.fixed(SampleWordings.NOW), TENANT,
                WORDINGS);
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(site.json(path).body());
    }

    private static HttpResponse<String> post(String path, String body) {
        return site.postJson(path, body);
    }

    @Test
    void promptsAreProposedTriedAndPromoted() {
        assertThat(json("/api/v1/prompts?limit=500").at("/total").asInt()).isEqualTo(Purpose.values().length);

        HttpResponse<String> made = post("/api/v1/prompts/collision",
                "{\"template\":\"Say it in {language}.\",\"by\":\"ana\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(JsonMapper.shared().readTree(made.body()).at("/state").asString()).isEqualTo("draft");
        assertThat(post("/api/v1/prompts/collision/2/trial", "{\"share\":0.5}").body()).contains("\"trial\"");
        assertThat(post("/api/v1/prompts/collision/2/promote", "{\"by\":\"ana\"}").body()).contains("\"serving\"");
        assertThat(json("/api/v1/prompts/collision").at("/items/1/state").asString()).isEqualTo("retired");
        assertThat(site.json("/api/v1/prompts/poems").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/prompts/collision/9/promote", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/prompts/collision/2/trial", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/prompts/collision", "{\"template\":\"{hole}\"}").statusCode()).isEqualTo(422);
    }

    @Test
    void textsAreListedJudgedAndPaidFor() {
        UUID id = WORDINGS.wording().write(Purpose.NARRATIVE, SampleWordings.EVIDENCE, Locale.ENGLISH).id();

        assertThat(json("/api/v1/wording/outputs").at("/items/0/writtenBy").asString()).isEqualTo("model");
        assertThat(post("/api/v1/wording/outputs/" + id + "/verdict", "{\"verdict\":\"accept\"}").statusCode())
                .isEqualTo(200);
        assertThat(json("/api/v1/wording/outputs").at("/items/0/verdict").asString()).isEqualTo("accept");
        assertThat(json("/api/v1/prompts/narrative").at("/items/0/accepted").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/wording/spending").at("/items/0/spent").asDouble()).isEqualTo(0.0006);
        assertThat(json("/api/v1/wording/failures").at("/total").asInt()).isZero();
        assertThat(post("/api/v1/wording/outputs/" + id + "/verdict", "{\"verdict\":\"edit\"}").body())
                .contains("An edit needs the text that is to stand");
        assertThat(post("/api/v1/wording/outputs/" + id + "/verdict",
                "{\"verdict\":\"edit\",\"text\":\"#zoomies gained 5 views [f1].\"}").body())
                .contains("says more than its evidence");
        assertThat(post("/api/v1/wording/outputs/" + id + "/verdict", "{\"verdict\":\"like\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/wording/outputs/x/verdict", "{\"verdict\":\"accept\"}").statusCode()).isEqualTo(404);
    }
}
