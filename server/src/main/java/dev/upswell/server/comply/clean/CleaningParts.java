package dev.upswell.server.comply.clean;

import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.List;

/// What cleaning works with, for one tenant.
///
/// @param lake the datasets with texts
/// @param between called between all steps, inside transactions too: what it throws ends the work there
public record CleaningParts(TenantId tenant, Database database, InstantSource clock, List<Cleaning.Texts> lake,
        Runnable between) {

    public CleaningParts {
        lake = List.copyOf(lake);
    }
}
