package dev.upswell.server.access;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.InstantSource;

/// What people, tokens and sign-ins of a tenant work with.
///
/// @param session how long a sign-in lasts
public record AccessParts(TenantId tenant, Database database, InstantSource clock, Duration session) {
}
