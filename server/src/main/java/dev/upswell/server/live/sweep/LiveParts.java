package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.plan.PlanParts;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.Expectations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What collecting live is made of, for one tenant.
///
/// @param open those with a key now; a key may come or go while the server runs
/// @param known names of all sources, with or without a key
/// @param expectations what is foretold of watched subjects
/// @param intake takes answers in
/// @param pause waits between tries
/// @param chance spreads the waiting
public record LiveParts(TenantId tenant, Database database, Supplier<List<Source>> open, Set<String> known,
        Expectations expectations, AnswerIntake intake, InstantSource clock, Pause pause, RandomGenerator chance) {

    private static final EventLogRepository EVENTS = new EventLogRepository("live");

    public LiveParts {
        known = Collections.unmodifiableSortedSet(new TreeSet<>(known));
    }

    /// Those with a key.
    public List<Source> sources() {
        return open.get();
    }

    PlanParts plan() {
        return new PlanParts(tenant, database, open, known, expectations, clock);
    }

    /// The present instant.
    public Instant now() {
        return clock.instant();
    }

    /// Where it is told what happens.
    public EventLogRepository events() {
        return EVENTS;
    }

    /// What this work gives, inside the tenant's transaction.
    public <T> T call(Function<JdbcClient, T> work) {
        return database.transactions().call(tenant, work);
    }

    /// Does this work inside the tenant's transaction.
    public void run(Consumer<JdbcClient> work) {
        database.transactions().run(tenant, work);
    }
}
