package dev.upswell.server.access.oidc;

import dev.upswell.server.access.oidc.NotRecognised.Reason;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.Gateway;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Requests to the provider: through the gateway, which keeps them out of private networks, without following redirections, and
/// within one time for the whole answer.
final class ProviderHttp {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final AddressGuard guard;

    ProviderHttp(AddressGuard guard) {
        this.guard = guard;
    }

    /// What came.
    record Answer(int status, String body) {

        /// Without the body, which may hold a token.
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    Answer get(URI address) throws NotRecognised {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json").GET());
    }

    Answer send(HttpRequest.Builder asked) throws NotRecognised {
        HttpRequest request = asked.timeout(TO_ANSWER).build();
        try (Gateway gateway = Gateway.open(guard);
                HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT)
                        .version(HttpClient.Version.HTTP_1_1).proxy(ProxySelector.of(gateway.address()))
                        .followRedirects(HttpClient.Redirect.NEVER).build()) {
            try {
                HttpResponse<byte[]> came = client
                        .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST))
                        .get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                return new Answer(came.statusCode(), new String(came.body(), StandardCharsets.UTF_8));
            } catch (ExecutionException | TimeoutException e) {
                List<String> refusals = gateway.refusals();
                throw away(request, refusals.isEmpty()
                        ? "does not answer"
                        : "is not asked: " + refusals.getFirst() + " (network.private-hosts lets it)");
            } finally {
                client.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(request, "was not waited for");
        } catch (IOException e) {
            throw away(request, "cannot be asked");
        }
    }

    private static NotRecognised away(HttpRequest request, String what) {
        return new NotRecognised(Reason.AWAY, request.uri().getHost() + request.uri().getPath() + " " + what);
    }
}
