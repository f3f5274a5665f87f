package dev.upswell.server.ask;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads whose accounts a tenant calls its own: those that its watch lists watch as own.
public final class OwnAccountRepository {

    private final TenantId tenant;
    private final Database database;

    public OwnAccountRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Their handles in lower case; empty when none is marked.
    public Set<String> handles() {
        return database.transactions()
                .call(tenant,
                        db -> db.sql("select distinct target from watch where kind = 'own' and feed = 'creator'")
                                .query(String.class).list())
                .stream().map(handle -> handle.toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
