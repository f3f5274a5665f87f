package dev.upswell.server.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/// A web server in this process that answers as a provider would, and keeps what it was asked.
public final class StandIn implements AutoCloseable {

    private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Function<Asked, Said> answers;

    /// @param answers what it answers to what
    public StandIn(Function<Asked, Said> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /// A request.
    ///
    /// @param headers by name in lower case, the first of each
    public record Asked(String method, URI address, Map<String, String> headers, String body) {

        public String path() {
            return address.getPath();
        }
    }

    /// An answer.
    public record Said(int status, Map<String, String> headers, String body) {

        public static Said json(int status, String body) {
            return new Said(status, Map.of("Content-Type", "application/json"), body);
        }

        public static Said text(int status, String body) {
            return new Said(status, Map.of("Content-Type", "text/plain"), body);
        }

        public static Said tooMany(String after, String body) {
            return new Said(429, Map.of("Retry-After", after), body);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                values.getFirst()));
        Asked one = new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(one);
        Said said = answers.apply(one);
        said.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /// From now on it answers so.
    public void answers(Function<Asked, Said> answers) {
        this.answers = answers;
    }

    /// What it was asked first of what nobody took yet.
    public Asked taken() {
        return asked.remove();
    }

    /// How often it was asked, but for what was taken.
    public int waiting() {
        return asked.size();
    }

    /// An address at it.
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
