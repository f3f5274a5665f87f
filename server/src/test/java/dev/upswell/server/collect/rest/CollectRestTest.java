package dev.upswell.server.collect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.collect.page.DataPagesConfiguration;
import dev.upswell.server.collect.page.QueuedFileIntake;
import dev.upswell.server.collect.page.StoredDataPages;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.ShellSettings;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CollectRestTest {

    private static final String VIEWS = """
        hashtag,observed_at,views
        glasshair,2026-01-14T09:00:00Z,541.2K
        glasshair,2026-01-14T12:00:00Z,600000
        protein,2026-01-14T09:00:00Z,12x
        """;

    @TempDir
    static Path folder;

    private static IntakeBench bench;
    private static LocalSite site;
    private static HttpClient client;
    private static String address;

    @BeforeAll
    static void start() {
        bench = new IntakeBench(folder);
        client = HttpClient.newHttpClient();
        var mapped = new MappedIntake(bench.intake, bench.mappings, bench.compliance);
        site = LocalSite.of(List.of(DataPagesConfiguration.class, CollectRestConfiguration.class),
                InstantSource.fixed(IntakeBench.NOW), ShellSettings.loopback().withLargestUpload(1 << 20),
                bench.tenant, bench.retrying, bench.intake, bench.imports, bench.sources, bench.setAside,
                mapped, bench.mappings, bench.uses, new QueuedFileIntake(bench.intake, mapped, bench.mappings),
                new StoredDataPages(new StoredDataPages.Stores(bench.tenant, bench.imports, bench.sources,
                        bench.setAside, bench.quarantine, bench.retrying, bench.mappings, bench.uses),
                        InstantSource.fixed(IntakeBench.NOW)));
        address = site.address();
    }

    @AfterAll
    static void stop() {
        site.close();
        client.close();
        bench.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String path, String name, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(IntakeBench.bytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(IntakeBench.bytes("\r\n--part--\r\n"));
        return client.send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void sentFileIsTakenInAndEverythingAboutItCanBeAsked() throws Exception {
        HttpResponse<String> accepted = send("/api/v1/imports", "../views.csv", IntakeBench.bytes(VIEWS));

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(json(accepted).at("/file").asString()).isEqualTo("views.csv");
        bench.settle();

        JsonNode done = json(get(accepted.headers().firstValue("Location").orElseThrow()));
        assertThat(done.at("/state").asString()).isEqualTo("done");
        assertThat(done.at("/rowsRead").asLong()).isEqualTo(3);
        assertThat(done.at("/stored").asLong()).isEqualTo(2);
        assertThat(done.at("/quarantinedByReason/bad-number").asLong()).isEqualTo(1);
        assertThat(done.at("/entities/hashtag").asLong()).isEqualTo(1);
        assertThat(done.at("/from").asString()).isEqualTo("2026-01-14T09:00:00Z");
        assertThat(json(get("/api/v1/imports/" + done.at("/id").asString()))).isEqualTo(done);
        assertThat(json(get("/api/v1/imports?limit=1")).at("/items/0/id").asString()).isNotEmpty();
        JsonNode source = json(get("/api/v1/sources")).at("/items/0");
        assertThat(source.at("/source").asString()).isEqualTo("hashtag-views");
        assertThat(source.at("/cadenceSeconds").asLong()).isEqualTo(10_800);
        JsonNode rows = json(get("/api/v1/quarantine?file=VIEWS.csv&reason=bad-number&limit=5"));
        assertThat(rows.at("/total").asLong()).isEqualTo(1);
        assertThat(rows.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(json(get("/api/v1/imports?state=done&file=VIEWS")).at("/total").asLong()).isEqualTo(1);
        assertThat(json(get("/api/v1/imports?state=failed&file=views")).at("/total").asLong()).isZero();
        assertThat(json(get("/api/v1/sources?kind=hashtag")).at("/total").asLong()).isEqualTo(1);
        assertThat(json(get("/api/v1/sources?kind=video")).at("/total").asLong()).isZero();
        assertThat(json(get("/api/v1/sources?quiet=" + !source.at("/quiet").asBoolean())).at("/total").asLong())
                .isZero();
        assertThat(rows.at("/items/0/line").asLong()).isEqualTo(4);
        assertThat(get("/api/v1/quarantine?format=csv").body())
                .startsWith("file,row,line,reason,detail,excerpt,found_at\r\nviews.csv,3,4,bad-number,");
        HttpResponse<String> retried = client.send(HttpRequest
                .newBuilder(URI.create(address + "/api/v1/quarantine/retry?file=VIEWS&reason=bad-number"))
                .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(json(retried).at("/tried").asLong()).as(retried.body()).isEqualTo(1);
        assertThat(json(retried).at("/left/BAD_NUMBER").asLong()).as("still unreadable").isEqualTo(1);
        String page = get("/data").body();
        assertThat(page).contains("views.csv", "hashtag-views", "unreadable count", "Download as CSV");
    }

    @Test
    void previewStoresNothing() throws Exception {
        JsonNode preview = json(send("/api/v1/imports/preview", "p.csv",
                IntakeBench.gzip(IntakeBench.bytes("hashtag,observed_at,views\nother,2026-01-14T09:00:00Z,5\n"))));

        assertThat(preview.at("/format").asString()).isEqualTo("hashtag-views");
        assertThat(preview.at("/fields/1/target").asString()).isEqualTo("observedAt");
        assertThat(preview.at("/rows/0/0").asString()).isEqualTo("other");
        assertThat(FolderTree.files(folder.resolve("uploads"))).isEmpty();
    }

    @Test
    void badFilesAreProblemsInWords() throws Exception {
        byte[] gzip = IntakeBench.gzip(IntakeBench.bytes(VIEWS));
        for (byte[] bad : new byte[][]{{}, IntakeBench.bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"),
                Arrays.copyOf(gzip, 5), IntakeBench.bytes("a;b\n1;2\n"), IntakeBench.bytes("{\"broken")}) {
            HttpResponse<String> refused = send("/api/v1/imports", "bad.csv", bad);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json(refused).at("/detail").asString()).contains("bad.csv").doesNotContain("Exception",
                    folder.toString());
        }
        HttpResponse<String> large = send("/api/v1/imports", "large.csv", new byte[1 << 21]);
        assertThat(large.statusCode()).as(large.body()).isEqualTo(413);
    }

    @Test
    void wrongQuestionsAreProblemsInWords() throws Exception {
        assertThat(json(send("/api/v1/imports?format=excel&observedAt=noon", "v.csv", IntakeBench.bytes(VIEWS)))
                .at("/problems").size()).isEqualTo(2);
        assertThat(get("/api/v1/imports/none").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/imports/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/quarantine?limit=501").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = get("/api/v1/quarantine?reason=bad-numbers");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).at("/detail").asString()).contains("bad-number, bad-currency", "“bad-numbers”");
        assertThat(send("/api/v1/imports?format=upswell-videos", "v.csv", IntakeBench.bytes(VIEWS)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void endpointsAreInTheOpenApiDocument() throws Exception {
        JsonNode paths = json(get("/v3/api-docs")).at("/paths");

        assertThat(paths.propertyNames()).contains("/api/v1/imports", "/api/v1/imports/{id}", "/api/v1/imports/preview",
                "/api/v1/quarantine", "/api/v1/sources");
        assertThat(paths.path("/api/v1/imports").at("/post/responses").propertyNames()).contains("202", "409", "422");
    }
}
