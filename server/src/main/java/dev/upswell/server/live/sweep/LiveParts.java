package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.live.Source;
import dev.upswell.server.registry.EventLogRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What collecting live is made of, for one tenant.
///
/// @param sources those with a key
/// @param known names of all sources, with or without a key
/// @param intake takes answers in
/// @param pause waits between tries
/// @param chance spreads the waiting
public record LiveParts(TenantId tenant, Database database, List<Source> sources, Set<String> known,
        AnswerIntake intake, InstantSource clock, Pause pause, RandomGenerator chance) {

    private static final EventLogRepository EVENTS = new EventLogRepository("live");

    public LiveParts {
        sources = List.copyOf(sources);
        known = Collections.unmodifiableSortedSet(new TreeSet<>(known));
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

    void run(Consumer<JdbcClient> work) {
        database.transactions().run(tenant, work);
    }
}
