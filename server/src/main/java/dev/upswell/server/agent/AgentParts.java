package dev.upswell.server.agent;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the agents of one tenant are made of in this process.
///
/// @param node a name that no other process ever has
/// @param clock tells which slots are due; whether another server lives is told by the database's clock alone
/// @param lease how long a run stays another server's after that one was last heard of
public record AgentParts(TenantId tenant, Database database, String node, InstantSource clock, Duration lease) {

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
