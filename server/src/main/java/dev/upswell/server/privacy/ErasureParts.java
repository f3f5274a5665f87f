package dev.upswell.server.privacy;

import dev.upswell.server.recommend.IndexRefresh;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Profiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What erasures work with, for one tenant.
///
/// @param between run between any two steps; tests let it fail
public record ErasureParts(TenantId tenant, Database database, InstantSource clock, Places places, Slices slices,
        Runnable between) {

    /// Where data lie.
    ///
    /// @param lake every dataset with the name of the lock under which its files are written
    /// @param folder of all data
    /// @param forget lets go of what this process remembers of the tenant
    public record Places(List<Written> lake, Path folder, Runnable forget) {

        public Places {
            lake = List.copyOf(lake);
        }
    }

    /// A dataset and the name of the lock under which its files are written.
    public record Written(Dataset dataset, String work) {
    }

    /// What other slices do.
    public record Slices(Profiles profiles, IndexRefresh index, Governance models) {
    }
}
