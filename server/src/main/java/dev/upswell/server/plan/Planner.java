package dev.upswell.server.plan;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.plan.PlanRules;
import dev.upswell.plan.Planned;
import dev.upswell.plan.PostingAccount;
import dev.upswell.plan.Proposal;
import dev.upswell.plan.Week;
import dev.upswell.plan.WeekFilling;
import dev.upswell.plan.WeekFilling.Wish;
import dev.upswell.plan.WeekPlan;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.plan.PlannedSlot.Ground;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans when the accounts of a tenant post: fills weeks with proposals, and shows what is planned and what came of it.
public final class Planner {

    /// How far ahead is planned: what hours bring changes.
    static final int WEEKS = 8;
    /// Beside a week: what may be too near to its first and last posts.
    private static final Duration AROUND = PlanRules.USUAL.between();
    private static final int LOOKED_AT = 500;
    private static final int SUGGESTED = 3;

    private final TenantId tenant;
    private final Database database;
    private final VideoScores scores;
    private final InstantSource clock;
    private final AccountRepository accounts = new AccountRepository();
    private final SlotRepository slots = new SlotRepository();

    public Planner(TenantId tenant, Database database, VideoScores scores, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.scores = scores;
        this.clock = clock;
    }

    /// What a filling did.
    ///
    /// @param plan what was proposed, and what found no hour
    public record Filled(Week week, WeekPlan plan) {
    }

    /// The time zone of this name.
    ///
    /// **errors** [PlanRefused] where there is none
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw PlanRefused.zone(name);
        }
        return ZoneId.of(name);
    }

    /// What becomes of slots.
    public SlotDecisions decisions() {
        return new SlotDecisions(tenant, database, scores, clock);
    }

    /// The accounts that are planned for, by handle.
    public List<PlannedAccount> accounts() {
        return database.transactions().call(tenant, accounts::all);
    }

    /// Plans for an account, or changes how much it can take.
    ///
    /// **errors** [PlanRefused] for a handle or numbers that cannot be
    public void keep(String handle, int perWeek, int perDay, String by) {
        PostingAccount account;
        try {
            account = new PostingAccount(handle.isBlank() ? "" : EntityId.creator(handle).value(), perWeek, perDay);
        } catch (IllegalArgumentException refused) {
            throw PlanRefused.value(refused);
        }
        database.transactions().run(tenant, db -> accounts.keep(db, new PlannedAccount(account, by, clock.instant())));
    }

    /// Plans for an account no longer: its slots go with it.
    ///
    /// **errors** [PlanRefused] where there is none
    public void remove(String handle) {
        if (!database.transactions().call(tenant, db -> accounts.remove(db, handle))) {
            throw PlanRefused.account(handle);
        }
    }

    /// Accounts whose videos are scored and that nobody plans for yet, those that post most first, with what they post of a week.
    public List<PostingAccount> suggested() {
        Map<String, List<Instant>> posted = new TreeMap<>();
        for (ScoredVideo one : scores.list(ScoreFilter.ALL, LOOKED_AT, 0).items()) {
            EntityId creator = creator(one);
            if (creator != null) {
                posted.computeIfAbsent(creator.value(), key -> new ArrayList<>()).add(one.score().postedAt());
            }
        }
        accounts().forEach(there -> posted.remove(there.account().name()));
        return posted.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(other.size(), one.size())))
                .limit(SUGGESTED).map(one -> new PostingAccount(one.getKey(), perWeek(one.getValue()), 1)).toList();
    }

    private static int perWeek(List<Instant> posted) {
        Instant first = posted.stream().min(Instant::compareTo).orElseThrow();
        Instant last = posted.stream().max(Instant::compareTo).orElseThrow();
        double weeks = Math.max(1, Duration.between(first, last).toDays() / 7.0);
        return (int) Math.clamp(Math.round(posted.size() / weeks), 1, 7);
    }

    private static @Nullable EntityId creator(ScoredVideo one) {
        Video video = one.video();
        return video == null ? null : video.creator();
    }

    /// A week with what is known of its hours, what is planned, and what came of it.
    public PlannedWeek week(Week week) {
        List<PlannedSlot> planned = database.transactions().call(tenant,
                db -> slots.between(db, week.begin(), week.end()));
        return new PlannedWeek(week, scores.week(week.zone()), accounts(),
                new SlotOutcomes(scores, clock).of(planned));
    }

    /// What stands from an instant on, for calendars.
    public List<PlannedSlot> from(Instant from) {
        return database.transactions().call(tenant,
                db -> slots.between(db, from, clock.instant().plus(Duration.ofDays(7L * (WEEKS + 1))))).stream()
                .filter(one -> one.state() != SlotState.DECLINED).toList();
    }

    /// Proposes hours for the posts of a week that have none yet. What is there stays; doing it again proposes nothing new.
    ///
    /// **errors** [PlanRefused] without accounts, and for a week that is over or too far ahead
    public Filled fill(Week week, String by) {
        Instant now = clock.instant();
        if (!week.end().isAfter(now)) {
            throw PlanRefused.over(week.end());
        }
        if (week.begin().isAfter(now.plus(Duration.ofDays(7L * WEEKS)))) {
            throw PlanRefused.far(week.begin(), WEEKS);
        }
        WeekEvidence evidence = scores.week(week.zone());
        return database.transactions().call(tenant, db -> {
            List<PostingAccount> held = accounts.held(db).stream().map(PlannedAccount::account).toList();
            if (held.isEmpty()) {
                throw PlanRefused.noAccounts();
            }
            List<PlannedSlot> there = slots.between(db, week.begin().minus(AROUND), week.end().plus(AROUND));
            WeekPlan plan = WeekFilling.fill(evidence,
                    new Wish(week, held, planned(there, false), planned(there, true), now), PlanRules.USUAL, seed());
            plan.proposals().forEach(one -> slots.add(db, slot(one, week.zone(), by, now)));
            return new Filled(week, plan);
        });
    }

    private static List<Planned> planned(Collection<PlannedSlot> there, boolean declined) {
        return there.stream().filter(one -> (one.state() == SlotState.DECLINED) == declined)
                .map(one -> new Planned(one.account(), one.at(), one.ground().basis() == SlotBasis.EXPLORATION))
                .toList();
    }

    /// The same for a tenant always: filling a week twice from the same rows gives the same hours.
    private long seed() {
        return tenant.value().getMostSignificantBits();
    }

    private static PlannedSlot slot(Proposal one, ZoneId zone, String by, Instant now) {
        return new PlannedSlot(UUID.randomUUID(), one.account(), one.at(), zone, SlotState.PROPOSED,
                new Ground(SlotBasis.of(one.basis()), one.evidence().videos(), one.evidence().expected(),
                        one.evidence().low(), one.evidence().high()),
                null, null, by, now, null);
    }
}
