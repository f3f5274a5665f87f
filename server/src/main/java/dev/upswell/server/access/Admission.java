package dev.upswell.server.access;

import dev.upswell.server.access.AccessRepository.HashedToken;
import dev.upswell.server.access.AccessRepository.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells who sends a request, from memory.
///
/// What it knows of people, tokens and sign-ins is read anew when a request comes and it is older than `fresh`: what another process
/// changes holds after that time at the latest, and what this process changes at once ([#forget]). While one request reads, others go by
/// what was known, for as long again and no longer; where the store cannot be read nobody is let in.
///
/// **cost** one SHA-256 of the secret, and every `fresh` one reading of some rows.
public final class Admission {

    /// How long what is known is gone by.
    public static final Duration FRESH = Duration.ofSeconds(5);

    private static final String BEARER = "Bearer ";

    private final AccessParts parts;
    private final boolean loopback;
    private final long freshNanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    /// @param loopback whether nobody but this machine can reach the server
    public Admission(AccessParts parts, boolean loopback, Duration fresh) {
        this.parts = parts;
        this.loopback = loopback;
        this.freshNanos = fresh.toNanos();
    }

    /// What was read.
    private record Known(long readAt, boolean passwords, Map<String, HashedToken> tokens,
            Map<String, SignedIn> signedIn) {
    }

    /// Who sends a request.
    ///
    /// @param authorization the header of this name; null where there is none
    /// @param cookie what the browser shows as its sign-in; null where it shows none
    public Caller caller(@Nullable String authorization, @Nullable String cookie) {
        Known now = known();
        if (authorization != null) {
            return program(now, authorization);
        }
        Caller person = cookie == null ? null : person(now, cookie);
        if (person != null) {
            return person;
        }
        return loopback && !now.passwords() ? new Caller.Local() : new Caller.Nobody("no-sign-in");
    }

    /// Whether people have to sign in.
    public boolean asksForSignIn() {
        return !loopback || known().passwords();
    }

    private Caller program(Known now, String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Caller.Nobody("bad-token");
        }
        TokenText text = TokenText.of(authorization.substring(BEARER.length()).strip()).orElse(null);
        HashedToken token = text == null ? null : now.tokens().get(text.id());
        if (text == null || token == null || !Secret.fits(text.secret(), token.hash())) {
            return new Caller.Nobody("bad-token");
        }
        return switch (token.token().state(parts.clock().instant())) {
            case GOOD -> new Caller.Program(token.token().name(), token.token().scopes());
            case EXPIRED -> new Caller.Nobody("expired-token");
            case REVOKED -> new Caller.Nobody("revoked-token");
        };
    }

    private @Nullable Caller person(Known now, String cookie) {
        byte[] hash = Secret.hash(cookie);
        SignedIn signedIn = now.signedIn().get(key(hash));
        Instant at = parts.clock().instant();
        return signedIn != null && at.isBefore(signedIn.expiresAt()) ? new Caller.Known(signedIn.person()) : null;
    }

    private static String key(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /// Lets what is known be read anew by the next request.
    public void forget() {
        reading.lock();
        try {
            known = null;
        } finally {
            reading.unlock();
        }
    }

    private Known known() {
        Known now = known;
        long age = now == null ? 0 : System.nanoTime() - now.readAt();
        if (now != null && age < freshNanos) {
            return now;
        }
        if (now != null && age < 2 * freshNanos && !reading.tryLock()) {
            return now;
        }
        if (!reading.isHeldByCurrentThread()) {
            reading.lock();
        }
        try {
            Known read = known;
            if (read == null || System.nanoTime() - read.readAt() >= freshNanos) {
                read = read();
                known = read;
            }
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Known read() {
        long readAt = System.nanoTime();
        return parts.database().transactions().call(parts.tenant(), db -> {
            List<HashedToken> tokens = AccessRepository.tokens(db);
            List<SignedIn> signedIn = AccessRepository.signedIn(db, parts.clock().instant());
            return new Known(readAt, !AccessRepository.people(db).isEmpty(),
                    tokens.stream().collect(Collectors.toMap(token -> token.token().id(), token -> token)),
                    signedIn.stream().collect(Collectors.toMap(one -> key(one.hash()), one -> one)));
        });
    }
}
