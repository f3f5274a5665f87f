package dev.upswell.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Scope;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The real server for a tenant of its own, in which one person, `mira`, has a password.
final class GuardedServer implements AutoCloseable {

    static final String PERSON = "mira";
    private static final String PASSWORD = "four words and a half";
    private static final Instant NOW = Instant.parse("2025-11-21T12:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Workplace workplace;
    private final Serving.Running server;
    final int port;

    GuardedServer() {
        workplace = new DataFolderOpener(TestDatabase.sharedFolder(), Map.of("UPSWELL_FORECAST_NETWORK", "off",
                "UPSWELL_TENANT", TestDatabase.newTenantName()), () -> NOW).open(new GlobalOptions());
        workplace.access().people().setPassword(PERSON, PASSWORD);
        server = workplace.serving().start(0);
        port = URI.create(server.url()).getPort();
    }

    private String url() {
        return "http://localhost:" + port;
    }

    /// Somebody who sends these headers.
    record Guest(GuardedServer server, Map<String, String> headers) {

        Guest with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Guest(server, more);
        }

        HttpResponse<String> get(String path) {
            return send("GET", path, "", BodyPublishers.noBody());
        }

        HttpResponse<String> post(String path, String type, String body) {
            return send("POST", path, type, BodyPublishers.ofString(body));
        }

        HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, body);
            headers.forEach(request::header);
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            try {
                return server.http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(method + " " + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Nobody in particular.
    Guest stranger() {
        return new Guest(this, Map.of());
    }

    /// The text of a token that may do everything.
    String token(String name) {
        return workplace.access().tokens().make(name, Set.of(Scope.values()), Duration.ofDays(1), "test").text();
    }

    /// A program with a token that may do everything.
    Guest program(String name) {
        String token = token(name);
        signedIn();
        return stranger().with("Authorization", "Bearer " + token);
    }

    /// The one person, in a browser.
    Guest signedIn() {
        Guest browser = stranger().with("Origin", url());
        HttpResponse<String> answer = browser.with("Accept", "text/html").post("/sign-in",
                "application/x-www-form-urlencoded", "name=" + PERSON + "&password=" + PASSWORD.replace(' ', '+'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return browser.with("Cookie", answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    @Override
    public void close() {
        server.close();
        workplace.close();
    }
}
