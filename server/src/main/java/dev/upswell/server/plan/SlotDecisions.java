package dev.upswell.server.plan;

import dev.upswell.content.EntityId;
import dev.upswell.fyp.HourEvidence;
import dev.upswell.fyp.Slot;
import dev.upswell.plan.PlanRules;
import dev.upswell.plan.Week;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.plan.PlannedSlot.Decision;
import dev.upswell.server.plan.PlannedSlot.Ground;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people decide about planned slots.
public final class SlotDecisions {

    private final TenantId tenant;
    private final Database database;
    private final VideoScores scores;
    private final InstantSource clock;
    private final AccountRepository accounts = new AccountRepository();
    private final SlotRepository slots = new SlotRepository();

    SlotDecisions(TenantId tenant, Database database, VideoScores scores, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.scores = scores;
        this.clock = clock;
    }

    private interface Change {
        PlannedSlot of(PlannedSlot there, JdbcClient db);
    }

    /// Accepts a proposed slot.
    ///
    /// **errors** [PlanRefused] where there is none, or it is not proposed
    public PlannedSlot accept(String id, String by) {
        return change(id, (there, db) -> {
            require(there, "accepted", Set.of(SlotState.PROPOSED, SlotState.ACCEPTED));
            return decided(there, SlotState.ACCEPTED, by);
        });
    }

    /// Accepts everything that is proposed in a week.
    ///
    /// @return how many were accepted
    public int acceptAll(Week week, String by) {
        return database.transactions().call(tenant, db -> {
            accounts.held(db);
            int accepted = 0;
            for (PlannedSlot one : slots.between(db, week.begin(), week.end())) {
                if (one.state() == SlotState.PROPOSED) {
                    slots.keep(db, decided(one, SlotState.ACCEPTED, by));
                    accepted++;
                }
            }
            return accepted;
        });
    }

    /// Declines a slot: its hour is not proposed to the account again.
    ///
    /// **errors** [PlanRefused] where there is none, or it was published
    public PlannedSlot decline(String id, String by) {
        return change(id, (there, db) -> {
            require(there, "declined",
                    Set.of(SlotState.PROPOSED, SlotState.ACCEPTED, SlotState.MOVED, SlotState.DECLINED));
            return decided(there, SlotState.DECLINED, by);
        });
    }

    /// Moves a slot to another time, where it stands.
    ///
    /// **errors** [PlanRefused] where there is none, it was declined or published, the time is over or too far ahead, or too near to another post
    public PlannedSlot move(String id, Instant to, String by) {
        ZoneId zone = get(id).zone();
        HourEvidence known = scores.week(zone).of(Slot.of(to, zone));
        return change(id, (there, db) -> {
            require(there, "moved", Set.of(SlotState.PROPOSED, SlotState.ACCEPTED, SlotState.MOVED));
            free(db, there.account(), to, there.id());
            Decision before = there.decision();
            Instant from = before == null || before.movedFrom() == null ? there.at() : before.movedFrom();
            return new PlannedSlot(there.id(), there.account(), to, there.zone(), SlotState.MOVED,
                    ground(known, there.ground().basis()), there.content(), null, there.proposedBy(),
                    there.proposedAt(), new Decision(by, clock.instant(), from, changes(there)));
        });
    }

    /// Sets a slot by hand; it stands.
    ///
    /// **errors** [PlanRefused] without such an account, and for a time that is over, too far ahead or too near to another post
    public PlannedSlot set(String handle, Instant at, ZoneId zone, String by) {
        String account = handle.isBlank() ? "" : EntityId.creator(handle).value();
        var one = new PlannedSlot(UUID.randomUUID(), account, at, zone, SlotState.ACCEPTED,
                ground(scores.week(zone).of(Slot.of(at, zone)), SlotBasis.HAND), null, null, by, clock.instant(), null);
        database.transactions().run(tenant, db -> {
            if (accounts.held(db).stream().noneMatch(there -> there.account().name().equals(account))) {
                throw PlanRefused.account(handle);
            }
            free(db, account, at, one.id());
            slots.add(db, one);
        });
        return one;
    }

