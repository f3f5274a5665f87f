package dev.upswell.server.vigil;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.TrendQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the alert rules of one tenant are made of.
///
/// @param trends tells what emerges
public record VigilParts(TenantId tenant, Database database, TrendQuery trends, InstantSource clock) {

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
