package dev.upswell.server.comply.retain;

import dev.upswell.server.comply.Retained;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.List;

/// What retention works with, for one tenant.
///
/// @param lake the datasets that are kept for a time; tables it knows itself
public record RetentionParts(TenantId tenant, Database database, InstantSource clock, RetentionSettings settings,
        List<Retained> lake) {

    public RetentionParts {
        lake = List.copyOf(lake);
    }
}
