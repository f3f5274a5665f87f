package dev.upswell.server.live.plan;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.live.Source;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.Expectations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What planning is made of, for one tenant.
///
/// @param open those with a key now
/// @param known names of all sources, with or without a key, in order
/// @param expectations what is foretold of watched subjects
public record PlanParts(TenantId tenant, Database database, Supplier<List<Source>> open, Set<String> known,
        Expectations expectations, InstantSource clock) {

    private static final EventLogRepository EVENTS = new EventLogRepository("live");

    /// Those with a key.
    List<Source> sources() {
        return open.get();
    }

    Instant now() {
        return clock.instant();
    }

    EventLogRepository events() {
        return EVENTS;
    }

    <T> T call(Function<JdbcClient, T> work) {
        return database.transactions().call(tenant, work);
    }
}
