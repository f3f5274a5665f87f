package dev.upswell.server.report;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How the documents of a tenant look, as it is kept.
public final class Brandings {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final BrandingRepository rows = new BrandingRepository();

    /// Of a tenant in this store.
    public Brandings(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// What was said last; the usual look where nothing was.
    public Branding get() {
        return database.transactions().call(tenant, rows::find).orElse(Branding.USUAL);
    }

    /// Keeps all but the logo, which stays as it is.
    public Branding put(Branding branding) {
        return database.transactions().call(tenant, db -> {
            Branding whole = branding.withLogo(rows.find(db).orElse(Branding.USUAL).logo());
            rows.put(db, whole, clock.instant());
            return whole;
        });
    }

    /// Keeps a logo.
    ///
    /// @param logo null to have none
    public Branding putLogo(@Nullable Logo logo) {
        return database.transactions().call(tenant, db -> {
            Branding whole = rows.find(db).orElse(Branding.USUAL).withLogo(logo);
            rows.put(db, whole, clock.instant());
            return whole;
        });
    }
}
