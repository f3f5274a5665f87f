package dev.upswell.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Asks the site over HTTP as a browser would, one line per question.
public final class SiteClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public SiteClient(int port) {
        this.port = port;
    }

    /// The answer to a browser.
    public HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    /// The answer to a browser whose reader prefers this language.
    public HttpResponse<String> pageIn(String language, String path) {
        return send(request(path).header("Accept", "text/html").header("Accept-Language", language));
    }

    /// The answer to a browser that sends this header.
    public HttpResponse<String> pageWith(String header, String value, String path) {
        return send(request(path).header("Accept", "text/html").header(header, value));
    }

    /// The answer to the choice of this language on a page of this site.
    public HttpResponse<String> choose(String language, String path) {
        return chooseFrom(language, origin() + path);
    }

    /// The answer to the choice of this language, made on a page of any site as the browser says.
    public HttpResponse<String> chooseFrom(String language, String referer) {
        return send(request("/language").header("Origin", origin()).header("Referer", referer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("language=" + language)));
    }

    /// The answer to a program.
    public HttpResponse<String> json(String path) {
        return send(request(path).header("Accept", "application/json"));
    }

    /// The answer to a form sent from this page's origin.
    public HttpResponse<String> post(String path, String origin, String form) {
        return send(request(path).header("Accept", "text/html").header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /// The answer to a JSON document from a program.
    public HttpResponse<String> postJson(String path, String document) {
        return send(request(path).header("Accept", "application/json").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    /// The answer to a body of this type from a program.
    public HttpResponse<String> send(String method, String path, String type, String body) {
        return send(request(path).header("Accept", "application/json").header("Content-Type", type).method(method,
                HttpRequest.BodyPublishers.ofString(body)));
    }

    /// The answer to a file sent from this site's own form.
    public HttpResponse<String> upload(String path, String fileName, String content) {
        return upload(path, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    /// The same with any bytes.
    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        List<byte[]> body = List.of(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8), content,
                "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Accept", "text/html").header("Origin", origin())
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body)));
    }

    /// The origin of the site.
    public String origin() {
        return "http://localhost:" + port;
    }

    /// The status line of a request whose `Host` is this.
    public String statusFor(String host) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("GET /trends HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
