package dev.upswell.server.weigh;

import dev.upswell.scorecard.Kpi;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.Weightings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.weigh.LearntWeights.End;
import dev.upswell.weigh.FittedWeights;
import dev.upswell.weigh.Lack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Learns weights of scorecards from what a tenant's creators brought, and keeps them with what they rest on. None is put in force by
/// that: a person adopts them, or not.
public final class Learning {

    private static final String WORK = "weigh";
    private static final String BROKEN_OFF = "It broke off before its end.";

    private final TenantId tenant;
    private final Database database;
    private final Scorecards cards;
    private final InstantSource clock;
    private final Histories histories;
    private final LearntWeightsRepository learnt = new LearntWeightsRepository();
    private final EventLogRepository events = new EventLogRepository("weigh");

    public Learning(TenantId tenant, Database database, Scorecards cards, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.cards = cards;
        this.clock = clock;
        this.histories = new Histories(tenant, database, cards);
    }

    /// What is asked for.
    ///
    /// @param name under which the weights are kept as a weighting
    /// @param asOf nothing that was told later counts; null for now
    /// @param by who asks
    public record Wanted(String name, LearningSettings settings, @Nullable Instant asOf, String by) {
    }

    /// Told how many of how many steps are done.
    @FunctionalInterface
    public interface Progress {

        /// Tells nobody.
        Progress SILENT = (done, total) -> {
        };

        void at(long done, long total);
    }

    /// Part of the attempts, the last first.
    public record Part(List<LearntWeights> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The scorecards that weights are learnt for.
    public Scorecards cards() {
        return cards;
    }

    /// What this tenant's history holds as of an instant.
    ///
    /// **cost** a run of scorecards for each period of which no card is kept
    public History history(LearningSettings settings, Instant asOf, Progress progress) {
        return histories.read(Duration.ofDays(settings.periodDays()), checked(asOf), progress);
    }

    private Instant checked(Instant asOf) {
        Instant now = clock.instant();
        if (asOf.isAfter(now)) {
            throw WeighRefused.future(asOf, now);
        }
        return asOf;
    }

    /// Begins an attempt on this tenant's own history; it is listed from here on. Close what comes back.
    ///
    /// **errors** [WeighRefused] when another is at work or the instant lies in the future; a refusal of scorecards when the name
    /// cannot be used
    public Begun begin(Wanted wanted) {
        Instant asOf = wanted.asOf();
        return begin(wanted, LearntWeights.OWN, asOf == null ? clock.instant() : checked(asOf));
    }

    /// Learns from a history that was read from a file, and keeps what comes of it.
    ///
    /// **errors** as [#begin]
    public LearntWeights keep(Wanted wanted, String file, History history) {
        try (Begun begun = begin(wanted, file, null)) {
            return begun.from(history);
        }
    }

    private Begun begin(Wanted wanted, String origin, @Nullable Instant asOf) {
        Weightings.checkName(wanted.name());
        TenantLocks.Held held = database.locks().tryAcquire(tenant, WORK).orElseThrow(WeighRefused::busy);
        try {
            LearntWeights one = new LearntWeights(UUID.randomUUID(), wanted.name(), origin, asOf, wanted.settings(),
                    wanted.by(), clock.instant(), null, new End.Running());
            database.transactions().run(tenant, db -> {
                learnt.breakOff(db, one.begunAt(), BROKEN_OFF);
                learnt.begin(db, one);
            });
            return new Begun(one, held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// An attempt that is listed and not done yet.
    public final class Begun implements AutoCloseable {

        private final LearntWeights one;
        private final TenantLocks.Held held;

        private Begun(LearntWeights one, TenantLocks.Held held) {
            this.one = one;
            this.held = held;
        }

        /// Under which id it is listed.
        public UUID id() {
            return one.id();
        }

        /// Reads the history, learns from it, and keeps what comes of it. A failure is kept before it is thrown on.
        public LearntWeights run(Progress progress) {
            Instant asOf = one.asOf() == null ? clock.instant() : one.asOf();
            try {
                return from(history(one.settings(), asOf, progress));
            } catch (RuntimeException e) {
                end(new End.Failed(clock.instant(), String.valueOf(e.getMessage()).lines().findFirst().orElse("?")));
                throw e;
            }
        }

        private LearntWeights from(History history) {
            database.transactions().run(tenant, db -> learnt.read(db, one.id(), history.extent()));
            List<Lack> lacks = FittedWeights.lacks(history.outcomes(), one.settings().fit());
            if (!lacks.isEmpty()) {
                end(new End.Lacking(clock.instant(), lacks));
            } else {
                FittedWeights fitted = FittedWeights.fit(history.outcomes(), one.settings().fit());
                database.transactions().run(tenant, db -> {
                    KeptWeighting kept = cards.weightings().keep(db, one.name(), named(fitted), reason(history),
                            one.by());
                    end(db, new End.Learnt(clock.instant(), kept.version(), kept.weighting(), fitted.spread(),
                            fitted.source(), fitted.standing()));
                    events.write(db, EventType.WEIGHTS_LEARNT, Map.of("weighting", kept.name(), "version",
                            kept.version(), "creators", history.extent().creators(), "outcomes",
                            history.extent().outcomes(), "better", fitted.standing().beatsBoth()));
                });
            }
            return get(one.id().toString());
        }

        private String reason(History history) {
            return "Learnt from %,d outcomes of %,d creators (%s).".formatted(history.extent().outcomes(),
                    history.extent().creators(), one.asOf() == null ? one.origin() : "as of " + one.asOf());
        }

        private void end(End end) {
            database.transactions().run(tenant, db -> end(db, end));
        }

        private void end(JdbcClient db, End end) {
            learnt.end(db, one.id(), end);
        }

        @Override
        public void close() {
            held.close();
        }
    }

    private static Map<String, Double> named(FittedWeights fitted) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), Math.min(1, fitted.weights().of(kpi)));
        }
        return weights;
    }

    /// The attempts, the last first.
    public Part list(int limit, int offset) {
        settle();
        return database.transactions().call(tenant,
                db -> new Part(learnt.list(db, limit, offset), learnt.count(db)));
    }

    /// The attempt of this id.
    ///
    /// **errors** [WeighRefused] when there is none
    public LearntWeights get(String id) {
        settle();
        try {
            UUID uuid = UUID.fromString(id);
            return database.transactions().call(tenant, db -> learnt.find(db, uuid))
                    .orElseThrow(() -> WeighRefused.unknown(id));
        } catch (IllegalArgumentException unreadable) {
            throw WeighRefused.unknown(id);
        }
    }

    /// The last weights that were learnt under a name; empty when none were.
    public Optional<LearntWeights> last(String name) {
        return database.transactions().call(tenant, db -> learnt.last(db, name));
    }

    /// Puts the weights of an attempt in force.
    ///
    /// **errors** [WeighRefused] when there is none or it has none; refusals of [Scorecards#adopt]
    public KeptWeighting adopt(String id, String reason, String by) {
        LearntWeights one = get(id);
        if (!(one.end() instanceof End.Learnt done)) {
            throw WeighRefused.notLearnt(id, one.state());
        }
        return cards.adopt(one.name(), done.version(), reason, by);
    }

    /// Ends attempts whose process ended: they hold the lock as long as they are at work.
    private void settle() {
        if (database.transactions().call(tenant, learnt::running)) {
            database.locks().tryAcquire(tenant, WORK).ifPresent(held -> {
                try (held) {
                    database.transactions().run(tenant, db -> learnt.breakOff(db, clock.instant(), BROKEN_OFF));
                }
            });
        }
    }
}
