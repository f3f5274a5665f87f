package dev.upswell.server.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account of the user's own that is signed in at a site.
///
/// @param cookies how many it has; 0 until a person signed in or brought them
/// @param cookiesUntil when its sign-in ends by its cookies; null when these do not say
/// @param lastVisitAt when its page was last opened; null before the first time
public record Session(Identity identity, SessionState state, int cookies, @Nullable Instant cookiesUntil,
        Instant addedAt, @Nullable Instant lastVisitAt) {

    /// The same in another state.
    public Session in(SessionState next) {
        return new Session(identity, next, cookies, cookiesUntil, addedAt, lastVisitAt);
    }
}
