package dev.upswell.server.recommend;

import dev.upswell.recommend.Configuration;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The configurations of a tenant: how lists may be made, and which ways requests are dealt to.
///
/// A configuration by which a list was made stays as it was, because logs name it; others come under other names.
public final class Configurations {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final ConfigurationRepository configurations = new ConfigurationRepository();

    public Configurations(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Whether requests are dealt to a configuration.
    public enum State {
        /// Requests are dealt to it.
        ACTIVE,
        /// Only requests of a trial are.
        WAITING,
        /// No longer.
        RETIRED
    }

    /// A configuration as it is kept.
    public record Kept(Configuration configuration, State state, Instant madeAt) {
    }

    /// Those that requests are dealt to, by name; that of the product while there is none.
    public List<Configuration> active() {
        List<Configuration> active = database.transactions().call(tenant, configurations::active);
        return active.isEmpty() ? List.of(Configuration.USUAL) : active;
    }

    /// All that are kept, by name; without that of the product unless it was added.
    public List<Kept> list() {
        return database.transactions().call(tenant, configurations::list);
    }

    /// The configuration of this name, that of the product included; empty when there is none.
    public Optional<Configuration> find(String name) {
        return database.transactions().call(tenant, db -> configurations.find(db, name)).map(Kept::configuration)
                .or(() -> Optional.of(Configuration.USUAL).filter(usual -> usual.name().equals(name)));
    }

    /// Which score by formula a video must reach where nobody says: none where a ranker orders, for it was not learnt from such alone.
    public static double usualThreshold(@Nullable String ranker) {
        return ranker == null ? Configuration.USUAL.threshold() : 0;
    }

    /// Adds a configuration, or deals requests again to one that was retired.
    ///
    /// @param state [State#ACTIVE] or [State#WAITING]
    ///
    /// **errors** [RecommendRefused] where it differs from one of its name that lists were made by, and where its ranker may not serve
    public void add(Configuration one, State state) {
        database.transactions().run(tenant, db -> {
            Configuration before = configurations.find(db, one.name()).map(Kept::configuration)
                    .orElse(Configuration.USUAL);
            if (before.name().equals(one.name()) && !before.equals(one) && configurations.isUsed(db, one.name())) {
                throw RecommendRefused.changed(one.name());
            }
            String ranker = one.ranker();
            if (ranker != null) {
                requireAllowed(ranker, state, configurations.ranker(db, ranker)
                        .orElseThrow(() -> RecommendRefused.noRanker(ranker)));
            }
            configurations.keep(db, one, state, clock.instant());
        });
    }

    private static void requireAllowed(String ranker, State state, ConfigurationRepository.Learnt known) {
        if (!known.wins()) {
            throw RecommendRefused.rankerLost(ranker);
        }
        if (state == State.ACTIVE && !known.promoted()) {
            throw RecommendRefused.rankerUntried(ranker);
        }
    }

    /// Adds it as active.
    public void activate(Configuration one) {
        add(one, State.ACTIVE);
    }

    /// Deals no more requests to this configuration; lists that it made stay.
    ///
    /// @return whether any were, or could have been in a trial
    ///
    /// **errors** [RecommendRefused] while it is in a trial that runs
    public boolean retire(String name) {
        return database.transactions().call(tenant, db -> {
            configurations.trial(db).filter(trial -> trial.a().equals(name) || trial.b().equals(name))
                    .ifPresent(trial -> {
                        throw RecommendRefused.inTrial(name, trial.name());
                    });
            return configurations.retire(db, name);
        });
    }

    /// Deals all requests to this configuration: others that were active are retired, and the one it won against too. Others that wait for a
    /// trial wait on.
    ///
    /// @param db inside the tenant transaction that notes why
    ///
    /// **errors** [RecommendRefused] while a trial runs, and for a winner that was retired since
    public void takeForAll(JdbcClient db, String winner, String loser) {
        configurations.trial(db).ifPresent(trial -> {
            throw RecommendRefused.whileTrial(winner, trial.name());
        });
        if (!configurations.activate(db, winner)) {
            throw RecommendRefused.retiredSince(winner);
        }
        configurations.retireBeside(db, winner, loser);
    }

    /// What [#retire] does, and an error for one that is neither active nor waiting.
    ///
    /// **errors** [RecommendRefused]
    public void requireRetired(String name) {
        if (!retire(name)) {
            throw RecommendRefused.noConfiguration(name);
        }
    }
}
