package dev.upswell.server.event;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;

/// The event log of one tenant, to be read.
public final class EventLog {

    private final TenantId tenant;
    private final Database database;
    private final EventLogRepository events = new EventLogRepository("event");

    /// The log of this tenant.
    public EventLog(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Part of the wanted events, the newest first.
    public List<Event> list(EventFilter wanted, int limit, long offset) {
        return database.transactions().call(tenant, db -> events.list(db, wanted, limit, offset));
    }

    /// How many there are.
    public long count(EventFilter wanted) {
        return database.transactions().call(tenant, db -> events.count(db, wanted));
    }
}
