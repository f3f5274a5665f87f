package dev.upswell.server.access;

import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tenant with how its subscription stands.
///
/// @param endedAt when the subscription ended; null while it goes on
public record Tenant(TenantId id, TenantName name, @Nullable Instant endedAt) {

    /// How long reports stay readable after the end.
    public static final Duration READABLE = Duration.ofDays(30);

    /// What may be done in a tenant.
    public enum State {
        /// Everything that roles and scopes let.
        OPEN,
        /// The subscription ended: reports can be read, and nothing else.
        READABLE,
        /// Nothing any more.
        OVER
    }

    /// How it stands at this instant.
    public State state(Instant now) {
        if (endedAt == null || now.isBefore(endedAt)) {
            return State.OPEN;
        }
        return now.isBefore(endedAt.plus(READABLE)) ? State.READABLE : State.OVER;
    }

    /// From when on nothing can be read; null while the subscription goes on.
    public @Nullable Instant readableUntil() {
        return endedAt == null ? null : endedAt.plus(READABLE);
    }
}
