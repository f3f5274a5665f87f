package dev.upswell.server.contest;

import dev.upswell.recommend.Configuration;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.recommend.Configurations;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Trials of two configurations of recommendations: begun, looked at whenever somebody likes, ended, and their winners taken for all.
///
/// While one runs every request belongs to it. One runs at a time.
public final class ConfigurationTrials {

    /// Difference of reward per list that a test is quickest at where nobody says: one video more watched to the end.
    public static final double USUAL_EFFECT = 1;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Configurations configurations;
    private final TrialRepository trials = new TrialRepository();
    private final RankerRepository rankers = new RankerRepository();
    private final LogRepository log = new LogRepository();
    private final Map<String, Judged> judged = new ConcurrentHashMap<>();
    private final EventLogRepository events = new EventLogRepository("contest");

    public ConfigurationTrials(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        configurations = new Configurations(tenant, database, clock);
    }

    /// A trial with what it tells: now while it runs, else at its end.
    public record Seen(ConfigurationTrial trial, Look look) {
    }

    /// A trial that is wanted.
    ///
    /// @param name null for one made of both configurations' names
    /// @param effect above 0
    public record Wanted(@Nullable String name, ConfigurationTrial.Kind kind, String a, String b, double effect,
            String by) {
    }

    /// Begins a trial.
    ///
    /// **errors** [ContestRefused] while another runs, for a name that was used, and for configurations that are not kept
    public Seen begin(Wanted wanted) {
        if (wanted.a().equals(wanted.b())) {
            throw ContestRefused.alike(wanted.a());
        }
        requireUsable(wanted.a());
        requireUsable(wanted.b());
        String name = wanted.name() == null ? free(wanted.a() + "-" + wanted.b()) : wanted.name();
        if (!NAME.matcher(name).matches()) {
            throw ContestRefused.name(name);
        }
        Instant now = clock.instant();
        database.transactions().run(tenant, db -> {
            trials.running(db).ifPresent(other -> {
                throw ContestRefused.running(other.name());
            });
            if (!trials.begin(db, new ConfigurationTrial(name, wanted.kind(), wanted.a(), wanted.b(), wanted.effect(),
                    now, wanted.by(), null, null))) {
                throw ContestRefused.twice(name);
            }
        });
        return get(name);
    }

    /// That of the product is kept from here on, for the trial to name it.
    private void requireUsable(String name) {
        boolean kept = configurations.list().stream().anyMatch(one -> one.configuration().name().equals(name)
                && one.state() != Configurations.State.RETIRED);
        if (kept) {
            return;
        }
        if (!name.equals(Configuration.USUAL.name())) {
            throw ContestRefused.noConfiguration(name);
        }
        configurations.add(configurations.find(name).orElse(Configuration.USUAL),
                configurations.active().stream().anyMatch(one -> one.name().equals(name))
                        ? Configurations.State.ACTIVE
                        : Configurations.State.WAITING);
    }

    private String free(String name) {
        List<String> used = database.transactions().call(tenant, trials::list).stream().map(ConfigurationTrial::name)
                .toList();
        String free = name;
        for (int number = 2; used.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /// All trials, the last begun first.
    public List<Seen> list() {
        return database.transactions().call(tenant,
                db -> trials.list(db).stream().map(trial -> seen(db, trial)).toList());
    }

    /// The trial of this name.
    ///
    /// **errors** [ContestRefused] when there is none
    public Seen get(String name) {
        return database.transactions().call(tenant, db -> trials.find(db, name).map(trial -> seen(db, trial)))
                .orElseThrow(() -> ContestRefused.noTrial(name));
    }

    /// What a running trial told.
    ///
    /// @param days since it began, one look at it each
    private record Judged(LogRepository.State state, Instant begunAt, long days, Look look) {
    }

    private Seen seen(JdbcClient db, ConfigurationTrial trial) {
        ConfigurationTrial.Ended ended = trial.ended();
        return new Seen(trial, ended == null ? look(db, trial) : ended.found());
    }

    /// Judged anew where there are other lists, or a day has passed.
    private Look look(JdbcClient db, ConfigurationTrial trial) {
        Instant now = clock.instant();
        LogRepository.State state = log.state(db, trial.name(), now.minus(ConfigurationTrial.AGE));
        long days = Duration.between(trial.begunAt(), now).toDays();
        Judged known = judged.get(trial.name());
        if (known != null && known.state().equals(state) && known.days() == days
                && known.begunAt().equals(trial.begunAt())) {
            return known.look();
        }
        Look look = new Judging(trial, log.ofTrial(db, trial.name()), now).look();
        judged.put(trial.name(), new Judged(state, trial.begunAt(), days, look));
        return look;
    }

    /// Ends a trial: requests are dealt as without it, and what it told stays.
    ///
    /// **errors** [ContestRefused] when there is none of this name, or it has ended
    public Seen end(String name, String by) {
        Seen seen = get(name);
        if (seen.trial().ended() != null) {
            throw ContestRefused.ended(name);
        }
        database.transactions().run(tenant, db -> end(db, seen, by));
        return get(name);
    }

    private void end(JdbcClient db, Seen seen, String by) {
        ConfigurationTrial trial = seen.trial();
        if (!trials.end(db, trial.name(), new ConfigurationTrial.Ended(clock.instant(), by, seen.look()))) {
            throw ContestRefused.ended(trial.name());
        }
        events.write(db, EventType.CONFIGURATION_TRIAL_ENDED, Map.of("trial", trial.name(), "a", trial.a(), "b",
                trial.b(), "verdict", seen.look().verdict().name(), "by", by));
    }

    /// Takes the winner for all, after ending the trial where it runs: requests are dealt to it alone. A ranker that it names serves from
    /// here on.
    ///
    /// **errors** [ContestRefused] where nobody won, and where one was taken already;
    /// [dev.upswell.server.recommend.RecommendRefused] while another trial runs, and where the winner was retired since
    public Seen promote(String name, String by) {
        Seen seen = get(name);
        if (!seen.look().verdict().isDecided()) {
            throw ContestRefused.undecided(name, seen.look().verdict());
        }
        if (seen.trial().promoted() != null) {
            throw ContestRefused.promotedAlready(name);
        }
        String winner = seen.look().verdict() == TrialVerdict.A_BETTER ? seen.trial().a() : seen.trial().b();
        String ranker = configurations.find(winner).map(Configuration::ranker).orElse(null);
        if (ranker != null && seen.trial().kind() == ConfigurationTrial.Kind.INTERLEAVE) {
            throw ContestRefused.interleaved(ranker);
        }
        String loser = winner.equals(seen.trial().a()) ? seen.trial().b() : seen.trial().a();
        Instant now = clock.instant();
        database.transactions().run(tenant, db -> {
            if (seen.trial().ended() == null) {
                end(db, seen, by);
            }
            if (!trials.promote(db, name, new ConfigurationTrial.Promoted(winner, now, by))) {
                throw ContestRefused.promotedAlready(name);
            }
            configurations.takeForAll(db, winner, loser);
            if (ranker != null && rankers.promote(db, ranker, now, by)) {
                events.write(db, EventType.RANKER_PROMOTED, Map.of("ranker", ranker, "trial", name, "by", by));
            }
        });
        return get(name);
    }
}
