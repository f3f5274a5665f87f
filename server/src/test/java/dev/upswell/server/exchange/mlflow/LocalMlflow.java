package dev.upswell.server.exchange.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that speaks as much of MLflow's REST interface as a push needs, with MLflow's own error codes.
///
/// Artefacts are kept by the server itself, as under `mlflow server --serve-artifacts`.
final class LocalMlflow implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What happens to the request of this number, counted from 1.
    enum Fate {
        /// It is done and answered.
        ANSWERED,
        /// It is not done, and the answer says that the server is not well.
        REFUSED,
        /// It is done, but its answer is lost.
        UNANSWERED
    }

    final Map<String, JsonNode> runs = new LinkedHashMap<>();
    final Map<String, String> states = new HashMap<>();
    final Map<String, JsonNode> batches = new HashMap<>();
    final Map<String, byte[]> files = new TreeMap<>();
    final List<String> models = new ArrayList<>();
    final List<Map<String, Object>> versions = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    IntFunction<Fate> fates = number -> Fate.ANSWERED;
    String artefacts = "mlflow-artifacts:/";
    @Nullable
    String authorization;

    private boolean experiment;
    private final HttpServer server;

    LocalMlflow() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, Object body) {

        static Answer error(int status, String code) {
            return new Answer(status, Map.of("error_code", code, "message", code + " of the test"));
        }
    }

    private synchronized void handle(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readAllBytes();
        asked.add(request.getRequestMethod() + " " + request.getRequestURI().getPath());
        Fate fate = fates.apply(asked.size());
        if (fate == Fate.REFUSED) {
            send(request, new Answer(503, Map.of()));
            return;
        }
        String login = request.getRequestHeaders().getFirst("Authorization");
        Answer answer = authorization != null && !authorization.equals(login)
                ? new Answer(401, Map.of())
                : answer(request, body);
        if (fate == Fate.UNANSWERED) {
            request.close();
        } else {
            send(request, answer);
        }
    }

    private static void send(HttpExchange request, Answer answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        request.sendResponseHeaders(answer.status(), bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    private Answer answer(HttpExchange request, byte[] body) {
        String path = request.getRequestURI().getPath();
        if (request.getRequestMethod().equals("PUT") && path.startsWith("/api/2.0/mlflow-artifacts/artifacts/")) {
            files.put(path.substring("/api/2.0/mlflow-artifacts/artifacts/".length()), body);
            return new Answer(200, Map.of());
        }
        return switch (request.getRequestMethod() + " " + path.replace("/api/2.0/mlflow/", "")) {
            case "GET model-versions/search" -> searchVersions(query(request));
            case "GET experiments/get-by-name" -> experiment
                    ? new Answer(200, Map.of("experiment", Map.of("experiment_id", "7")))
                    : Answer.error(404, "RESOURCE_DOES_NOT_EXIST");
            case "POST experiments/create" -> createExperiment();
            case "POST runs/search" -> searchRuns(JSON.readTree(body));
            case "POST runs/create" -> createRun(JSON.readTree(body));
            case "POST runs/log-batch" -> logBatch(JSON.readTree(body));
            case "POST runs/update" -> {
                states.put(JSON.readTree(body).path("run_id").asString(), JSON.readTree(body).path("status").asString());
                yield new Answer(200, Map.of());
            }
            case "POST registered-models/create" -> createModel(JSON.readTree(body));
            case "POST model-versions/create" -> createVersion(JSON.readTree(body));
            default -> new Answer(404, "<html>");
        };
    }

    private static Map<String, String> query(HttpExchange request) {
        Map<String, String> query = new HashMap<>();
        for (String part : request.getRequestURI().getRawQuery().split("&")) {
            String[] both = part.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    /// One version a page, so that whoever does not turn pages finds nothing.
    private Answer searchVersions(Map<String, String> query) {
        List<Map<String, Object>> found = versions.stream()
                .filter(one -> ("name='" + one.get("name") + "'").equals(query.get("filter"))).toList();
        int page = Integer.parseInt(query.getOrDefault("page_token", "0"));
        Map<String, Object> answer = new HashMap<>();
        if (page < found.size()) {
            answer.put("model_versions", List.of(found.get(page)));
        }
        if (page + 1 < found.size()) {
            answer.put("next_page_token", String.valueOf(page + 1));
        }
        return new Answer(200, answer);
    }

    private Answer createExperiment() {
        if (experiment) {
            return Answer.error(400, "RESOURCE_ALREADY_EXISTS");
        }
        experiment = true;
        return new Answer(200, Map.of("experiment_id", "7"));
    }

    private Answer searchRuns(JsonNode body) {
        List<Object> found = new ArrayList<>();
        runs.forEach((id, run) -> {
            for (JsonNode tag : run.path("tags")) {
                if (body.path("filter").asString().equals("tags.`" + tag.path("key").asString() + "` = '"
                        + tag.path("value").asString() + "'")) {
                    found.add(Map.of("info", info(id)));
                }
            }
        });
        return new Answer(200, found.isEmpty() ? Map.of() : Map.of("runs", found));
    }

    private Map<String, String> info(String id) {
        return Map.of("run_id", id, "artifact_uri", artefacts + "7/" + id + "/artifacts");
    }

    private Answer createRun(JsonNode body) {
        String id = "run" + (runs.size() + 1);
        runs.put(id, body);
        states.put(id, "RUNNING");
        return new Answer(200, Map.of("run", Map.of("info", info(id))));
    }

    /// Names of figures and settings must be made of what MLflow takes, and settings keep their first value.
    private Answer logBatch(JsonNode body) {
        for (JsonNode one : body.path("metrics")) {
            if (!one.path("key").asString().matches("[\\w. /-]+")) {
                return Answer.error(400, "INVALID_PARAMETER_VALUE");
            }
        }
        JsonNode before = batches.put(body.path("run_id").asString(), body);
        return before != null && !before.equals(body)
                ? Answer.error(400, "INVALID_PARAMETER_VALUE")
                : new Answer(200, Map.of());
    }

    private Answer createModel(JsonNode body) {
        String name = body.path("name").asString();
        if (models.contains(name)) {
            return Answer.error(400, "RESOURCE_ALREADY_EXISTS");
        }
        models.add(name);
        return new Answer(200, Map.of("registered_model", Map.of("name", name)));
    }

    private Answer createVersion(JsonNode body) {
        String name = body.path("name").asString();
        if (!models.contains(name) || !runs.containsKey(body.path("run_id").asString())) {
            return Answer.error(404, "RESOURCE_DOES_NOT_EXIST");
        }
        Map<String, Object> version = new HashMap<>(Map.of("name", name, "version",
                String.valueOf(versions.size() + 1), "run_id", body.path("run_id").asString(), "source",
                body.path("source").asString(), "tags", body.path("tags")));
        versions.add(version);
        return new Answer(200, Map.of("model_version", version));
    }
}
