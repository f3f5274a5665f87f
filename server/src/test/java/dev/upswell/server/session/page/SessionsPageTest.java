package dev.upswell.server.session.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.session.Ending;
import dev.upswell.server.session.ScriptedBrowser;
import dev.upswell.server.session.SessionBench;
import dev.upswell.server.session.rest.SessionRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions as the page and programs see and change them.
class SessionsPageTest {

    private static final ScriptedBrowser BROWSER = new ScriptedBrowser();

    @TempDir
    static Path folder;

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(SessionPagesConfiguration.class, SessionRestConfiguration.class),
                InstantSource.fixed(SessionBench.NOON), new SessionBench(folder, BROWSER).sessions);
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", type)
                .timeout(Duration.ofSeconds(30)).method(method, BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> form(String path, String body) {
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    @Test
    void aSessionIsAddedFilledVisitedShownAndRemoved() {
        assertThat(site.page("/sources/sessions").body()).contains("No session yet");
        assertThat(form("/sources/sessions", "name=me&page=https%3A%2F%2Fstudio.example%2Fcontent&agent=")
                .statusCode()).isEqualTo(302);
        assertThat(site.page("/sources/sessions").body()).contains("One session waits for a person",
                "nobody signed in yet",
                "sessions open me");
        HttpResponse<String> filled = send("PUT", "/api/v1/sessions/me/cookies", "text/plain",
                "studio.example\tFALSE\t/\tTRUE\t0\tsessionid\ts3cret-cookie\n");
        assertThat(filled.statusCode()).as(filled.body()).isEqualTo(200);
        assertThat(filled.body()).contains("\"state\":\"healthy\"", "\"cookies\":1").doesNotContain("s3cret");

        BROWSER.then(new Ending.Shown(), List.of(), SessionBench.answer("7600000000000000777", 10, false));
        HttpResponse<String> captured = form("/api/v1/sessions/me/capture", "");
        assertThat(captured.body()).contains("\"answers\":1", "\"stored\":1");
        BROWSER.then(new Ending.Challenge("a challenge is shown at /content"), List.of());
        assertThat(form("/sources/sessions/me", "act=capture").statusCode()).isEqualTo(302);

        String page = site.page("/sources/sessions").body();
        assertThat(page).contains("A person is asked to solve what the site asks", "a challenge is shown at /content",
                "sessions open me").doesNotContain("s3cret", "??");
        assertThat(form("/api/v1/sessions/me/capture", "").statusCode()).isEqualTo(409);
        assertThat(send("GET", "/api/v1/sessions", "text/plain", "").body()).contains("\"state\":\"challenged\"",
                "\"total\":1").doesNotContain("s3cret");
        assertThat(form("/sources/sessions/me", "act=remove").statusCode()).isEqualTo(302);
        assertThat(form("/api/v1/sessions/me/pause", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsToldWithoutSecrets() {
        HttpResponse<String> page = form("/sources/sessions", "name=me&page=http%3A%2F%2Felsewhere.example&agent=");
        HttpResponse<String> name = form("/api/v1/sessions?name=Not+a+name", "");
        HttpResponse<String> cookies = send("PUT", "/api/v1/sessions/nobody/cookies", "text/plain", "s3cret");

        assertThat(List.of(page.statusCode(), name.statusCode(), cookies.statusCode())).containsExactly(400, 400, 404);
        assertThat(cookies.body()).contains("there is no session nobody").doesNotContain("s3cret");
    }
}
