package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.cli.Serving;
import dev.upswell.server.web.SiteClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the interface is held to what the server answers.
class OpenApiTest {

    private static OpenWorkplace workplace;
    private static Serving.Running server;
    private static SiteClient site;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        workplace = new Terminal(Map.of("UPSWELL_SERVER_LARGEST_BODY_KB", "30")).workplace();
        server = workplace.serving().start(0);
        site = new SiteClient(URI.create(server.url()).getPort());
        document = JsonMapper.shared().readTree(site.json("/v3/api-docs").body());
    }

    @AfterAll
    static void stop() {
        server.close();
        workplace.close();
    }

    @Test
    void itHasATitleAndAVersion() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Upswell");
        assertThat(document.at("/info/version").asString()).isEqualTo("1");
    }

    @Test
    void everythingThatCommandsDoIsThere() {
        assertThat(document.at("/paths").propertyNames()).contains("/api/v1/imports", "/api/v1/imports/preview",
                "/api/v1/quarantine", "/api/v1/sources", "/api/v1/agents/jobs", "/api/v1/agents/runs", "/api/v1/events",
                "/api/v1/metrics", "/api/v1/trends",
                "/api/v1/entities/{kind}/{id}", "/api/v1/entities/{kind}/{id}/metrics",
                "/api/v1/entities/{kind}/{id}/observations", "/api/v1/train", "/api/v1/models", "/api/v1/predict",
                "/api/v1/drift", "/api/v1/drift/features",
                "/api/v1/drift/reports", "/api/v1/tasks", "/api/v1/tasks/retrain", "/api/v1/alerts",
                "/api/v1/models/challengers", "/api/v1/models/history", "/api/v1/predictions", "/api/v1/outcomes",
                "/api/v1/backtests", "/api/v1/backtests/{id}/predictions");
    }

    @Test
    void programsAreToldToBringAToken() {
        assertThat(document.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
        assertThat(document.at("/security/0").propertyNames()).containsExactly("token");
        assertThat(document.at("/paths/~1analyze/post/responses").propertyNames()).contains("401", "403");
    }

    @Test
    void everyAnswerHasASchemaAndEveryErrorIsAProblem() {
        document.at("/paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            String where = method + " " + path;
            assertThat(operation.at("/operationId").asString()).as(where).isNotEmpty().doesNotContain("_");
            JsonNode responses = operation.at("/responses");
            assertThat(responses.propertyNames()).as(where).contains("400").containsAnyOf("200", "201", "202");
            responses.forEachEntry((status, response) -> {
                JsonNode content = response.at("/content");
                assertThat(content.propertyNames()).as(where + " " + status).isNotEmpty();
                if (status.startsWith("2")) {
                    content.forEachEntry((type, media) -> assertThat(described(media.at("/schema")))
                            .as(where + " " + status + " " + type).isTrue());
                } else {
                    assertThat(content.propertyNames()).as(where + " " + status)
                            .containsExactly("application/problem+json");
                    assertThat(content.at("/application~1problem+json/schema/$ref").asString())
                            .isEqualTo("#/components/schemas/Problem");
                }
            });
        }));
    }

    private static boolean described(JsonNode schema) {
        return schema.has("$ref") || schema.at("/type").asString().equals("string");
    }

    @Test
    void everyListHasOneShape() {
        for (String path : document.at("/paths").propertyNames()) {
            JsonNode schema = document.at("/paths").get(path).at("/get/responses/200/content/application~1json/schema");
            JsonNode properties = document.at(schema.at("/$ref").asString().replaceFirst("^#", "") + "/properties");
            if (properties.has("total") && !path.equals("/api/v1/trends")) {
                assertThat(properties.propertyNames()).as(path).contains("items", "total", "limit", "offset")
                        .doesNotContain("paging");
            }
        }
    }

    /// Rows of many creators, which come as CSV too, have a limit of their own, and so have files.
    @Test
    void everyBodyHasALimit() {
        List<String> asked = new ArrayList<>();
        document.at("/paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            Set<String> types = Set.copyOf(operation.at("/requestBody/content").propertyNames());
            if (!types.isEmpty() && !types.contains("text/csv") && !types.contains("multipart/form-data")) {
                String where = method + " " + path;
                asked.add(where);
                HttpResponse<String> answer = site.send(method.toUpperCase(Locale.ROOT), path.replaceAll("[{}]", ""),
                        types.iterator().next(), "x".repeat(30_001));
                assertThat(answer.statusCode()).as(where + " " + answer.body()).isEqualTo(413);
                assertThat(answer.body()).contains("The body is longer than 30 KB");
                assertThat(operation.at("/responses").propertyNames()).as(where).contains("413");
            }
        }));

        assertThat(asked).contains("put /api/v1/keys/{name}", "put /api/v1/notices/channels/{name}",
                "put /api/v1/sessions/{name}/cookies", "put /api/v1/mappings/{name}", "post /analyze",
                "post /compare-algorithms");
    }

    @Test
    void whatTheServerAnswersIsWhatIsDescribed() {
        JsonNode problem = JsonMapper.shared().readTree(site.json("/api/v1/trends?kind=planet&limit=0").body());

        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .containsAll(problem.propertyNames()).contains("problems");
    }
}
