package dev.upswell.server.access;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes of passwords by Argon2id.
///
/// **cost** 19 MiB and some 50 ms each, two at a time: more wait, for a short time.
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 5;
    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);
    /// 16 bytes of salt, 32 of hash, one lane, 19 MiB, two rounds: what OWASP's password storage guide names as least.
    private static final Argon2PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19 * 1_024, 2);
    private static final String OF_NOBODY = String.valueOf(ARGON2ID.encode(Secret.text()));

    private Passwords() {
    }

    /// The hash of a new password.
    ///
    /// **errors** [AccessRefused] when it is too short or too long.
    static String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw AccessRefused.unusable(
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + password.length()
                            + ".",
                    "Take a few words that belong together for nobody else.");
        }
        return String.valueOf(ARGON2ID.encode(password));
    }

    /// Whether the password has this hash; empty when too many are being looked at.
    ///
    /// @param hash null when there is nobody of the name that was typed: it takes as long, and does not fit
    static Optional<Boolean> fits(String password, @Nullable String hash) {
        try {
            if (password.length() > LONGEST || !TURNS.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return password.length() > LONGEST ? Optional.of(false) : Optional.empty();
            }
            try {
                return Optional.of(ARGON2ID.matches(password, hash == null ? OF_NOBODY : hash) && hash != null);
            } finally {
                TURNS.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
