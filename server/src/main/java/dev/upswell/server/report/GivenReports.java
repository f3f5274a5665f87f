package dev.upswell.server.report;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;

/// The reports of a tenant that were made for tests of formats.
public final class GivenReports {

    private final TenantId tenant;
    private final Database database;
    private final ReportRepository reports = new ReportRepository();

    public GivenReports(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// The newest first.
    public List<KeptReport> list() {
        return database.transactions().call(tenant, reports::given);
    }
}
