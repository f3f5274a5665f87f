package dev.upswell.server.alert;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts of one tenant, whoever raised them. They are the tenant's and not a person's: one who has seen one has seen it for all.
public final class Alerts {

    /// Up to how many unseen ones are counted.
    public static final int MOST_COUNTED = 100;

    private static final String HAND = "hand";

    private final TenantId tenant;
    private final Database database;
    private final AlertRepository alerts = new AlertRepository();

    /// The alerts in this store.
    public Alerts(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Which alerts are wanted.
    ///
    /// @param unread only what nobody said to have seen
    /// @param severity only these; null for all
    public record Filter(boolean unread, @Nullable Severity severity) {

        /// All of them.
        public static final Filter ALL = new Filter(false, null);
    }

    /// Part of the wanted alerts, the newest first.
    public List<Alert> list(Filter wanted, int limit, long offset) {
        return database.transactions().call(tenant,
                db -> alerts.list(db, wanted.unread(), wanted.severity(), limit, offset));
    }

    /// How many there are.
    public long count(Filter wanted) {
        return database.transactions().call(tenant, db -> alerts.count(db, wanted.unread(), wanted.severity()));
    }

    /// How many nobody has seen; [#MOST_COUNTED] where there are as many or more. **cost** one look into an index.
    public int unread() {
        return database.transactions().call(tenant, db -> alerts.unread(db, MOST_COUNTED));
    }

    /// Says that a person has seen the alert that they mean by its id or the unambiguous beginning of it. Who said so first
    /// stays.
    ///
    /// @param by as they call themselves; empty where they give no name
    ///
    /// **errors** [AlertRefused] when there is none, or more than one.
    public Alert acknowledge(String meant, String by) {
        String name = by.isBlank() ? HAND : by.strip();
        return database.transactions().call(tenant, db -> {
            List<Alert> matching = meant.isBlank() ? List.of() : alerts.find(db, meant);
            if (matching.size() != 1) {
                throw AlertRefused.unknown(matching.size() > 1 ? meant + "… (several begin so)" : meant);
            }
            alerts.acknowledge(db, matching.getFirst(), name);
            return alerts.find(db, matching.getFirst().id().toString()).getFirst();
        });
    }

    /// Says that a person has seen all that were raised until then, of one severity or of any; returns of how many nobody had said
    /// so.
    public int acknowledgeAll(Instant until, @Nullable Severity severity, String by) {
        String name = by.isBlank() ? HAND : by.strip();
        return database.transactions().call(tenant, db -> alerts.acknowledgeAll(db, until, severity, name));
    }
}
