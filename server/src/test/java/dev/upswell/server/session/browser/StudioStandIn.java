package dev.upswell.server.session.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upswell.server.session.SessionBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A site on this machine that behaves as a Creator Center does: a page behind a sign-in whose scripts ask for a list of videos,
/// and that may ask for a challenge, refuse, or ask for time.
final class StudioStandIn implements AutoCloseable {

    /// How the site treats who comes.
    enum Mood {
        USUAL,
        CHALLENGE,
        CHALLENGE_IN_ANSWER,
        FORBIDDEN,
        BUSY,
        BROKEN_ANSWER,
        HUGE_ANSWER
    }

    private static final String PAGE = """
        <!doctype html><html><head><title>Studio</title></head><body><h1>Posts</h1><div id="list"></div>
        <script>
        let cursor = 0, more = true, asking = false;
        async function ask() {
          if (!more || asking) return;
          asking = true;
          const answer = await fetch('/tiktok/creator/manage/item_list/v1/?aid=1988', {method: 'POST', body: JSON.stringify({cursor})});
          const told = await answer.json().catch(() => ({}));
          cursor++; more = !!told.has_more; asking = false;
          for (const item of told.item_list || []) {
            const row = document.createElement('p'); row.style.height = '1200px'; row.textContent = item.desc; document.getElementById('list').append(row);
          }
        }
        addEventListener('scroll', ask);
        fetch('/api/elsewhere/private'); ask();
        </script></body></html>""";
    private static final String CHALLENGE = """
        <!doctype html><html><head><title>Studio</title></head><body><div id="captcha-verify-container" style="height:200px">
        <button id="slide" onclick="fetch('/solved', {method: 'POST'}).then(() => location.reload())">Slide to fit</button></div></body></html>""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answers = new AtomicInteger();
    private final String cookie;
    final List<String> agents = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    volatile String robots = "User-agent: *\nDisallow: /private\n";
    /// Where the page leads instead of being shown; empty for nowhere.
    volatile String elsewhere = "";
    /// What the page asks for besides; empty for nothing.
    volatile String besides = "";
    volatile Mood mood = Mood.USUAL;
    volatile Runnable whileOpen = () -> {
    };

    /// @param cookie value of `sessionid` that lets in
    StudioStandIn(String cookie) throws IOException {
        this.cookie = cookie;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tiktokstudio/content");
    }

    private void answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/tiktokstudio/content" -> studio(exchange);
                case "/tiktok/creator/manage/item_list/v1/" -> list(exchange);
                case "/api/elsewhere/private" -> send(exchange, 200, "application/json", "{\"others\": \"private\"}");
                case "/robots.txt" -> send(exchange, 200, "text/plain", robots);
                case "/login" -> send(exchange, 200, "text/html", "<title>Log in</title><form></form>");
                case "/solved" -> {
                    mood = Mood.USUAL;
                    send(exchange, 200, "text/plain", "");
                }
                default -> send(exchange, 404, "text/plain", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void studio(HttpExchange exchange) throws IOException {
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        if (!elsewhere.isEmpty()) {
            exchange.getResponseHeaders().set("Location", elsewhere);
            send(exchange, 302, "text/plain", "");
            return;
        }
        if (!isSignedIn(exchange)) {
            exchange.getResponseHeaders().set("Location", "/login?redirect=studio");
            send(exchange, 302, "text/plain", "");
            return;
        }
        switch (mood) {
            case CHALLENGE -> send(exchange, 200, "text/html", CHALLENGE);
            case FORBIDDEN -> send(exchange, 403, "text/html", "no");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                send(exchange, 429, "text/html", "later");
            }
            case USUAL, CHALLENGE_IN_ANSWER, BROKEN_ANSWER, HUGE_ANSWER -> {
                answers.set(0);
                exchange.getResponseHeaders().add("Set-Cookie", "msToken=" + cookie + "-renewed; Path=/; HttpOnly");
                send(exchange, 200, "text/html", besides.isEmpty() ? PAGE : PAGE + "<img src='" + besides + "'>");
            }
        }
    }

    private boolean isSignedIn(HttpExchange exchange) {
        List<String> sent = exchange.getRequestHeaders().get("Cookie");
        return sent != null && sent.stream().anyMatch(text -> text.contains("sessionid=" + cookie));
    }

    private void list(HttpExchange exchange) throws IOException {
        whileOpen.run();
        if (mood == Mood.CHALLENGE_IN_ANSWER) {
            exchange.getResponseHeaders().set("bdturing-verify", "{}");
        }
        int page = answers.getAndIncrement();
        send(exchange, 200, "application/json", switch (mood) {
            case BROKEN_ANSWER -> "{\"item_list\": [";
            case HUGE_ANSWER -> "{\"x\": \"" + "x".repeat(5 << 20) + "\"}";
            case USUAL, CHALLENGE, CHALLENGE_IN_ANSWER, FORBIDDEN, BUSY ->
                SessionBench.answer("76000000000000006" + (10 + page), 1_000 + page, page < 2);
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
