package dev.upswell.server.wording.provider;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.upswell.server.network.Gateway;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The HTTP client that LangChain4j sends by: through the gateway, which keeps requests out of private networks, without following
/// redirections, and within one time for the whole answer. It keeps what came last, which LangChain4j hides. For one question.
final class GuardedHttp implements HttpClient {

    private static final int LARGEST = 4 << 20;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final @Nullable Gateway gateway;
    private final Duration within;
    private @Nullable Answer last;
    private boolean late;

    /// @param gateway null for an endpoint that a person named as one of this machine or network
    GuardedHttp(@Nullable Gateway gateway, Duration within) {
        this.gateway = gateway;
        this.within = within;
    }

    /// What came.
    record Answer(int status, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.entrySet().stream().filter(one -> one.getKey().toLowerCase(Locale.ROOT).equals(name))
                    .flatMap(one -> one.getValue().stream()).findFirst().orElse(null);
        }
    }

    /// What came last; null when nothing did.
    @Nullable
    Answer last() {
        return last;
    }

    /// Whether nothing came in time.
    boolean late() {
        return late;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(within);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        builder.method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        try (java.net.http.HttpClient client = client()) {
            Answer answer = answer(client, builder.build());
            last = answer;
            if (answer.status() / 100 != 2) {
                throw new HttpException(answer.status(), "status " + answer.status());
            }
            return SuccessfulHttpResponse.builder().statusCode(answer.status()).headers(answer.headers())
                    .body(answer.body()).build();
        }
    }

    private java.net.http.HttpClient client() {
        var builder = java.net.http.HttpClient.newBuilder().connectTimeout(TO_CONNECT)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .version(java.net.http.HttpClient.Version.HTTP_1_1);
        if (gateway != null) {
            builder.proxy(ProxySelector.of(gateway.address()));
        }
        return builder.build();
    }

    private Answer answer(java.net.http.HttpClient client, java.net.http.HttpRequest request) {
        var coming = client.sendAsync(request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> came = coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(came.statusCode(), came.headers().map(), new String(came.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            late = true;
            coming.cancel(true);
            client.shutdownNow();
            throw new Unanswered("no answer in time");
        } catch (ExecutionException e) {
            late = e.getCause() instanceof java.net.http.HttpTimeoutException;
            throw new Unanswered(e.getCause() instanceof IOException ? "the connection broke" : "nothing came");
        } catch (InterruptedException e) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new Unanswered("the asking was stopped");
        }
    }

    /// Nothing came; the message is ours, for a cause may name an address with a key.
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers come in one piece");
    }
}
