package dev.upswell.server.app;

import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.TenantId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The services of one tenant, wired on an open store.
final class OpenWorkplace implements Workplace {

    private final Settings settings;
    private final Database database;
    private final TenantId tenant;
    private final InstantSource clock;

    OpenWorkplace(Settings settings, Database database, TenantId tenant, InstantSource clock) {
        this.settings = settings;
        this.database = database;
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public Path dataFolder() {
        return settings.data();
    }

    @Override
    public List<StoreCheck.Finding> check() {
        return new StoreCheck(database, settings.data()).findings(tenant);
    }

    @Override
    public void close() {
        database.close();
    }
}
