package dev.upswell.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import dev.upswell.server.cli.Serving;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Somebody who comes to a server with headers of their own, and follows no redirect.
record Visitor(HttpClient http, String server, Map<String, String> headers) {

    static Visitor at(String server) {
        return new Visitor(HttpClient.newHttpClient(), server, Map.of());
    }

    /// Serves a terminal's data folder for as long as a visit takes.
    static void served(Terminal terminal, Consumer<Visitor> visit) {
        try (OpenWorkplace workplace = terminal.workplace(); Serving.Running server = workplace.serving().start(0)) {
            visit.accept(at("http://localhost:" + URI.create(server.url()).getPort()));
        }
    }

    Visitor with(String header, String value) {
        var more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Visitor(http, server, more);
    }

    Visitor withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /// A browser on a page of the server.
    Visitor browser() {
        return with("Accept", "text/html").with("Origin", server);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> postJson(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postForm(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> signIn(String name, String password) {
        return browser().postForm("/sign-in", "name=" + name + "&password=" + password);
    }

    /// The same with the cookie that this answer sets.
    Visitor keeping(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return with("Cookie", List.of(cookie.split(";")).getFirst());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
