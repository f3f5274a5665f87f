package dev.upswell.server.vault.hashicorp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A local server that speaks what Upswell needs of HashiCorp Vault's HTTP API: engine KV version 2 at `secret`, AppRole, its errors.
final class StandInVault implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final String ROOT = "hvs.root";
    static final String ROLE = "role-1";
    static final String ROLE_SECRET = "secret-1";

    private final HttpServer server;
    private final String scheme;
    private final Map<String, List<@Nullable JsonNode>> secrets = new HashMap<>();
    final Set<String> tokens = new HashSet<>(Set.of(ROOT));
    final List<String> requests = new ArrayList<>();
    final List<String> namespaces = new ArrayList<>();
    boolean sealed;
    boolean mayDestroy = true;
    int redirect;
    private int logins;

    StandInVault() {
        this(null);
    }

    StandInVault(@Nullable SSLContext tls) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = https;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scheme = tls == null ? "http" : "https";
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    /// The versions of a secret, the oldest first; null stands for those that were destroyed or deleted.
    synchronized List<@Nullable JsonNode> versions(String path) {
        return List.copyOf(secrets.getOrDefault(path, List.of()).stream()
                .map(one -> one == null ? JSON.getNodeFactory().nullNode() : one).toList());
    }

    synchronized void put(String path, String json) {
        secrets.computeIfAbsent(path, one -> new ArrayList<>()).add(JSON.readTree(json));
    }

    synchronized void delete(String path) {
        List<@Nullable JsonNode> all = secrets.get(path);
        all.set(all.size() - 1, null);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v1/".length());
            requests.add(exchange.getRequestMethod() + " " + path);
            namespaces.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Namespace")));
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode said = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            if (redirect != 0) {
                exchange.getResponseHeaders().set("Location", "http://other.example:8200/v1/" + path);
                send(exchange, redirect, "");
            } else if (sealed) {
                send(exchange, 503, "{\"errors\":[\"Vault is sealed\"]}");
            } else if (path.equals("auth/approle/login")) {
                login(exchange, said);
            } else if (!tokens.contains(String.valueOf(exchange.getRequestHeaders().getFirst("X-Vault-Token")))) {
                send(exchange, 403, "{\"errors\":[\"permission denied\"]}");
            } else if (path.startsWith("secret/data/")) {
                data(exchange, path.substring("secret/data/".length()), said);
            } else if (path.startsWith("secret/destroy/")) {
                destroy(exchange, path.substring("secret/destroy/".length()), said);
            } else {
                send(exchange, 404, "{\"errors\":[\"no handler for route \\\"" + path + "\\\"\"]}");
            }
        }
    }

    private void login(HttpExchange exchange, JsonNode said) throws IOException {
        if (said.path("role_id").asString("").equals(ROLE) && said.path("secret_id").asString("").equals(ROLE_SECRET)) {
            String token = "hvs.lent-" + ++logins;
            tokens.add(token);
            send(exchange, 200, "{\"auth\":{\"client_token\":\"" + token + "\",\"lease_duration\":600}}");
        } else {
            send(exchange, 400, "{\"errors\":[\"invalid role or secret ID\"]}");
        }
    }

    private void data(HttpExchange exchange, String path, JsonNode said) throws IOException {
        List<@Nullable JsonNode> versions = secrets.computeIfAbsent(path, one -> new ArrayList<>());
        if (exchange.getRequestMethod().equals("POST")) {
            if (said.at("/options/cas").asInt(-1) != versions.size()) {
                send(exchange, 400,
                        "{\"errors\":[\"check-and-set parameter did not match the current version\"]}");
                return;
            }
            versions.add(said.get("data"));
            send(exchange, 200, "{\"data\":{\"version\":" + versions.size() + "}}");
        } else if (versions.isEmpty()) {
            send(exchange, 404, "{\"errors\":[]}");
        } else {
            JsonNode last = versions.getLast();
            send(exchange, last == null ? 404 : 200,
                    "{\"data\":{\"data\":" + (last == null ? "null" : last.toString()) + ",\"metadata\":{\"version\":"
                            + versions.size() + ",\"deletion_time\":\"\"}}}");
        }
    }

    private void destroy(HttpExchange exchange, String path, JsonNode said) throws IOException {
        if (!mayDestroy) {
            send(exchange, 403, "{\"errors\":[\"1 error occurred: permission denied\"]}");
            return;
        }
        List<@Nullable JsonNode> versions = secrets.getOrDefault(path, new ArrayList<>());
        said.path("versions").forEach(version -> versions.set(version.asInt() - 1, null));
        send(exchange, 204, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
