package dev.upswell.server.access;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantRepository;
import java.util.List;
import java.util.Optional;

/// The tenants by name. For whoever runs the program; nothing done on behalf of a tenant may show another's name.
public final class Tenants {

    private final TenantRepository repository;

    public Tenants(TenantRepository repository) {
        this.repository = repository;
    }

    /// The tenant of this name, if it exists.
    public Optional<TenantId> find(TenantName name) {
        return repository.find(name.value());
    }

    /// The tenant of this name, created when it does not exist; safe when several processes do so at once.
    public TenantId findOrCreate(TenantName name) {
        return repository.findOrCreate(name.value());
    }

    /// The names of all tenants, in alphabetical order.
    public List<TenantName> list() {
        return repository.names().stream().map(TenantName::new).toList();
    }
}
