package dev.upswell.server.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token with which a program comes in, without its secret, which nobody keeps.
///
/// @param id open part, by which it is found
/// @param name what it is for
/// @param madeBy local, the name of a person, or `token` and its name
/// @param revokedAt null while it is not
public record AccessToken(String id, String name, Set<Scope> scopes, String madeBy, Instant madeAt, Instant expiresAt,
        @Nullable Instant revokedAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /// How it stands.
    public enum State {
        GOOD,
        EXPIRED,
        REVOKED
    }

    /// How it stands at this instant.
    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.GOOD : State.EXPIRED;
    }

    /// A token that was just made.
    ///
    /// @param text all of it, which is shown once and kept nowhere
    public record Made(AccessToken token, String text) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Made[" + token + "]";
        }
    }
}
