package dev.upswell.server.registry;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;

/// All that this slice does, for one tenant: what a server process or a command works with.
public record Governance(TenantId tenant, ModelRegistry models, ModelReview review, Retraining retraining,
        Tasks tasks) {

    /// The services over this store.
    public static Governance of(Database database, TenantId tenant, RegistrySettings settings) {
        return new Governance(tenant, new ModelRegistry(database), new ModelReview(database, settings),
                new Retraining(database), new Tasks(database));
    }
}
