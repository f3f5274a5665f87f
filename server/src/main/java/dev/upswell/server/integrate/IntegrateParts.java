package dev.upswell.server.integrate;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the trackers of one tenant are made of.
///
/// @param vault keeps accounts and tokens
/// @param trackers opens the tracker of an account, without asking it anything
public record IntegrateParts(TenantId tenant, Database database, Vault vault, Function<Account, Tracker> trackers,
        InstantSource clock) {

    Instant now() {
        return clock.instant();
    }

    <T> T call(Function<JdbcClient, T> work) {
        return database.transactions().call(tenant, work);
    }

    void run(Consumer<JdbcClient> work) {
        database.transactions().run(tenant, work);
    }
}
