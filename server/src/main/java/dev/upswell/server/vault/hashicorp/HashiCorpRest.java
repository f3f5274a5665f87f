package dev.upswell.server.vault.hashicorp;

import dev.upswell.server.vault.VaultRefused;
import dev.upswell.server.vault.hashicorp.HashiCorpAccess.Entrance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP API of a HashiCorp Vault, one request at a time. Redirections are not followed, so that no token goes elsewhere.
///
/// **errors** [VaultRefused] where Vault cannot be asked; what it answered is for the caller to read.
final class HashiCorpRest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;
    private static final int TOLD = 300;
    private static final int SEALED = 503;
    private static final int FORBIDDEN = 403;

    private final HashiCorpAccess access;
    private final InstantSource clock;
    private @Nullable HttpClient http;
    private @Nullable Lent lent;

    HashiCorpRest(HashiCorpAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    /// What Vault answered.
    ///
    /// @param body null where it is no JSON
    record Answer(int status, @Nullable JsonNode body) {

        JsonNode at(String pointer) {
            return (body == null ? JSON.createObjectNode() : body).at(pointer);
        }

        /// What Vault says is wrong, in its words; empty where it says nothing.
        String errors() {
            String said = StreamSupport.stream(at("/errors").spliterator(), false).map(one -> one.asString(""))
                    .collect(Collectors.joining("; ")).replaceAll("\\s+", " ").strip();
            return said.length() > TOLD ? said.substring(0, TOLD) : said;
        }
    }

    /// A token that was lent for some time.
    private record Lent(String token, Instant until) {

        /// Without the token.
        @Override
        public String toString() {
            return "Lent[" + until + "]";
        }
    }

    Answer get(String path) {
        return asked(() -> request(path, token()).GET().build());
    }

    Answer post(String path, Map<String, ?> body) {
        return asked(() -> request(path, token()).POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    /// A request that is made anew with each token.
    private interface Asked {
        HttpRequest request();
    }

    /// The answer; where a token that was lent is over before its time, that to another.
    private synchronized Answer asked(Asked asked) {
        boolean known = lent != null;
        Answer answer = answer(asked.request());
        if (answer.status() == FORBIDDEN && known) {
            lent = null;
            answer = answer(asked.request());
        }
        return switch (answer.status()) {
            case SEALED ->
                throw refused("is sealed or starting" + words(answer), "Unseal it: \"vault operator unseal\".");
            case FORBIDDEN -> throw refused("does not let Upswell in" + words(answer),
                    "The token may be over, or its policy may not name " + access.mount() + "/data/" + access.path()
                            + ": docs/sessions.md has the policy.");
            default -> answer;
        };
    }

    private String token() {
        return switch (access.entrance()) {
            case Entrance.Token(String token) -> token;
            case Entrance.AppRole(String role, String secret) -> {
                Lent now = lent;
                if (now == null || !clock.instant().isBefore(now.until())) {
                    now = login(role, secret);
                    lent = now;
                }
                yield now.token();
            }
        };
    }

    private Lent login(String role, String secret) {
        if (role.isBlank() || secret.isBlank()) {
            throw refused("is not told who asks",
                    "Set vault.hashicorp.token, or vault.hashicorp.role and vault.hashicorp.role-secret.");
        }
        Answer answer = answer(request("auth/approle/login", null).POST(BodyPublishers.ofByteArray(
                JSON.writeValueAsBytes(Map.of("role_id", role, "secret_id", secret)))).build());
        String token = answer.at("/auth/client_token").asString("");
        if (answer.status() == SEALED) {
            throw refused("is sealed or starting" + words(answer), "Unseal it: \"vault operator unseal\".");
        }
        if (answer.status() != 200 || token.isEmpty()) {
            throw refused("does not know the AppRole" + words(answer),
                    "Look at vault.hashicorp.role and vault.hashicorp.role-secret; a secret id may be used up or over.");
        }
        long seconds = answer.at("/auth/lease_duration").asLong(0);
        // A tenth earlier, so that no request is on its way with a token that is over; 0 is one without an end.
        return new Lent(token, seconds <= 0 ? Instant.MAX : clock.instant().plusSeconds(seconds * 9 / 10));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/v1/" + path)).timeout(TO_ANSWER)
                .header("X-Vault-Request", "true").header("Content-Type", "application/json");
        if (token != null) {
            request.header("X-Vault-Token", token);
        }
        return access.namespace().isBlank() ? request : request.header("X-Vault-Namespace", access.namespace());
    }

    private String base() {
        return access.url().toString().replaceAll("/+$", "");
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> came = http().send(request,
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (came.statusCode() / 100 == 3) {
                throw refused("leads to another server (" + came.statusCode() + "), which is not followed",
                        "Set vault.hashicorp.url to the active node, or to a balancer that knows it.");
            }
            return new Answer(came.statusCode(), json(came.body()));
        } catch (SSLException e) {
            throw refused("shows a certificate that is not trusted, or speaks no TLS: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                    "Set vault.hashicorp.authorities to a PEM file with the certificate of its authority.");
        } catch (IOException e) {
            throw refused("does not answer",
                    "Start it, or correct vault.hashicorp.url. Meanwhile nothing new is sealed, and what was opened in the last minutes opens.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was not waited for", "Try again.");
        }
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            var builder = HttpClient.newBuilder().connectTimeout(TO_CONNECT).followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1);
            if (access.authorities() != null) {
                builder.sslContext(Authorities.read(access.authorities()));
            }
            made = builder.build();
            http = made;
        }
        return made;
    }

    private static String words(Answer answer) {
        return answer.errors().isEmpty() ? "" : ": it says \"" + answer.errors() + "\"";
    }

    /// Something that Vault answered and that nothing can be done with.
    VaultRefused unexpected(Answer answer, String advice) {
        return refused("answers " + answer.status() + words(answer), advice);
    }

    VaultRefused refused(String what, String advice) {
        return VaultRefused.locked("the master key is in HashiCorp Vault, and that at " + base() + " " + what, advice);
    }
}
