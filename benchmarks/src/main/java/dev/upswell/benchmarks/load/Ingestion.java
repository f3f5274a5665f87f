package dev.upswell.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Imports of readings one after the other, over REST, for as long as people read: each file has the next week of the same hashtags, so
/// everything in it is new and what is known of each hashtag has to be computed anew.
final class Ingestion {

    private static final int HASHTAGS = 300;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofHours(3);
    private static final String BOUNDARY = "readings-of-a-week";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([\\w-]+)\"");
    private static final Set<String> ENDED = Set.of("done", "broken-off", "failed");

    private final Staff.Browser owner;
    private final String server;
    private int files;
    private long rows;

    Ingestion(Staff.Browser owner, String server) {
        this.owner = owner;
        this.server = server;
    }

    /// Goes on until this instant of the system's clock in nanoseconds; what was begun is not waited for.
    void run(long untilNanos) {
        try {
            Instant from = Instant.parse("2024-01-01T00:00:00Z");
            while (System.nanoTime() < untilNanos) {
                imported(week(from), untilNanos);
                from = from.plus(WEEK);
            }
        } catch (IOException e) {
            throw new IllegalStateException("files cannot be imported", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String week(Instant from) {
        var text = new StringBuilder("hashtag,observed_at,views,posts\n");
        for (Instant at = from; at.isBefore(from.plus(WEEK)); at = at.plus(STEP)) {
            long hours = Duration.between(Instant.parse("2024-01-01T00:00:00Z"), at).toHours();
            for (int i = 0; i < HASHTAGS; i++) {
                text.append(String.format(Locale.ROOT, "load%d,%s,%d,%d%n", i, at, 10_000 + (50L + i) * hours,
                        100 + hours / 4));
            }
        }
        return text.toString();
    }

    private void imported(String readings, long untilNanos) throws IOException, InterruptedException {
        String begun = sent(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"week" + files
                        + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + readings + "\r\n--" + BOUNDARY + "--\r\n")));
        Matcher id = ID.matcher(begun);
        if (!id.find()) {
            throw new IOException("an import says: " + begun);
        }
        while (System.nanoTime() < untilNanos) {
            Matcher state = STATE.matcher(sent(request("/api/v1/imports/" + id.group(1)).GET()));
            if (state.find() && ENDED.contains(state.group(1))) {
                files++;
                rows += readings.lines().count() - 1;
                return;
            }
            Thread.sleep(500);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", owner.cookie())
                .header("Origin", server).header("Accept", "application/json");
    }

    private String sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = owner.http().send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    String told() {
        return files + " files with " + rows + " readings were imported meanwhile";
    }
}
