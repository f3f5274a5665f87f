package dev.upswell.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who is signed in and reads: follows one of the links of the page before them, thinks, and follows the next. Every tenth time a
/// program of theirs asks what stands behind a list.
final class Reader {

    private static final Pattern LINK = Pattern.compile("<a[^>]*\\shref=\"(/[^\"#]*)");
    /// Files, pages that only explain, and what leads out.
    private static final Pattern LEFT_OUT = Pattern
            .compile("/(assets|docs|api|sign-|webjars|health|v3).*|.*(/file|format=|\\.csv|\\.pdf|\\.svg|\\.ics).*");
    private static final List<String> LISTS = List.of("/api/v1/trends", "/api/v1/alerts", "/api/v1/reports");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LEAST_THOUGHT_MS = 5_000;
    private static final int MOST_THOUGHT_MS = 15_000;

    private final HttpClient http;
    private final String server;
    private final String cookie;
    private final Random random;
    private final Visits visits;
    private List<String> links = List.of("/");

    Reader(HttpClient http, String server, String cookie, long seed, Visits visits) {
        this.http = http;
        this.server = server;
        this.cookie = cookie;
        this.random = new Random(seed);
        this.visits = visits;
    }

    /// Reads until this instant of the system's clock in nanoseconds.
    void read(long untilNanos, boolean listsToo) {
        try {
            Thread.sleep(random.nextInt(MOST_THOUGHT_MS));
            while (System.nanoTime() < untilNanos) {
                if (listsToo && random.nextInt(10) == 0) {
                    visit(LISTS.get(random.nextInt(LISTS.size())), "application/json");
                } else {
                    String page = visit(links.get(random.nextInt(links.size())), "text/html");
                    List<String> found = links(page);
                    links = found.isEmpty() ? List.of("/") : found;
                }
                Thread.sleep(LEAST_THOUGHT_MS + random.nextInt(MOST_THOUGHT_MS - LEAST_THOUGHT_MS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Follows redirects, as a browser does: what a person waits for is the page.
    private String visit(String first, String accept) throws InterruptedException {
        long start = System.nanoTime();
        String path = first;
        try {
            for (int hop = 0; hop < 5; hop++) {
                HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(server + path))
                        .header("Cookie", cookie).header("Accept", accept).timeout(PATIENCE).build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 3) {
                    path = answer.headers().firstValue("Location").orElse("/").replace(server, "");
                    continue;
                }
                visits.answered(page(path), System.nanoTime() - start);
                if (answer.statusCode() >= 400) {
                    visits.failed(answer.statusCode() + " " + path);
                }
                return answer.body();
            }
            visits.failed("redirected without end: " + first);
        } catch (IOException e) {
            visits.failed(e.getClass().getSimpleName() + " " + page(path));
        }
        return "";
    }

    private static String page(String path) {
        String[] parts = path.split("\\?")[0].split("/");
        int kept = path.startsWith("/api/") ? 4 : 3;
        return parts.length <= kept
                ? path.split("\\?")[0]
                : String.join("/", List.of(parts).subList(0, kept)) + "/…";
    }

    private static List<String> links(String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = LINK.matcher(page);
        while (matcher.find()) {
            String link = matcher.group(1).replace("&amp;", "&");
            if (!LEFT_OUT.matcher(link).matches()) {
                found.add(link);
            }
        }
        return found;
    }
}
