package dev.upswell.server.access;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The tokens of a tenant with which programs come in.
public final class Tokens {

    /// How long a token lasts at most.
    public static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 60;

    private final AccessParts parts;
    private final EventLogRepository events = new EventLogRepository("access");

    public Tokens(AccessParts parts) {
        this.parts = parts;
    }

    /// All, the newest first, revoked and expired ones too.
    public List<AccessToken> list() {
        return parts.database().transactions().call(parts.tenant(),
                db -> AccessRepository.tokens(db).stream().map(AccessRepository.HashedToken::token).toList());
    }

    /// Makes a token. Its text is in the answer and nowhere else.
    ///
    /// @param by who makes it
    ///
    /// **errors** [AccessRefused] for a name that is none or is taken, and for a time that is too long.
    public AccessToken.Made make(String name, Set<Scope> scopes, Duration lasting, String by) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.strip().equals(name)
                || name.chars().anyMatch(Character::isISOControl)) {
            throw AccessRefused.unusable(
                    "A token needs a name of 1 to " + LONGEST_NAME + " characters without blanks at its ends.",
                    "Say what it is for, such as nightly-scores.");
        }
        if (lasting.compareTo(Duration.ofMinutes(1)) < 0 || lasting.compareTo(LONGEST) > 0) {
            throw AccessRefused.unusable("A token lasts from a minute to " + LONGEST.toDays() + " days.",
                    "Write for example 90d.");
        }
        if (scopes.isEmpty()) {
            throw AccessRefused.unusable("A token needs a scope.", "Scopes are " + String.join(", ", Scope.labels())
                    + ".");
        }
        Instant now = parts.clock().instant();
        Text text = new Text(Secret.id(), Secret.text());
        AccessToken token = new AccessToken(text.id(), name, scopes, by, now, now.plus(lasting), null);
        parts.database().transactions().run(parts.tenant(), db -> {
            if (AccessRepository.tokens(db).stream().anyMatch(
                    other -> other.token().revokedAt() == null && other.token().name().equals(name))) {
                throw AccessRefused.taken("There is a token called \"" + name + "\" that is not revoked.",
                        "Revoke it, or choose another name.");
            }
            AccessRepository.insert(db, token, Secret.hash(text.secret()));
            events.write(db, EventType.TOKEN_MADE, Map.of("name", name, "id", token.id(), "scopes",
                    scopes.stream().map(Scope::label).sorted().collect(Collectors.joining(" "))));
        });
        return new AccessToken.Made(token, text.whole());
    }

    /// Revokes the token of this id, or of this name among those that are not revoked.
    ///
    /// **errors** [AccessRefused] when there is none.
    public AccessToken revoke(String idOrName) {
        Instant now = parts.clock().instant();
        return parts.database().transactions().call(parts.tenant(), db -> {
            List<AccessToken> alive = AccessRepository.tokens(db).stream().map(AccessRepository.HashedToken::token)
                    .filter(one -> one.revokedAt() == null).toList();
            AccessToken token = alive.stream().filter(one -> one.id().equals(idOrName)).findFirst()
                    .or(() -> alive.stream().filter(one -> one.name().equals(idOrName)).findFirst())
                    .orElseThrow(() -> AccessRefused.unknown(
                            "There is no token \"" + idOrName + "\" that is not revoked.",
                            "\"upswell tokens\" lists all."));
            AccessRepository.revoke(db, token.id(), now);
            events.write(db, EventType.TOKEN_REVOKED, Map.of("name", token.name(), "id", token.id()));
            return new AccessToken(token.id(), token.name(), token.scopes(), token.madeBy(), token.madeAt(),
                    token.expiresAt(), now);
        });
    }

    /// A token as it is sent: `upsw_`, its open id, `_` and its secret. The beginning lets searches for leaked secrets find it.
    ///
    /// @param id 12 hexadecimal digits
    record Text(String id, String secret) {

        private static final String START = "upsw_";
        private static final int ID_END = START.length() + 12;

        /// The parts of this text; empty when it cannot be a token.
        static Optional<Text> of(String text) {
            return text.startsWith(START) && text.length() > ID_END + 1 && text.length() < 200
                    && text.charAt(ID_END) == '_'
                            ? Optional.of(new Text(text.substring(START.length(), ID_END), text.substring(ID_END + 1)))
                            : Optional.empty();
        }

        String whole() {
            return START + id + "_" + secret;
        }

        /// Without the secret.
        @Override
        public String toString() {
            return START + id + "_…";
        }
    }
}
