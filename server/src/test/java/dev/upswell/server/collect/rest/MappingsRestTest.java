package dev.upswell.server.collect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.ShellSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mappings by REST: guessed, kept, used, removed.
class MappingsRestTest {

    private static final String VIEWS = "kind: hashtag\nname: tag\nobserved-at: day\nsource: mine\nviews: plays\n";
    private static final String CLIPS = "tag,plays,day\n#GlassHair,7,2026-01-01\n#brow,many,2026-01-01\n";

    @TempDir
    Path folder;

    private IntakeBench bench;
    private LocalSite site;
    private HttpClient client;

    @BeforeEach
    void start() {
        bench = new IntakeBench(folder);
        client = HttpClient.newHttpClient();
        site = LocalSite.of(List.of(CollectRestConfiguration.class), InstantSource.fixed(IntakeBench.NOW),
                ShellSettings.loopback().withLargestUpload(1 << 20), bench.tenant, bench.retrying,
                bench.intake, bench.imports, bench.sources, bench.setAside, bench.mappings, bench.uses,
                new MappedIntake(bench.intake, bench.mappings, bench.compliance));
    }

    @AfterEach
    void stop() {
        site.close();
        client.close();
        bench.close();
    }

    /// An answer with its status.
    private record Answer(int status, String type, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""),
                JsonMapper.shared().readTree(answer.body()));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path));
    }

    private Answer get(String path) throws Exception {
        return send(at(path));
    }

    private Answer post(String path) throws Exception {
        return send(at(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Answer put(String path, String body) throws Exception {
        return send(at(path).header("Content-Type", "text/plain").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends files, each as the name of its part and its text.
    private Answer files(String path, String... parts) throws Exception {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append("--part\r\nContent-Disposition: form-data; name=\"").append(parts[i]).append("\"; filename=\"")
                    .append(parts[i].equals("file") ? "clips.csv" : "clips.yaml")
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(parts[i + 1])
                    .append("\r\n");
        }
        return send(at(path).header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--part--\r\n")));
    }

    private JsonNode finished(Answer begun) throws Exception {
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        bench.settle();
        return get("/api/v1/imports/" + begun.text("/id")).body();
    }

    @Test
    void aWideTableIsToldAsSuchWithWhatItsCellsAre() throws Exception {
        Answer guess = files("/api/v1/mappings/guess?source=mine", "file",
                "hashtag,2025-12-30,2025-12-31\n#dance,5,many\nlash,7,9\n");

        assertThat(guess.text("/wide/columns")).isEqualTo("times");
        assertThat(guess.body().at("/wide/count").asInt()).isEqualTo(2);
        assertThat(guess.text("/wide/last")).isEqualTo("2025-12-31");
        assertThat(guess.text("/wide/format")).isEqualTo("iso");
        assertThat(guess.text("/columns/1/role")).isEqualTo("cells");
        assertThat(guess.text("/problems/0")).startsWith("which counter the cells are is not said");
        Answer known = files("/api/v1/mappings/guess?source=mine", "file", CLIPS);
        assertThat(known.body().has("wide")).isFalse();
    }

    @Test
    void aGuessTellsColumnsRowsAndProblemsAndKeepsNothing() throws Exception {
        Answer guess = files("/api/v1/mappings/guess", "file", CLIPS);

        assertThat(guess.status()).isEqualTo(200);
        assertThat(guess.text("/kind")).isEqualTo("hashtag");
        assertThat(guess.text("/columns/1/name")).isEqualTo("plays");
        assertThat(guess.text("/columns/0/role")).isEqualTo("name");
        assertThat(guess.body().at("/columns/0/confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(guess.text("/columns/0/why")).isNotEmpty();
        assertThat(guess.text("/columns/2/samples/0")).isEqualTo("2026-01-01");
        assertThat(guess.text("/problems/0")).startsWith("source is missing");
        assertThat(guess.text("/document")).contains("kind: hashtag", "name: \"tag\"");
        assertThat(guess.body().has("kept")).isFalse();
        assertThat(bench.mappings.list()).isEmpty();

        Answer named = files("/api/v1/mappings/guess?source=mine", "file",
                CLIPS + "#lash,8,2026-01-01\n#curl,9,2026-01-01\n#fade,9,2026-01-01\n");
        assertThat(named.body().at("/problems")).isEmpty();
        assertThat(named.text("/preview/rows/0/0")).isEqualTo("glasshair");
        assertThat(named.body().at("/preview/rowsRefused").asInt()).isEqualTo(1);
        assertThat(named.body().at("/refused").toString())
                .isEqualTo("[{\"line\":3,\"reason\":\"bad-number\",\"detail\":\"views (many)\"}]");
    }

    @Test
    void aGuessOfNoTableIsAProblem() throws Exception {
        Answer json = files("/api/v1/mappings/guess", "file", "[{\"a\":1}]");

        assertThat(json.status()).isEqualTo(422);
        assertThat(json.type()).startsWith("application/problem+json");
        assertThat(json.text("/detail")).contains("only the columns of a CSV are guessed");
    }

    @Test
    void aMappingThatIsSentIsKeptAndReadsTheNextFileUnasked() throws Exception {
        JsonNode first = finished(files("/api/v1/imports?keep=clips&reason=our+own+counters&by=ada", "file", CLIPS,
                "mapping", VIEWS));
        assertThat(first.get("mapping").toString()).isEqualTo("{\"name\":\"clips\",\"version\":1}");
        assertThat(first.get("stored").asLong()).isEqualTo(1);

        Answer look = files("/api/v1/imports/preview", "file", "day,plays,TAG\n2026-01-02,9,lash\n");
        assertThat(look.text("/mapping/name")).isEqualTo("clips");
        assertThat(look.body().at("/rows/0").toString()).isEqualTo("[\"2026-01-02T00:00:00Z\",\"9\",\"lash\"]");
        JsonNode next = finished(files("/api/v1/imports", "file", "day,plays,TAG\n2026-01-02,9,lash\n"));
        assertThat(next.get("mapping").toString()).isEqualTo("{\"name\":\"clips\",\"version\":1}");

        JsonNode kept = get("/api/v1/mappings").body();
        assertThat(kept.at("/total").asInt()).isEqualTo(1);
        assertThat(kept.at("/items/0/confirmedBy").asString()).isEqualTo("ada");
        assertThat(kept.at("/items/0/reason").asString()).isEqualTo("our own counters");
        assertThat(kept.at("/items/0/columns").toString()).isEqualTo("[\"tag\",\"plays\",\"day\"]");
        assertThat(kept.at("/items/0/imports").asInt()).isEqualTo(2);
        assertThat(kept.at("/items/0/quarantined").asInt()).isEqualTo(1);
        assertThat(files("/api/v1/mappings/guess", "file", CLIPS).text("/kept/name")).isEqualTo("clips");
    }

    @Test
    void aMappingIsUsedOnceOrByItsName() throws Exception {
        Answer denied = files("/api/v1/imports", "file", CLIPS, "mapping", VIEWS);
        assertThat(denied.status()).isEqualTo(422);
        assertThat(denied.text("/detail")).contains("The source mine is in no terms policy",
                "or give the reason here");

        JsonNode once = finished(files("/api/v1/imports?reason=ours", "file", CLIPS, "mapping", VIEWS));
        assertThat(once.has("mapping")).isFalse();
        assertThat(bench.mappings.list()).isEmpty();

        assertThat(put("/api/v1/mappings/by-name", VIEWS + "likes: plays\n").status()).isEqualTo(422);
        assertThat(put("/api/v1/mappings/by-name", VIEWS).status()).isEqualTo(200);
        JsonNode named = finished(files("/api/v1/imports?mapping=by-name", "file",
                "tag,plays,day\n#lash,9,2026-01-03\n"));
        assertThat(named.at("/mapping/name").asString()).isEqualTo("by-name");
        assertThat(files("/api/v1/imports", "file", "tag,plays,day\n#lash,9,2026-01-04\n").text("/detail"))
                .contains("The format of clips.csv is not known");
    }

    @Test
    void aMappingIsSavedForTheHeaderOfAFileInVersionsShownAndRemoved() throws Exception {
        assertThat(files("/api/v1/mappings/clips?reason=ours", "mapping", VIEWS, "file", CLIPS).text("/version"))
                .isEqualTo("1");
        Answer second = put("/api/v1/mappings/clips",
                VIEWS.replace("observed-at: day", "observed-at: {column: day, format: day-first}"));
        assertThat(second.text("/version")).isEqualTo("2");
        assertThat(second.body().get("columns").size()).isEqualTo(3);

        assertThat(get("/api/v1/mappings/clips").text("/document")).contains("day-first");
        assertThat(get("/api/v1/mappings/clips?version=1").text("/document")).contains("format: iso");
        assertThat(get("/api/v1/mappings/clips/versions").body().at("/total").asInt()).isEqualTo(2);

        Answer removed = post("/api/v1/mappings/clips/remove?by=ada");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.body().get("inUse").asBoolean()).isFalse();
        assertThat(get("/api/v1/mappings").body().at("/total").asInt()).isZero();
        assertThat(get("/api/v1/mappings/clips?version=1").body().get("inUse").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotKeptAndWhatContradictsItselfAreProblems() throws Exception {
        Answer none = get("/api/v1/mappings/none");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.type()).startsWith("application/problem+json");
        assertThat(none.text("/detail")).contains("No mapping is kept under the name none.");
        assertThat(post("/api/v1/mappings/none/remove").status()).isEqualTo(404);
        assertThat(get("/api/v1/mappings/none/versions").status()).isEqualTo(404);
        assertThat(files("/api/v1/imports?mapping=none", "file", CLIPS).status()).isEqualTo(404);
        assertThat(get("/api/v1/mappings/none?version=0").status()).isEqualTo(400);

        assertThat(files("/api/v1/imports?mapping=none", "file", CLIPS, "mapping", VIEWS).text("/detail"))
                .contains("name a kept mapping or send one, not both");
        assertThat(files("/api/v1/imports?keep=clips", "file", CLIPS).text("/detail"))
                .contains("keep is given without a mapping to keep");
        assertThat(files("/api/v1/imports?format=hashtag-views", "file", CLIPS, "mapping", VIEWS).text("/detail"))
                .contains("format and mapping cannot be given together");
        assertThat(put("/api/v1/mappings/clips?reason=ours", "kind: song\n").text("/detail"))
                .contains("kind (song) cannot be used", "source is missing");
        assertThat(put("/api/v1/mappings/clips?reason=ours", "# " + "x".repeat(70_000)).text("/detail"))
                .contains("more than 65536 characters");
        assertThat(files("/api/v1/imports/preview", "file", "tag,seen\na,1\n", "mapping", VIEWS).text("/detail"))
                .contains("the file has no column day, plays");
        assertThat(bench.compliance.rules()).isEmpty();
    }

    @Test
    void rowsOfAMappingAreReadAgainInOneStepOnceItIsMended() throws Exception {
        finished(files("/api/v1/imports?keep=clips&reason=ours", "file",
                "tag,plays,day\n#GlassHair,7,31/01/2025\n", "mapping", VIEWS));
        put("/api/v1/mappings/clips",
                VIEWS.replace("observed-at: day", "observed-at: {column: day, format: day-first}"));

        Answer again = post("/api/v1/quarantine/retry?mapping=clips");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().get("stored").asInt()).isEqualTo(1);
        assertThat(get("/api/v1/mappings/clips").body().get("quarantined").asInt()).isZero();
    }
}
