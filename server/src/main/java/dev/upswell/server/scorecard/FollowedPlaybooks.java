package dev.upswell.server.scorecard;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Evidence;
import dev.upswell.scorecard.Gap;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.scorecard.FollowedPlaybook.End;
import dev.upswell.server.scorecard.FollowedPlaybook.Outcome;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The recommendations that were followed and what came of them: what is expected of playbooks learns from it.
public final class FollowedPlaybooks {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final FollowedPlaybookRepository followed = new FollowedPlaybookRepository();
    private final ScorecardRepository cards = new ScorecardRepository();
    private final EventLogRepository events = new EventLogRepository("scorecard");

    public FollowedPlaybooks(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Part of what was followed.
    public record Part(List<FollowedPlaybook> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The gap of this name.
    public static Optional<Gap> gap(String field) {
        return Stream.of(Gap.values()).filter(gap -> gap.field().equals(field)).findFirst();
    }

    /// Takes up the playbook of a gap.
    ///
    /// **errors** [ScorecardRefused] when no card is kept of the creator, the measure is not known, or it is followed already
    ///
    /// @param title of the playbook in the reader's language, for the refusal
    public FollowedPlaybook takeUp(String creator, Gap gap, String title, String by, Scoring scoring) {
        return database.transactions().call(tenant, db -> {
            KeptScorecard card = card(db, creator);
            CreatorInputs inputs = card.inputs().inputs();
            OptionalDouble value = gap.measure(inputs);
            if (value.isEmpty()) {
                throw ScorecardRefused.unknownMeasure(gap.field());
            }
            double expected = Diagnosis.of(inputs, scoring.weighting(), scoring.evidence()).bottlenecks().stream()
                    .filter(one -> one.gap() == gap).mapToDouble(Diagnosis.Bottleneck::gain).findFirst().orElse(0);
            FollowedPlaybook taken = new FollowedPlaybook(UUID.randomUUID(), card.creator(), gap, value.getAsDouble(),
                    gap.scoreOf(value.getAsDouble()), expected, by, clock.instant(), card.asOf(), null);
            if (!followed.keep(db, taken)) {
                throw ScorecardRefused.takenUp(title);
            }
            return taken;
        });
    }

    /// Keeps what came of it.
    ///
    /// **errors** [ScorecardRefused] when it does not exist, has ended, or the measure is neither given nor known anew
    ///
    /// @param value of the measure afterwards; null takes that of the last scorecard, which must be newer than the one it was taken
    ///     up by
    public FollowedPlaybook settle(String id, @Nullable Double value, @Nullable String note) {
        return database.transactions().call(tenant, db -> {
            FollowedPlaybook one = get(db, id);
            double after = value == null ? measured(db, one) : value;
            if (!(after >= 0 && after <= 1)) {
                throw ScorecardRefused.value(one.gap().field(), after);
            }
            double score = one.gap().scoreOf(after);
            double gain = FollowedPlaybook.gain(one.score(), score);
            end(db, one, new End(clock.instant(), new Outcome(after, score, gain, value != null), note));
            events.write(db, EventType.PLAYBOOK_SETTLED, Map.of("gap", one.gap().field(), "gain", gain));
            return get(db, id);
        });
    }

    /// Says that it was not gone through with: nothing is learnt from it.
    ///
    /// **errors** [ScorecardRefused] when it does not exist or has ended
    public FollowedPlaybook drop(String id, @Nullable String note) {
        return database.transactions().call(tenant, db -> {
            end(db, get(db, id), new End(clock.instant(), null, note));
            return get(db, id);
        });
    }

    private void end(JdbcClient db, FollowedPlaybook one, End end) {
        if (!followed.end(db, one.id(), end)) {
            throw ScorecardRefused.settled();
        }
    }

    private double measured(JdbcClient db, FollowedPlaybook one) {
        KeptScorecard card = card(db, one.creator());
        OptionalDouble value = one.gap().measure(card.inputs().inputs());
        if (value.isEmpty() || !card.asOf().isAfter(one.dataAsOf())) {
            throw ScorecardRefused.notNewer(one.gap().field());
        }
        return value.getAsDouble();
    }

    private KeptScorecard card(JdbcClient db, String creator) {
        String handle = ToldInputs.handle(creator);
        return cards.until(db, handle, null).orElseThrow(() -> ScorecardRefused.creator(handle));
    }

    private FollowedPlaybook get(JdbcClient db, String id) {
        try {
            return followed.find(db, UUID.fromString(id)).orElseThrow(() -> ScorecardRefused.action(id));
        } catch (IllegalArgumentException unreadable) {
            throw ScorecardRefused.action(id);
        }
    }

    /// Those of a creator, or of all when none is named; what is followed first.
    public Part list(@Nullable String creator, int limit, int offset) {
        String handle = creator == null ? null : ToldInputs.handle(creator);
        return database.transactions().call(tenant,
                db -> new Part(followed.list(db, handle, limit, offset), followed.count(db, handle)));
    }

    /// What came of each playbook so far.
    public Map<Gap, Evidence> evidence() {
        return database.transactions().call(tenant, followed::evidence);
    }
}
