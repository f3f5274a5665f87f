package dev.upswell.server.live.provider;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls over HTTP with the JDK's client. Redirections are not followed, so that a key goes nowhere else.
///
/// The time to answer holds for the whole body: a server that sends a byte a minute does not hold a thread. What it logs is the
/// call without query and headers, where keys stand.
final class HttpTransport implements Transport, AutoCloseable {

    /// Bytes of a body; a page of the largest provider has about two million.
    static final int LARGEST = 32 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1).build();
    private final Duration toAnswer;
    private final int largest;

    /// @param toAnswer from the request to the last byte of the answer
    HttpTransport(Duration toAnswer) {
        this(toAnswer, LARGEST);
    }

    HttpTransport(Duration toAnswer, int largest) {
        this.toAnswer = toAnswer;
        this.largest = largest;
    }

    @Override
    public Reply send(Call call) {
        Reply reply = exchange(call);
        LOG.debug("{}: {}", call, switch (reply) {
            case Reply.Received received -> received.status();
            case Reply.Silence silence -> silence.why();
            case Reply.Unreached unreached -> unreached.why();
        });
        return reply;
    }

    private Reply exchange(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(toAnswer);
        call.headers().forEach(request::header);
        if (call.body() != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(call.body()));
        }
        var coming = http.sendAsync(request.build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), largest));
        try {
            return received(coming.get(toAnswer.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return new Reply.Silence(tooSlow());
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Silence("the asking was stopped");
        }
    }

    private static Reply received(HttpResponse<byte[]> answer) {
        Map<String, String> headers = answer.headers().map().entrySet().stream()
                .filter(header -> !header.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
        return new Reply.Received(answer.statusCode(), headers, new String(answer.body(), StandardCharsets.UTF_8));
    }

    private String tooSlow() {
        return "no answer within " + toAnswer.toMillis() / 1000.0 + " s";
    }

    /// In words without the exception's own, which may hold the address with the key.
    private Reply failed(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _,ConnectException _ -> new Reply.Unreached("it cannot be reached");
            // The request is only written once the connection is secured.
            case SSLHandshakeException _,SSLPeerUnverifiedException _ ->
                new Reply.Unreached("its certificate is not trusted, or no secure connection could be agreed on");
            case HttpTimeoutException _ -> new Reply.Silence(tooSlow());
            case null, default -> new Reply.Silence(
                    "the connection broke, or the answer is larger than " + largest + " bytes");
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
