package dev.upswell.server.access;

import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Set;

/// The tenants into which one server lets people and programs.
///
/// @param home the tenant for which the server was started: always served, and where whoever is not known knocks
/// @param all whether every tenant of the installation is served, also one that is added later
/// @param names of others that are served
public record ServedTenants(TenantId home, boolean all, Set<String> names) {

    public ServedTenants {
        names = Set.copyOf(names);
    }

    /// Only the tenant for which the server was started.
    public static ServedTenants only(TenantId home) {
        return new ServedTenants(home, false, Set.of());
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
