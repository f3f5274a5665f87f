package dev.upswell.server.live.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/echo", exchange -> {
            byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Units_Charged", "3");
            exchange.sendResponseHeaders(299, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.createContext("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private Reply send(String path, @Nullable String body) {
        return send(path, body, new HttpTransport(Duration.ofSeconds(20), 200));
    }

    private Reply send(String path, @Nullable String body, HttpTransport transport) {
        try (transport) {
            return transport.send(new Call(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                    Map.of("X-Key", "k"), body));
        }
    }

    @Test
    void callsGoOutAsTheyAreAndRepliesComeBackWithTheirHeaders() {
        assertThat(send("/echo?q=1", null)).isInstanceOfSatisfying(Reply.Received.class, reply -> {
            assertThat(reply.status()).isEqualTo(299);
            assertThat(reply.body()).isEqualTo("GET /echo?q=1 k ");
            assertThat(reply.number("units_charged")).hasValue(3);
        });
        assertThat(send("/echo", "{}")).isInstanceOfSatisfying(Reply.Received.class,
                reply -> assertThat(reply.body()).isEqualTo("POST /echo k {}"));
    }

    @Test
    void aKeyIsNotCarriedElsewhere() {
        assertThat(send("/elsewhere", null)).isInstanceOfSatisfying(Reply.Received.class,
                reply -> assertThat(reply.status()).isEqualTo(302));
    }

    @Test
    void whoeverDripsIsLeft() {
        assertThat(send("/drips", null, new HttpTransport(Duration.ofMillis(300))))
                .isEqualTo(new Reply.Silence("no answer within 0.3 s"));
    }

    @Test
    void whatIsTooLargeOrCutShortIsNoAnswer() {
        assertThat(send("/echo?" + "q".repeat(300), null)).isInstanceOf(Reply.Silence.class);
        assertThat(send("/cut", null)).isInstanceOf(Reply.Silence.class);
    }

    @Test
    void whoeverIsNotThereWasNotAsked() {
        server.stop(0);

        assertThat(send("/echo?token=very-secret", null)).isEqualTo(new Reply.Unreached("it cannot be reached"));
    }
}
