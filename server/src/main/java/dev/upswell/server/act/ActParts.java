package dev.upswell.server.act;

import dev.upswell.server.integrate.TrackedIssues;
import dev.upswell.server.scorecard.FollowedPlaybooks;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the queue of one tenant is made of.
///
/// @param names by which creators are shown
public record ActParts(TenantId tenant, Database database, FollowedPlaybooks playbooks, Pseudonyms names,
        TrackedIssues issues, InstantSource clock) {

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
