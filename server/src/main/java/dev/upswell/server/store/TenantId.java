package dev.upswell.server.store;

import java.util.UUID;

/// Identity of a tenant: a brand or client whose rows no other tenant can see.
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
