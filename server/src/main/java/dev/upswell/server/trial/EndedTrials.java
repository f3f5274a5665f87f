package dev.upswell.server.trial;

import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternRuns.Tried;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;

/// What ended trials of a tenant say of their videos, for the next search.
///
/// Both arms count: a pattern is known by videos that do so and by those that do not. Trials that are not over say nothing yet, and those without
/// enough evidence nothing at all.
public final class EndedTrials implements PatternRuns.Trying {

    private final TenantId tenant;
    private final Database database;
    private final TrialRepository trials = new TrialRepository();

    public EndedTrials(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    @Override
    public List<Tried> videos() {
        return database.transactions().call(tenant, db -> trials.tried(db));
    }
}
