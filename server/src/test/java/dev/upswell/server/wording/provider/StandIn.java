package dev.upswell.server.wording.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on this machine that speaks the contracts of the providers and answers what it was told to, in order.
public final class StandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Deque<Told> told = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /// What it answers; a status of 0 is no answer at all.
    record Told(int status, Map<String, String> headers, String body) {
    }

    /// What it was asked.
    public record Asked(String path, Map<String, String> headers, JsonNode body) {
    }

    /// On a free port of this machine.
    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /// Where it answers, as settings name it.
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /// It answers so next.
    public synchronized StandIn says(int status, String body, String... headers) {
        Map<String, String> map = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        told.add(new Told(status, map, body));
        return this;
    }

    StandIn silent() {
        return says(0, "");
    }

    /// An answer of Anthropic with these sentences.
    StandIn message(String stop, String... sentences) {
        return says(200,
                """
                    {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5","content":[{"type":"text","text":%s}],
                     "stop_reason":"%s","stop_sequence":null,"usage":{"input_tokens":412,"output_tokens":24,
                     "cache_creation_input_tokens":0,"cache_read_input_tokens":0}}"""
                        .formatted(JSON.writeValueAsString(sentences(sentences)), stop));
    }

    /// An answer of OpenAI with these sentences.
    public StandIn completion(String finish, String... sentences) {
        return says(200, """
            {"id":"c1","object":"chat.completion","created":1771200000,"model":"gpt-5-mini","choices":[{"index":0,
             "message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,"finish_reason":"%s"}],
             "usage":{"prompt_tokens":410,"completion_tokens":12,"total_tokens":422}}"""
                .formatted(JSON.writeValueAsString(sentences(sentences)), finish));
    }

    private static String sentences(String... sentences) {
        return JSON.writeValueAsString(Map.of("sentences", List.of(sentences)));
    }

    /// What it was asked so far.
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Told answer;
        synchronized (this) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            asked.add(new Asked(exchange.getRequestURI().getPath(), headers, body));
            answer = told.isEmpty() ? new Told(500, Map.of(), "nothing was told") : told.removeFirst();
        }
        if (answer.status() == 0) {
            await();
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        never.countDown();
        server.stop(0);
    }
}
