package dev.upswell.server.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Somebody who signs in once for several tenants. Accounts belong to the installation: no tenant sees them, only its own members.
///
/// @param runsInstallation whether they may add tenants and accounts
/// @param memberships by the tenant's name
public record Account(UUID id, String name, boolean runsInstallation, Instant addedAt, Instant passwordSetAt,
        List<Membership> memberships) {

    public Account {
        memberships = List.copyOf(memberships);
    }

    /// Where an account belongs to, and as what.
    public record Membership(TenantName tenant, String role) {
    }
}