    /// Says what is to be posted in a slot; null empties it.
    ///
    /// **errors** [PlanRefused] where there is no such slot, without words, and for a link that leads elsewhere
    public PlannedSlot fill(String id, @Nullable SlotContent content) {
        if (content != null && content.text().isBlank()) {
            throw PlanRefused.text();
        }
        String link = content == null ? null : content.link();
        if (link != null && !link.matches("/([^/\\s][^\\s]*)?")) {
            throw PlanRefused.link(link);
        }
        return change(id, (there, db) -> {
            require(there, "filled",
                    Set.of(SlotState.PROPOSED, SlotState.ACCEPTED, SlotState.MOVED, SlotState.PUBLISHED));
            return new PlannedSlot(there.id(), there.account(), there.at(), there.zone(), there.state(), there.ground(),
                    content, there.video(), there.proposedBy(), there.proposedAt(), there.decision());
        });
    }

    /// Tells which video was posted for a slot.
    ///
    /// **errors** [PlanRefused] where there is no such slot, or it was declined
    public PlannedSlot publish(String id, String video, String by) {
        if (video.isBlank()) {
            throw PlanRefused.video();
        }
        return change(id, (there, db) -> {
            require(there, "published",
                    Set.of(SlotState.PROPOSED, SlotState.ACCEPTED, SlotState.MOVED, SlotState.PUBLISHED));
            return new PlannedSlot(there.id(), there.account(), there.at(), there.zone(), SlotState.PUBLISHED,
                    there.ground(), there.content(), video.strip(), there.proposedBy(), there.proposedAt(),
                    decision(there, by));
        });
    }

    private PlannedSlot change(String id, Change change) {
        UUID slot = uuid(id);
        return database.transactions().call(tenant, db -> {
            accounts.held(db);
            PlannedSlot changed = change.of(slots.find(db, slot).orElseThrow(() -> PlanRefused.unknown(id)), db);
            slots.keep(db, changed);
            return changed;
        });
    }

    private static void require(PlannedSlot there, String wanted, Set<SlotState> from) {
        if (!from.contains(there.state())) {
            throw PlanRefused.state(there.state().word(), wanted);
        }
    }

    private PlannedSlot decided(PlannedSlot there, SlotState state, String by) {
        return new PlannedSlot(there.id(), there.account(), there.at(), there.zone(), state, there.ground(),
                there.content(), null, there.proposedBy(), there.proposedAt(), decision(there, by));
    }

    private Decision decision(PlannedSlot there, String by) {
        Decision before = there.decision();
        return new Decision(by, clock.instant(), before == null ? null : before.movedFrom(), changes(there));
    }

    private static int changes(PlannedSlot there) {
        Decision before = there.decision();
        return before == null ? 1 : before.changes() + 1;
    }

    /// Refuses a time that is over or too far ahead, or too near to another post.
    private void free(JdbcClient db, String account, Instant at, UUID but) {
        Instant now = clock.instant();
        if (!at.isAfter(now)) {
            throw PlanRefused.over(at);
        }
        if (at.isAfter(now.plus(Duration.ofDays(7L * (Planner.WEEKS + 1))))) {
            throw PlanRefused.far(at, Planner.WEEKS);
        }
        Duration between = PlanRules.USUAL.between();
        for (PlannedSlot other : slots.between(db, at.minus(between), at.plus(between))) {
            if (other.id().equals(but) || other.state() == SlotState.DECLINED) {
                continue;
            }
            Duration away = Duration.between(other.at(), at).abs();
            if (other.account().equals(account) && away.compareTo(between) < 0) {
                throw PlanRefused.near(account, other.at());
            }
            if (!other.account().equals(account) && away.compareTo(PlanRules.USUAL.apart()) < 0) {
                throw PlanRefused.together(other.account(), other.at());
            }
        }
    }

    private static Ground ground(HourEvidence known, SlotBasis basis) {
        return new Ground(basis, known.videos(), known.expected(), known.low(), known.high());
    }

    private PlannedSlot get(String id) {
        UUID slot = uuid(id);
        return database.transactions().call(tenant, db -> slots.find(db, slot))
                .orElseThrow(() -> PlanRefused.unknown(id));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw PlanRefused.unknown(id);
        }
    }
}
