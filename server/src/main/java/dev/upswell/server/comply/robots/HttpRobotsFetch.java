package dev.upswell.server.comply.robots;

import dev.upswell.server.comply.Robots;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.network.Gateway;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads `robots.txt` over the network, through a gateway that keeps the request and its redirections out of private networks. The
/// time to answer holds for the whole file.
final class HttpRobotsFetch implements RobotsFetch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Four times what crawlers must read; a larger file counts as a failure.
    private static final int MOST_BYTES = 2 << 20;

    private final AddressGuard guard;

    HttpRobotsFetch(AddressGuard guard) {
        this.guard = guard;
    }

    @Override
    public Fetched read(URI robots) throws IOException, InterruptedException {
        try (Gateway gateway = Gateway.open(guard);
                HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE)
                        .version(HttpClient.Version.HTTP_1_1).proxy(ProxySelector.of(gateway.address()))
                        .followRedirects(HttpClient.Redirect.NORMAL).build()) {
            try {
                return read(client, robots);
            } catch (IOException e) {
                List<String> refusals = gateway.refusals();
                throw refusals.isEmpty() ? e : new AddressRefused(refusals.getFirst());
            } finally {
                client.shutdownNow();
            }
        }
    }

    private static Fetched read(HttpClient client, URI robots) throws IOException, InterruptedException {
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
