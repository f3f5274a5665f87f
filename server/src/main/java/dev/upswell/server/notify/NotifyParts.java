package dev.upswell.server.notify;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What telling the people of one tenant away from the page is made of.
///
/// @param vault keeps addresses and secrets
public record NotifyParts(TenantId tenant, Database database, Vault vault, Carrier<Target.Mailbox> mail,
        Carrier<Target.Hook> webhooks, Carrier<SlackTarget> slack, InstantSource clock) {

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
