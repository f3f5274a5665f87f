package dev.upswell.server.access;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.InstantSource;

/// What people, tokens and sign-ins of a tenant work with.
///
/// @param session how long a sign-in lasts
/// @param idle how long one lasts that nobody uses
public record AccessParts(TenantId tenant, Database database, InstantSource clock, Duration session, Duration idle) {

    /// Of sign-ins that last whether or not somebody uses them.
    public AccessParts(TenantId tenant, Database database, InstantSource clock, Duration session) {
        this(tenant, database, clock, session, session);
    }
}
