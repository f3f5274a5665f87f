package dev.upswell.server.access;

import dev.upswell.server.access.AccessRepository.Attempt;
import dev.upswell.server.access.AccessRepository.Known;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in with a name and a password, and out again.
///
/// After five failures in a row a name is locked for a quarter of an hour. Names that nobody has are counted and locked like others, and
/// looking at their passwords takes as long, so that what is answered tells nothing of who is there.
public final class SignIns {

    static final int MOST_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 100;

    private final AccessParts parts;
    private final EventLogRepository events = new EventLogRepository("access");

    public SignIns(AccessParts parts) {
        this.parts = parts;
    }

    /// What came of a sign-in.
    public sealed interface Result {

        /// They are in.
        ///
        /// @param secret what their browser shows from now on
        record In(String name, String secret, Instant expiresAt) implements Result {

            /// Without the secret.
            @Override
            public String toString() {
                return "In[" + name + "]";
            }
        }

        /// Name and password do not belong together.
        record Wrong() implements Result {
        }

        /// It failed too often under this name.
        record Locked(Instant until) implements Result {
        }

        /// Too many sign in at once.
        record Busy() implements Result {
        }
    }

    /// Signs in.
    ///
    /// @param address where they sit
    public Result enter(String typedName, String password, String address) {
        String name = typedName.length() > LONGEST_NAME ? typedName.substring(0, LONGEST_NAME) : typedName;
        byte[] nameHash = Secret.hash(name);
        Instant now = parts.clock().instant();
        Attempt attempt = call(db -> attempt(db, nameHash, now));
        Instant locked = attempt.lockedUntil();
        if (locked != null) {
            return new Result.Locked(locked);
        }
        Optional<Known> known = call(db -> AccessRepository.known(db, name));
        Optional<Boolean> fits = Passwords.fits(password, known.map(Known::passwordHash).orElse(null));
        if (fits.isEmpty()) {
            return new Result.Busy();
        }
        return fits.get() ? in(known.orElseThrow(), nameHash, address, now) : new Result.Wrong();
    }

    private Attempt attempt(JdbcClient db, byte[] nameHash, Instant now) {
        Attempt attempt = AccessRepository.count(db, nameHash, now, now.minus(LOCK), MOST_FAILURES, now.plus(LOCK));
        if (attempt.lockedUntil() != null && attempt.failures() == MOST_FAILURES + 1
                && attempt.lockedUntil().equals(now.plus(LOCK))) {
            events.write(db, EventType.SIGN_IN_LOCKED, Map.of());
        }
        return attempt;
    }

    private Result in(Known known, byte[] nameHash, String address, Instant now) {
        String secret = Secret.text();
        Instant expiresAt = now.plus(parts.session());
        parts.database().transactions().run(parts.tenant(), db -> {
            AccessRepository.forgetFailures(db, nameHash);
            AccessRepository.begin(db, Secret.hash(secret), known.id(), address, now, expiresAt);
        });
        return new Result.In(known.name(), secret, expiresAt);
    }

    /// Signs out whose browser shows this.
    public void leave(String secret) {
        parts.database().transactions().run(parts.tenant(), db -> AccessRepository.end(db, Secret.hash(secret)));
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }
}
