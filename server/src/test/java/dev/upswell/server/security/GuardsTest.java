package dev.upswell.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.security.GuardedServer.Guest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the running server does about caches, cookies, methods, headers and those who never end what they say.
class GuardsTest {

    private static GuardedServer server;

    @BeforeAll
    static void open() {
        server = new GuardedServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/access", "/access/audit", "/sign-in", "/sources/keys", "/sources/sessions",
            "/api/v1/tokens", "/api/v1/people", "/api/v1/keys", "/api/v1/audit", "/api/v1/sessions"})
    void whereSecretsAreNoBrowserKeepsAnything(String path) {
        HttpResponse<String> answer = server.signedIn().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void otherPagesAreKeptByTheirReaderAloneAndAskedForAgain() {
        assertThat(header(server.signedIn().get("/trends"), "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(server.stranger().get("/trends"), "Cache-Control")).isEqualTo("private, no-cache");
    }

    /// Nothing tells which program answers, or of which version.
    @Test
    void answersDoNotSayWhatTheServerIsMadeOf() {
        for (String path : List.of("/sign-in", "/nowhere", "/api/v1/nowhere", "/assets/app.css")) {
            HttpResponse<String> answer = server.stranger().get(path);
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.body()).doesNotContain("Tomcat", "Spring", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PATCH", "PROPFIND"})
    void methodsThatNoRouteHasDoNothing(String method) throws IOException {
        assertThat(status(method + " /trends HTTP/1.1\r\nHost: localhost:" + server.port
                + "\r\nConnection: close\r\n\r\n")).isBetween(400, 501);
    }

    @Test
    void aRequestWithTwoLengthsOrTwoWaysToEndIsRefused() throws IOException {
        String head = "POST /sign-in HTTP/1.1\r\nHost: localhost:" + server.port + "\r\nConnection: close\r\n";

        assertThat(status(head + "Content-Length: 3\r\nContent-Length: 30\r\n\r\nabc")).isEqualTo(400);
        assertThat(status(head + "Transfer-Encoding: gzip, identity\r\n\r\n0\r\n\r\n")).isBetween(400, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trends?q=%ff%fe", "/trends?class.module.classLoader%5Bx%5D=x",
            "/trends?nobodyKnowsThis=x"})
    void whatIsEscapedWronglyOrUnknownIsToldToWhoeverSentItAndIsNoFailureOfOurs(String path) {
        assertThat(server.signedIn().get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void aFormThatIsEscapedWronglyIsUnreadable() throws IOException {
        assertThat(status("GET /sign-in?to=%zz HTTP/1.1\r\nHost: localhost:" + server.port
                + "\r\nConnection: close\r\n\r\n")).isEqualTo(400);
        assertThat(
                server.signedIn().post("/language", "application/x-www-form-urlencoded", "language=%zz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void headersBeyondTheLimitAreRefused() throws IOException {
        assertThat(
                status("GET /sign-in HTTP/1.1\r\nHost: localhost:" + server.port + "\r\nX-Long: " + "x".repeat(20_000)
                        + "\r\n\r\n"))
                .isIn(400, 431);
    }

    private static int status(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
        }
    }

    @Test
    @Tag("slow")
    void whoNeverEndsTheirHeadersIsCutOff() throws IOException {
        try (Socket socket = new Socket("localhost", server.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(("GET /sign-in HTTP/1.1\r\nHost: localhost:" + server.port + "\r\nX-")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();

            answer.readAllBytes();
            assertThat(answer.read()).isEqualTo(-1);
        }
    }

    @Test
    void theCookieOfASignInIsForThisSiteAndForNoScript() {
        Guest browser = server.stranger().with("Accept", "text/html").with("Origin", "http://localhost:" + server.port);
        String cookie = header(browser.post("/sign-in", "application/x-www-form-urlencoded",
                "name=mira&password=four+words+and+a+half"), "Set-Cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
    }

    @Test
    void whoSignsOutLeavesNoPagesInTheBrowsersMemory() {
        HttpResponse<String> out = server.signedIn().post("/sign-out", "application/x-www-form-urlencoded", "");

        assertThat(header(out, "Clear-Site-Data")).isEqualTo("\"cache\"");
    }
}
