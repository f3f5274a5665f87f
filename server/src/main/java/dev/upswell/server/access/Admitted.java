package dev.upswell.server.access;

import java.util.List;

/// Who sends a request, and in which tenant they are.
///
/// @param tenant whose rows and nobody else's the request can see; of somebody who is not let in the server's own
/// @param choices the tenants among which they can change, by name; empty for those who belong to one
/// @param runsInstallation whether they may add tenants and accounts, which is done in the server's own tenant: what they do is in its audit,
///                         where no other tenant reads of it
public record Admitted(Caller caller, Tenant tenant, List<Tenant> choices, boolean runsInstallation) {

    /// The request attribute in which the door leaves it.
    public static final String ATTRIBUTE = "admitted";

    public Admitted {
        choices = List.copyOf(choices);
    }

    /// Somebody who belongs to one tenant.
    static Admitted of(Caller caller, Tenant tenant) {
        return new Admitted(caller, tenant, List.of(), false);
    }
}
