package dev.upswell.server.access;

import java.util.Set;
import java.util.List;
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

    /// The tenants into which one server lets people and programs.
    ///
    /// @param home the tenant for which the server was started: always served, and where whoever is not known knocks
    /// @param all whether every tenant of the installation is served, also one that is added later
    /// @param names of others that are served
    public record Served(TenantId home, boolean all, Set<String> names) {

        public Served {
            names = Set.copyOf(names);
        }

        /// Only the tenant for which the server was started.
        public static Served only(TenantId home) {
            return new Served(home, false, Set.of());
        }

        /// Whether there can be others than the home.
        public boolean several() {
            return all || !names.isEmpty();
        }

        /// Those of these that are served.
        public List<Tenant> among(List<Tenant> tenants) {
            return tenants.stream()
                    .filter(one -> all || one.id().equals(home) || names.contains(one.name().value())).toList();
        }
    }
}
