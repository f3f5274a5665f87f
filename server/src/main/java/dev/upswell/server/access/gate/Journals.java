package dev.upswell.server.access.gate;

import dev.upswell.server.audit.RequestJournal;
import dev.upswell.server.store.TenantId;

/// The way of requests into the audit of each tenant.
public interface Journals {

    /// That of the tenant for which the server was started.
    RequestJournal home();

    /// That of a tenant.
    RequestJournal of(TenantId tenant);
}
