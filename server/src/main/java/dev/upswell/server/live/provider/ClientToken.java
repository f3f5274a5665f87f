package dev.upswell.server.live.provider;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Answer.Receipt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The passing token that TikTok's open APIs give for a client's key and secret, or for the token with which a person let that
/// client in. It is kept in memory only, and fetched anew a minute before it ends.
///
/// A person's token may be replaced with each fetching; the new one is handed on to be kept, for the old one is void then.
final class ClientToken {

    private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final URI address;
    private final String clientKey;
    private final Secret clientSecret;
    private final Transport transport;
    private final InstantSource clock;
    private final Consumer<Secret> renewed;
    private @Nullable Secret person;
    /// A token that stands for the person's and could not be handed on yet; the one that is kept elsewhere is void.
    private @Nullable Secret unkept;
    private @Nullable Fetched last;

    private record Fetched(Secret token, Instant until) {
    }

    /// What came of wanting a token.
    sealed interface Wanted {

        /// A token.
        ///
        /// @param fresh whether it was fetched just now
        record Token(Secret token, boolean fresh) implements Wanted {
        }

        /// None, and why.
        record None(Answer answer) implements Wanted {
        }
    }

    ClientToken(URI address, String clientKey, Secret clientSecret, Transport transport, InstantSource clock) {
        this(address, clientKey, clientSecret, null, _ -> {
        }, transport, clock);
    }

    /// @param person the token of whoever let the client in; null for what a client sees by itself
    /// @param renewed takes the token that stands for it from now on
    ClientToken(URI address, String clientKey, Secret clientSecret, @Nullable Secret person, Consumer<Secret> renewed,
            Transport transport, InstantSource clock) {
        this.person = person;
        this.renewed = renewed;
        this.address = address;
        this.clientKey = clientKey;
        this.clientSecret = clientSecret;
        this.transport = transport;
        this.clock = clock;
    }

    synchronized Wanted want() {
        handOn();
        Fetched kept = last;
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return new Wanted.Token(kept.token(), false);
        }
        String form = "client_key=" + encoded(clientKey) + "&client_secret=" + encoded(clientSecret.value())
                + (person == null
                        ? "&grant_type=client_credentials"
                        : "&grant_type=refresh_token&refresh_token=" + encoded(person.value()));
        Call call = new Call(URI.create(address + "/v2/oauth/token/"),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Cache-Control", "no-cache"), form);
        return switch (transport.send(call)) {
            case Reply.Unreached unreached ->
                new Wanted.None(new Answer.Unreached("no token: " + unreached.why()));
            case Reply.Silence silence ->
                new Wanted.None(new Answer.RetryLater(Receipt.NONE, null, "no token: " + silence.why()));
            case Reply.Received reply -> understood(reply);
        };
    }

    private Wanted understood(Reply.Received reply) {
        Optional<JsonNode> tree = Wire.object(reply.body());
        String token = tree.map(body -> body.path("access_token").asString("")).orElse("");
        if (reply.status() == 200 && !token.isBlank()) {
            long seconds = tree.map(body -> body.path("expires_in").asLong(0)).orElse(0L);
            Fetched fetched = new Fetched(new Secret(token),
                    clock.instant().plusSeconds(Math.clamp(seconds, 0, LONGEST_LIFE)).minus(EARLY));
            last = fetched;
            tree.ifPresent(this::renew);
            return new Wanted.Token(fetched.token(), true);
        }
        Receipt receipt = new Receipt(reply.status(), null);
        String said = tree.map(body -> body.path("error").asString("") + " "
                + body.path("error_description").asString("")).filter(text -> !text.isBlank()).orElse(reply.body());
        String detail = "no token, HTTP " + reply.status() + ": " + Wire.shown(said, secrets());
        boolean passing = reply.status() == 429 || reply.status() == 408 || reply.status() >= 500
                || reply.status() == 200;
        return new Wanted.None(passing
                ? new Answer.RetryLater(receipt, reply.retryAfter().orElse(null), detail)
                : new Answer.Forbidden(receipt, detail));
    }

    private void renew(JsonNode told) {
        String next = told.path("refresh_token").asString("");
        if (person != null && !next.isBlank() && !next.equals(person.value())) {
            Secret secret = new Secret(next);
            person = secret;
            unkept = secret;
            handOn();
        }
    }

    /// Where this fails it is done again before the next token is wanted.
    private void handOn() {
        Secret secret = unkept;
        if (secret != null) {
            renewed.accept(secret);
            unkept = null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Makes the next call fetch another.
    synchronized void forget() {
        last = null;
    }

    /// What must not be shown.
    synchronized List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(List.of(clientSecret));
        if (person != null) {
            secrets.add(person);
        }
        if (last != null) {
            secrets.add(last.token());
        }
        return secrets;
    }

    String print() {
        return new Secret(clientKey + " " + clientSecret.value()).print();
    }
}
