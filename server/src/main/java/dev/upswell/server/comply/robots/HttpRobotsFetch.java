package dev.upswell.server.comply.robots;

import dev.upswell.server.comply.Robots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads `robots.txt` over the network; the time to answer holds for the whole file.
final class HttpRobotsFetch implements RobotsFetch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Four times what crawlers must read; a larger file counts as a failure.
    private static final int MOST_BYTES = 2 << 20;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL).build();

    @Override
    public Fetched read(URI robots) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(robots).timeout(PATIENCE).header("User-Agent", Robots.PRODUCT)
                .header("Accept", "text/plain").GET().build();
        var coming = client.sendAsync(request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> answer = coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Fetched(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            coming.cancel(true);
        }
    }
}
