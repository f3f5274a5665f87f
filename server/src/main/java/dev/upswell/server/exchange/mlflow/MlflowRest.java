package dev.upswell.server.exchange.mlflow;

import dev.upswell.server.exchange.PushTarget;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface of an MLflow server, one request at a time.
///
/// Redirections are not followed, so that the login goes nowhere else.
///
/// **errors** [MlflowProblem] from every call.
final class MlflowRest implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final int TOLD = 300;

    private final PushTarget target;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();

    MlflowRest(PushTarget target) {
        this.target = target;
    }

    JsonNode get(String call, Map<String, String> query) {
        String text = new TreeMap<>(query).entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(send(request("/api/2.0/mlflow/" + call + "?" + text).GET()));
    }

    JsonNode post(String call, Map<String, ?> body) {
        return json(send(request("/api/2.0/mlflow/" + call).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    /// Puts a file where the server keeps artefacts.
    ///
    /// @param path as the artefact's address has it, with a slash before it
    void put(String path, byte[] content) {
        send(request("/api/2.0/mlflow-artifacts/artifacts" + path).header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.address() + path)).timeout(TO_ANSWER);
        PushTarget.Login login = target.login();
        return login == null ? request : request.header("Authorization", login.header());
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw problem(answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (ConnectException e) {
            throw new MlflowProblem(0, "", "it cannot be reached");
        } catch (IOException e) {
            throw new MlflowProblem(0, "", "it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlflowProblem(499, "", "the push was stopped");
        }
    }

    private static MlflowProblem problem(int status, byte[] body) {
        try {
            JsonNode said = JSON.readTree(body);
            if (said != null && said.hasNonNull("error_code")) {
                String message = said.path("message").asString("");
                return new MlflowProblem(status, said.path("error_code").asString(""),
                        "it answers " + status + " " + said.path("error_code").asString("") + ": "
                                + message.lines().findFirst().orElse("").substring(0,
                                        Math.min(TOLD, message.lines().findFirst().orElse("").length())));
            }
        } catch (JacksonException noJson) {
            // then the status is all that is known
        }
        return new MlflowProblem(status, "", "it answers " + status);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new MlflowProblem(200, "", "its answer is no JSON: it may be another kind of server");
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
