package dev.upswell.server.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends single requests through a gateway that keeps them out of private networks: without following redirections, within one
/// time for the whole answer, and with an answer of at most 1 MB.
public final class GuardedRequests {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final AddressGuard guard;
    private final Duration within;

    /// @param within the longest that an answer may take, to its last byte
    public GuardedRequests(AddressGuard guard, Duration within) {
        this.guard = guard;
        this.within = within;
    }

    /// What came.
    ///
    /// @param retryAfter the header of this name as it came; empty where there was none
    public record Answer(int status, String retryAfter, String body) {

        private static final int MOST_DIGITS = 9;

        /// How long the other side wants to be left alone: told in seconds, or as an instant of HTTP. Empty where it told none
        /// that can be read; never negative.
        public Optional<Duration> waitAsked(Instant now) {
            String told = retryAfter.strip();
            if (told.matches("\\d{1," + MOST_DIGITS + "}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(told)));
            }
            try {
                Duration until = Duration.between(now,
                        ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }

    /// Why nothing is sent to this address, in one sentence; empty when it may be: it lies inside a private network, or what is
    /// sent there can be read on the way.
    public Optional<String> objection(URI address) {
        return guard.objection(address).or(() -> "https".equalsIgnoreCase(address.getScheme())
                || guard.isInside(address)
                        ? Optional.empty()
                        : Optional.of("what goes to an address outside of private networks must begin with https://:"
                                + " http can be read on the way"));
    }

    /// The answer to a request.
    ///
    /// **errors** [AddressRefused] where it may not lead there, `HttpTimeoutException` when the answer did not end in time,
    /// `UnknownHostException` and `ConnectException` when nobody was reached, `IOException` when the connection broke.
    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        Optional<String> objection = objection(request.uri());
        if (objection.isPresent()) {
            throw new AddressRefused(objection.get());
        }
        try (Gateway gateway = Gateway.open(guard);
                HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT)
                        .version(HttpClient.Version.HTTP_1_1).proxy(ProxySelector.of(gateway.address()))
                        .followRedirects(HttpClient.Redirect.NEVER).build()) {
            try {
                return answer(client, request);
            } catch (IOException e) {
                throw cause(gateway, request, e);
            } finally {
                client.shutdownNow();
            }
        }
    }

    private Answer answer(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var coming = client.sendAsync(request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> came = coming.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(came.statusCode(), came.headers().firstValue("Retry-After").orElse(""),
                    new String(came.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no answer within " + within.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException("nothing came");
        } finally {
            coming.cancel(true);
        }
    }

    /// The gateway closes the connection whatever went wrong behind it, so that an unknown name is looked up once more.
    private IOException cause(Gateway gateway, HttpRequest request, IOException failure) {
        if (!gateway.refusals().isEmpty()) {
            return new AddressRefused(gateway.refusals().getFirst());
        }
        if (gateway.unreached().isEmpty()) {
            return failure;
        }
        try {
            guard.resolve(request.uri().getHost());
            return new ConnectException("nobody listens there");
        } catch (IOException unknown) {
            return unknown;
        }
    }
}
