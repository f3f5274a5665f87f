package dev.upswell.server.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.upswell.server.store.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Hashes of passwords by Argon2id, and which passwords are too easy to guess.
///
/// **cost** 19 MiB and some 50 ms each, two at a time: more wait, for a short time.
/// **source** how many tries a password takes: D. Wheeler, zxcvbn, USENIX Security 2016.
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 5;
    private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);
    /// 16 bytes of salt, 32 of hash, one lane, 19 MiB, two rounds: what OWASP's password storage guide names as least.
    private static final Argon2PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19 * 1_024, 2);
    /// Of zxcvbn's marks 0 to 4 the first that takes more than 10⁸ tries.
    private static final int HARD_ENOUGH = 3;
    /// What is judged of a long one, in characters: where its beginning takes tries enough, all of it does, and judging costs time.
    private static final int JUDGED = 72;
    /// How many characters a password has beside words that everybody tries here.
    private static final int BESIDE_NAMES = 8;
    private static final int SHORTEST_WORD = 3;
    /// Words that everybody tries here, beside names of the person and of the tenant.
    private static final List<String> OF_THE_PRODUCT = List.of("upswell", "tiktok", "fyp", "foryou", "hashtag",
            "creator", "kreator", "password", "katasandi", "rahasia", "indonesia", "jakarta");
    private static final Zxcvbn TRIES = new Zxcvbn();
    private static final String OF_NOBODY = String.valueOf(ARGON2ID.encode(Secret.text()));

    private Passwords() {
    }

    /// The hash of a new password of somebody of this tenant; errors as of the other.
    static String hash(AccessParts parts, TenantId tenant, String name, String password) {
        String of = parts.database().tenants().asOwner(AccountRepository::tenants).stream()
                .filter(one -> one.id().equals(tenant)).findFirst().map(one -> one.name().value()).orElse(name);
        return hash(password, name, of);
    }

    /// The hash of a new password.
    ///
    /// @param near names that whoever knows the person would try: theirs, their company's
    ///
    /// **errors** [AccessRefused] when it is too short, too long, or too easy to guess.
    static String hash(String password, String... near) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw AccessRefused.unusable(
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + password.length()
                            + ".",
                    "Take a few words that belong together for nobody else.");
        }
        if (isEasy(password, near)) {
            throw AccessRefused.unusable("This password is too easy to guess.",
                    "Take a few words that belong together for nobody else; names and words of the trade do not count.");
        }
        return String.valueOf(ARGON2ID.encode(password));
    }

    private static boolean isEasy(String password, String... near) {
        List<String> words = new ArrayList<>(OF_THE_PRODUCT);
        for (String name : near) {
            words.addAll(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[._@/-]+")));
        }
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        String own = password.toLowerCase(Locale.ROOT);
        for (String word : words) {
            own = own.replace(word, "");
        }
        return own.length() < BESIDE_NAMES
                || TRIES.measure(password.substring(0, Math.min(password.length(), JUDGED)), words)
                        .getScore() < HARD_ENOUGH;
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
