package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From where the real server can be reached, with and without a password.
class ReachOfServerTest {

    private static final String PASSWORD = "four words and a half";
    private static final String TYPED = "four+words+and+a+half";

    @Test
    void anotherAddressIsListenedOnOnceAPasswordIsSet() throws IOException {
        var open = new Terminal(Map.of("UPSWELL_SERVER_ADDRESS", "0.0.0.0", "UPSWELL_SERVER_NAMES",
                "upswell.example.org", "UPSWELL_SERVER_HTTPS", "true"));
        Terminal.Said refused = open.run("serve", "--port", "0");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.screen()).contains("cannot listen on 0.0.0.0 for others: nobody has a password",
                "Run \"upswell password set\" first, or use 127.0.0.1 without server.names and server.https.");

        open.typing(PASSWORD).run("password", "set");
        Visitor.served(open, visitor -> {
            HttpResponse<String> in = visitor.signIn("owner", TYPED);
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).contains("__Host-upswell=", "Secure");
            assertThat(in.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000; includeSubDomains");
            int port = URI.create(visitor.server()).getPort();
            assertThat(status(port, "upswell.example.org")).contains("303");
            assertThat(status(port, "other.example.org")).contains("403");
            open.run("people", "remove", "owner");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPSWELL_SERVER_NAMES=upswell.example.org", "UPSWELL_SERVER_HTTPS=true"})
    void aProxyOnThisMachineAsksForAPasswordToo(String setting) {
        var proxied = new Terminal(Map.of(setting.split("=")[0], setting.split("=")[1]));

        Terminal.Said refused = proxied.run("serve", "--port", "0");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.screen()).contains("for others: nobody has a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via"})
    void whatAProxyPassedOnIsNotThisMachines(String header) {
        Visitor.served(new Terminal(), visitor -> {
            HttpResponse<String> refused = visitor.with(header, "203.0.113.7").get("/api/v1/tokens");

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("nobody has a password yet");
        });
    }

    /// What Spring reads from the environment by itself must not open the server.
    @Test
    void nothingButItsSettingsSaysWhereItListens() {
        System.setProperty("server.address", "no.such.address.invalid");
        try {
            Visitor.served(new Terminal(), visitor -> assertThat(visitor.get("/health").statusCode()).isEqualTo(200));
        } finally {
            System.clearProperty("server.address");
        }
    }

    private static String status(int port, String host) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("GET /trends HTTP/1.1\r\nHost: " + host
                    + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
