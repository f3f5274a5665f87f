package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Serving;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Models as files, by command and by REST.
class ExchangeTest {

    private static final Terminal TERMINAL = new Terminal(Map.of("UPSWELL_FORECAST_EVERY_HOURS", "6",
            "UPSWELL_FORECAST_MIN_ELIGIBLE", "4"));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        Path series = Files.writeString(folder.resolve("series.csv"), Readings.sixteenDays(7, 20_000));
        assertThat(TERMINAL.run("import", series.toString()).exitCode()).isEqualTo(Cli.DONE);
        assertThat(TERMINAL.run("train").exitCode()).isEqualTo(Cli.DONE);
    }

    @Test
    void aModelGoesOutAndComesInAgain() throws IOException {
        Path onnx = folder.resolve("model.onnx");

        Said out = TERMINAL.run("models", "export", "boosted", "--format", "onnx", "--out", onnx.toString());
        Said in = TERMINAL.run("models", "import", onnx.toString(), "--kind", "hashtag", "--horizon", "24h", "--by",
                "Mira");
        Said again = TERMINAL.run("models", "import", onnx.toString());

        assertThat(out.screen()).contains("is in " + onnx).contains("bytes, onnx)");
        assertThat(in.out()).contains("it predicts in shadow now.").contains("It was trained elsewhere");
        assertThat(again.out()).contains("was here already");
        assertThat(TERMINAL.run("models", "shadow").out()).contains("(imported) is in state shadow");
        assertThat(TERMINAL.run("models", "history").out()).contains("predicts beside the serving model");
        JsonNode document = TERMINAL.json("models", "export", "boosted", "--format", "upswell", "--out",
                folder.resolve("model.upswell").toString()).json();
        assertThat(document.get("bytes").asLong()).isEqualTo(Files.size(folder.resolve("model.upswell")));
        assertThat(TERMINAL.json("models", "import", folder.resolve("model.upswell").toString(), "--format", "upswell")
                .json().get("known").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeDoneIsSaidInTwoLines() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.onnx"), "Dear reader");
        for (String[] command : new String[][]{{"models", "export", "boosted"},
                {"models", "export", "boosted", "--format", "pmml", "--out", "x"}, {"models", "export"},
                {"models", "export", "boosted", "--out", folder.resolve("no/such/folder").toString()},
                {"models", "import"}, {"models", "import", folder.resolve("none").toString()},
                {"models", "import", letter.toString()}, {"models", "import", letter.toString(), "--format", "upswell"},
                {"models", "push", "boosted"},
                {"models", "push", "boosted", "--to", "nowhere"}}) {
            Said said = TERMINAL.run(command);

            assertThat(said.exitCode()).as(String.join(" ", command)).isNotEqualTo(Cli.DONE);
            assertThat(said.out()).isEmpty();
            assertThat(said.err().lines().count()).as(said.err()).isEqualTo(2);
        }
    }

    @Test
    void theServerGivesAndTakesFilesToo() throws Exception {
        try (OpenWorkplace workplace = TERMINAL.workplace(); Serving.Running server = workplace.serving().start(0)) {
            JsonNode models = JsonMapper.shared().readTree(get(server, "/api/v1/models?kind=logistic").body());
            String id = models.get("items").get(0).get("id").asString();

            HttpResponse<byte[]> file = get(server, "/api/v1/models/" + id + "/file?format=onnx");
            HttpResponse<byte[]> taken = post(server, "/api/v1/models/import?by=Mira", file.body());
            HttpResponse<byte[]> refused = post(server, "/api/v1/models/import", new byte[]{1, 2, 3});
            HttpResponse<byte[]> nowhere = post(server, "/api/v1/models/" + id + "/push", new byte[0]);

            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("logistic-")
                    .contains(".onnx");
            assertThat(taken.statusCode()).as(text(taken)).isEqualTo(201);
            assertThat(text(taken)).contains("\"kind\":\"imported\"").contains("\"state\":\"SHADOW\"");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(text(refused)).contains("it is no ONNX file");
            assertThat(nowhere.statusCode()).isEqualTo(409);
            assertThat(text(nowhere)).contains("Set mlflow.url");
            assertThat(get(server, "/api/v1/models/" + id + "/file?format=pmml").statusCode()).isEqualTo(400);
            assertThat(get(server, "/api/v1/models/00000000-0000-0000-0000-000000000000/file").statusCode())
                    .isEqualTo(404);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(Serving.Running server, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url()).resolve(path)).header("Accept", "*/*"));
    }

    private static HttpResponse<byte[]> post(Serving.Running server, String path, byte[] file) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"m\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(server.url()).resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
