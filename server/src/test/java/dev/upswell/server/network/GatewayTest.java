package dev.upswell.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A gateway between the JDK's client and a server on this machine, which it may reach by one of its addresses alone.
class GatewayTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private HttpServer site;
    private String location = "";

    @BeforeEach
    void startSite() throws IOException {
        // On every address of the loopback, so that a request that slips through arrives.
        site = HttpServer.create(new InetSocketAddress(0), 0);
        site.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+", "") + " "
                    + new String(body, StandardCharsets.UTF_8));
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length + 3L);
                exchange.getResponseBody().write("ok:".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stopSite() {
        site.stop(0);
    }

    private int port() {
        return site.getAddress().getPort();
    }

    /// A name that leads to the site first, and inside afterwards.
    private InetAddress[] find(String host) throws UnknownHostException {
        return switch (host) {
            case "site.example" -> InetAddress.getAllByName("127.0.0.1");
            case "turning.example" ->
                InetAddress.getAllByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.9");
            case "inside.example" -> InetAddress.getAllByName("127.0.0.9");
            case "nobody.example" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }

    private Gateway gateway() throws IOException {
        return Gateway.open(new AddressGuard("127.0.0.1", this::find));
    }

    private String send(Gateway gateway, String host, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().proxy(ProxySelector.of(gateway.address()))
                .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port() + "/a?b=c"))
                    .timeout(Duration.ofSeconds(20));
            return client.send(body.isEmpty()
                    ? request.GET().build()
                    : request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void requestsPassWithTheirBodiesAndNamesAreResolvedHere() throws IOException, InterruptedException {
        try (Gateway gateway = gateway()) {
            assertThat(send(gateway, "site.example", "")).isEqualTo("ok:");
            assertThat(send(gateway, "site.example", "x".repeat(100_000))).hasSize(100_003);
            assertThat(gateway.refusals()).isEmpty();
        }
        assertThat(asked.getFirst()).isEqualTo("GET /a?b=c site.example ");
    }

    @Test
    void aHostInsideIsNotReached() throws IOException {
        try (Gateway gateway = gateway()) {
            assertThatThrownBy(() -> send(gateway, "inside.example", "")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> send(gateway, "localhost.localdomain.nobody.example", ""))
                    .isInstanceOf(IOException.class);

            assertThat(gateway.refusals())
                    .containsExactly("inside.example is 127.0.0.9, this machine, where no request is sent");
            assertThat(gateway.unreached()).containsExactly("localhost.localdomain.nobody.example");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aRedirectionInsideIsNotFollowed() throws IOException {
        location = "http://[::1]:" + port() + "/admin";
        try (Gateway gateway = gateway()) {
            assertThatThrownBy(() -> send(gateway, "site.example", "")).isInstanceOf(IOException.class);

            assertThat(gateway.refusals()).singleElement().asString()
                    .endsWith("this machine, where no request is sent");
        }
        assertThat(asked).containsExactly("GET /a?b=c site.example ");
    }

    @Test
    void aNameThatTurnsInsideIsJudgedEachTime() throws IOException, InterruptedException {
        try (Gateway gateway = gateway()) {
            assertThat(send(gateway, "turning.example", "")).isEqualTo("ok:");
            assertThatThrownBy(() -> send(gateway, "turning.example", "")).isInstanceOf(IOException.class);
        }
        assertThat(asked).hasSize(1);
        assertThat(lookups.get()).isGreaterThan(1);
    }

    @Test
    void tunnelsAreJudgedToo() throws IOException {
        try (Gateway gateway = gateway()) {
            assertThat(tunnel(gateway, "site.example")).startsWith("HTTP/1.1 200 Connection established")
                    .contains("ok:");
            assertThat(tunnel(gateway, "inside.example")).isEmpty();
            assertThat(tunnel(gateway, "[::ffff:127.0.0.9]")).isEmpty();

            assertThat(gateway.refusals()).hasSize(2);
        }
        assertThat(asked).hasSize(1);
    }

    private String tunnel(Gateway gateway, String host) throws IOException {
        try (Socket socket = new Socket(gateway.address().getAddress(), gateway.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("CONNECT " + host + ":" + port() + " HTTP/1.1\r\n\r\n"
                    + "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsNoRequestOfAProxyIsClosed() throws IOException {
        try (Gateway gateway = gateway();
                Socket socket = new Socket(gateway.address().getAddress(), gateway.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aClosedGatewayLetsNobodyOut() throws IOException {
        Gateway gateway = gateway();
        gateway.close();

        assertThatThrownBy(() -> send(gateway, "site.example", "")).isInstanceOf(IOException.class);
        assertThat(asked).isEmpty();
    }
}
